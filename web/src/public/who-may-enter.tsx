import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { useLanguage } from '../language.tsx';

/** Who may enter what, and with which papers. */
export function WhoMayEnter({ plan }: { readonly plan: WirePlan }) {
  const { words, of, format } = useLanguage();
  const { teamSize, entriesPerApplicant, enterpriseAge } = plan.limits;
  return (
    <div class="columns">
      <section>
        <h2>{words.who}</h2>
        <p>{plan.applicantKinds.map((kind) => words.kinds[kind]).join(' · ')}</p>
        <p>{words.teamSize(format.count(teamSize))}</p>
        <p>{words.entriesPerApplicant(format.count(entriesPerApplicant))}</p>
        {enterpriseAge === undefined ? null : (
          <p>
            {words.enterpriseAge(
              format.count(enterpriseAge.years),
              format.wallTime(enterpriseAge.on),
            )}
          </p>
        )}
        <h3>{words.tracks}</h3>
        <ul>
          {plan.tracks.map(({ id, name }) => (
            <li key={id}>{of(name)}</li>
          ))}
        </ul>
        <h3>{words.fields}</h3>
        <ul>
          {plan.fields.map(({ id, name }) => (
            <li key={id}>{of(name)}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{words.dossier}</h2>
        <ul>
          {plan.documents.map(({ kind, name, required, maxCount, maxBytes }) => (
            <li key={kind}>
              {of(name)}{' '}
              <span class="soft">
                ({required ? words.required : words.optional};{' '}
                {words.upTo(format.count(maxCount), format.bytes(maxBytes))})
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
