import { useQueries } from '@tanstack/preact-query';
import { mayBeNamed } from '../../../lib/contest/public-award.ts';
import { registrationRoutes } from '../../../lib/contract/registration-routes.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { publicationWords } from '../words/publication-words.ts';
import type { PublicationFacts } from './use-publication.ts';

/** What a publication would show of each award if it were now: by the same rule as it, nothing more. */
export function PublicPreview({ facts }: { readonly facts: PublicationFacts }) {
  const { desk, preview } = facts;
  const { of } = useLanguage();
  const words = useWords(publicationWords);
  const { editionId, edition } = desk;
  const awards = preview?.awards ?? [];
  const entryIds = [...new Set(awards.map(({ entryId }) => entryId))];
  const found = useQueries({
    queries: entryIds.map((entryId) => ({
      queryKey: ['results', editionId, 'awarded', entryId],
      queryFn: async () =>
        (await api.call(registrationRoutes.getEntry, { path: { editionId, entryId } })).body,
    })),
  });
  const failed = found.find(({ error }) => error !== null);
  if (failed !== undefined) {
    return <Failure error={failed.error} retry={() => void failed.refetch()} />;
  }
  if (preview === undefined || found.some(({ data }) => data === undefined)) return <Waiting />;
  const { prizes, tracks } = edition.plan;
  const nameIn = (list: typeof prizes | typeof tracks, wanted: string) =>
    of(list.find(({ id }) => id === wanted)?.name ?? { vi: wanted, en: wanted });
  return (
    <section class="seen" aria-label={words.whatPublicSees}>
      <h3>{words.whatPublicSees}</h3>
      <p class="soft">{words.whatPublicSeesHelp}</p>
      {awards.length === 0 ? <p>{words.noAwards}</p> : null}
      <ol class="rows">
        {awards.map(({ prizeId, entryId, joint }) => {
          const entry = found[entryIds.indexOf(entryId)]?.data;
          if (entry === undefined) return null;
          const { code, content } = entry;
          const isNamed = mayBeNamed(edition.plan, { submission: { content }, entry });
          return (
            <li key={`${prizeId} ${entryId}`}>
              <div>
                <strong>{nameIn(prizes, prizeId)}</strong>
                {joint ? ` (${words.joint})` : ''}
                <br />
                {code} · {content.title} · {nameIn(tracks, content.trackId)}
                <br />
                {isNamed ? content.applicant?.name : <em>{words.unnamed}</em>}
                {isNamed && content.publicSummary !== undefined ? (
                  <span class="soft"> – {content.publicSummary}</span>
                ) : null}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
