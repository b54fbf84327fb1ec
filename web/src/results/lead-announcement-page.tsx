import { Link } from 'wouter-preact';
import { Desk, type DeskFacts } from '../desk/desk.tsx';
import { useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { announcementWords } from '../words/announcement-words.ts';
import { publicationWords } from '../words/publication-words.ts';
import { Lead } from './lead-announcement.tsx';
import { usePublishedFile } from './use-published-file.ts';
import './announcement.css';

/** The phone that leads the screen in the hall. Like the screen it knows winners from the published file alone. */
export function LeadAnnouncementPage({
  params,
}: {
  readonly params: { readonly editionId: string };
}) {
  const words = useWords(announcementWords);
  const publication = useWords(publicationWords);
  return (
    <Desk editionId={params.editionId} title={words.lead}>
      {(desk) =>
        desk.isOrganiser ? (
          <Published desk={desk} />
        ) : (
          <p class="notice alarm">{publication.onlyOrganisers}</p>
        )
      }
    </Desk>
  );
}

function Published({ desk }: { readonly desk: DeskFacts }) {
  const { editionId, edition } = desk;
  const words = useWords(announcementWords);
  const { data: result, error, refetch } = usePublishedFile(editionId);
  return (
    <>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      {result === undefined && error === null ? <Waiting /> : null}
      {result === null ? <p role="status">{words.nothingYet}</p> : null}
      {result?.state === 'retracted' ? <p class="notice alarm">{words.retracted}</p> : null}
      {result?.state === 'published' ? (
        <Lead result={result} prizeIds={edition.plan.prizes.map(({ id }) => id)} />
      ) : null}
      <p>
        <Link href={`/editions/${editionId}/announcement`}>{words.toScreen}</Link>
      </p>
    </>
  );
}
