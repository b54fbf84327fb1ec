import { Link } from 'wouter-preact';
import { useLanguage, useWords } from '../language.tsx';
import { useResult } from '../public/edition-query.ts';
import { whatHinders } from '../queries.ts';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { publicationWords } from '../words/publication-words.ts';
import { CorrectPart } from './correct-part.tsx';
import { RetractPart } from './retract-part.tsx';
import type { PublicationFacts } from './use-publication.ts';

/** What is published, all versions of it, and how it is corrected or retracted. */
export function PublishedStep({ facts }: { readonly facts: PublicationFacts }) {
  const { editionId, edition } = facts.desk;
  const { format } = useLanguage();
  const words = useWords(publicationWords);
  const result = useResult(editionId, true);
  const { data, refetch } = result;
  const error = whatHinders([result]);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const { earlier, resultVersion, state, publishedAt, decision, reason } = data;
  const current = { resultVersion, state, publishedAt, reason, ...decision };
  return (
    <>
      <p class="actions">
        <a href={`/results/${editionId}/index.html`} class="button">
          {words.publicPage}
        </a>
        <Link href={`/editions/${editionId}/announcement`} class="button quiet">
          {words.announcement}
        </Link>
        <Link href={`/editions/${editionId}/desk/announcement`} class="button quiet">
          {words.leadAnnouncement}
        </Link>
      </p>
      <h3>{words.history}</h3>
      <ul class="rows">
        {[...earlier, current].toReversed().map((one) => (
          <li key={one.resultVersion}>
            <span>
              <a href={`/results/${editionId}/${pageOf(one.resultVersion, resultVersion)}`}>
                {words.versionOf(
                  format.count(one.resultVersion),
                  format.moment(one.publishedAt, edition.plan.timeZone),
                )}
              </a>{' '}
              · {one.documentNumber}
              {one.reason === undefined ? '' : ` · ${one.reason}`}
            </span>
            <span class="state">{words.states[one.state]}</span>
          </li>
        ))}
      </ul>
      <details>
        <summary>{words.correct}</summary>
        <CorrectPart facts={facts} resultVersion={resultVersion} />
      </details>
      {state === 'published' ? <RetractPart facts={facts} resultVersion={resultVersion} /> : null}
    </>
  );
}

/** Where the published page of a version lies: the newest is the page itself. */
const pageOf = (version: number, newest: number): string =>
  version === newest ? 'index.html' : `versions/${version}.html`;
