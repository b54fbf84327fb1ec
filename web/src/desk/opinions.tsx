import { useLanguage, useWords } from '../language.tsx';
import { dossierWords } from '../words/desk-dossier-words.ts';
import { deskEntryWords } from '../words/desk-entry-words.ts';
import type { EntryPart } from './entry-part.ts';

/** What was decided and what each person thinks, with the reasons. */
export function Opinions({ facts, record, names }: EntryPart) {
  const { of, format } = useLanguage();
  const entries = useWords(deskEntryWords);
  const words = useWords(dossierWords);
  const { plan } = facts.edition;
  const { opinions, screening } = record;
  const reasonTexts = (reasons: (typeof opinions)[number]['reasons']) =>
    reasons.map(({ code, note }) => {
      const name = plan.screening.reasons.find(({ id }) => id === code)?.name;
      return [name === undefined ? code : of(name), note ?? []].flat().join(': ');
    });
  return (
    <>
      {screening === undefined ? null : (
        <div class={screening.decision === 'eligible' ? 'notice good' : 'notice alarm'}>
          <strong>
            {words.decided(
              entries.decisions[screening.decision],
              format.moment(screening.at, plan.timeZone),
            )}
          </strong>
          <Reasons texts={reasonTexts(screening.reasons)} />
          {screening.final ? <p>{`${words.decidedAlone} ${screening.note ?? ''}`}</p> : null}
        </div>
      )}
      {opinions.length === 0 && screening === undefined ? <p>{words.noOpinions}</p> : null}
      <ul class="rows">
        {opinions.map((one) => (
          <li key={`${one.by} ${one.at}`}>
            <span>
              <strong>{entries.decisions[one.decision]}</strong>{' '}
              <span class="soft">
                {words.opinionBy(names.person(one.by), format.moment(one.at, plan.timeZone))}
              </span>
              <Reasons texts={reasonTexts(one.reasons)} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Reasons({ texts }: { readonly texts: readonly string[] }) {
  return texts.length === 0 ? null : (
    <ul>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
