import { Link } from 'wouter-preact';
import { useLanguage } from '../language.tsx';
import { whatHinders } from '../queries.ts';
import { Failure } from '../ui/failure.tsx';
import { useTitle } from '../ui/use-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { useEdition } from './edition-query.ts';
import { PlanVersions } from './plan-versions.tsx';
import { RubricTable } from './rubric-table.tsx';

/** The rules in full: how entries are scored, what the form asks, and each change with its decision. */
export function RulesPage({ params }: { readonly params: { readonly editionId: string } }) {
  const { words, of, format } = useLanguage();
  const asked = useEdition(params.editionId);
  const { data: edition, refetch } = asked;
  const error = whatHinders([asked]);
  useTitle(words.rules);
  if (error !== null)
    return <Failure heading={words.rules} error={error} retry={() => void refetch()} />;
  if (edition === undefined) return <Waiting />;
  const { plan } = edition;
  return (
    <article>
      <p>
        <Link href={`/editions/${params.editionId}`}>← {of(plan.name)}</Link>
      </p>
      <h1>{words.rules}</h1>
      <p class="soft">
        {words.rulesBy(plan.rules.documentNumber, format.wallTime(plan.rules.issuedOn))} ·{' '}
        {words.version(String(edition.planVersion))}
      </p>
      {plan.rounds.map((round) => (
        <section key={round.id}>
          <h2>
            {of(round.name)}: {words.criteria}
          </h2>
          <p>{words.judgesPerEntry(format.count(round.judgesPerEntry))}</p>
          {round.rubrics.map(({ tracks, rubric }) => (
            <RubricTable
              key={tracks?.join(' ') ?? ''}
              rubric={rubric}
              caption={plan.tracks
                .filter(({ id }) => tracks === undefined || tracks.includes(id))
                .map(({ name }) => of(name))
                .join(', ')}
            />
          ))}
        </section>
      ))}
      <section>
        <h2>{words.questions}</h2>
        <ul>
          {plan.questions.map(({ id, name, required }) => (
            <li key={id}>
              {of(name)} <span class="soft">({required ? words.required : words.optional})</span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{words.consents}</h2>
        <ul>
          {plan.consents.map(({ purpose, text, required }) => (
            <li key={purpose}>
              {of(text)} <span class="soft">({required ? words.required : words.optional})</span>
            </li>
          ))}
        </ul>
      </section>
      <PlanVersions editionId={params.editionId} timeZone={plan.timeZone} />
    </article>
  );
}
