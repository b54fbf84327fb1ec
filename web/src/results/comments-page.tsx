import { useInfiniteQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import { feedbackRoutes } from '../../../lib/contract/feedback-routes.ts';
import { api } from '../api.ts';
import { Desk } from '../desk/desk.tsx';
import { Refused } from '../desk/refused.tsx';
import { useWords } from '../language.tsx';
import { whatHinders } from '../queries.ts';
import { Waiting } from '../ui/waiting.tsx';
import { certificateWords } from '../words/certificate-words.ts';
import { CommentCard } from './comment-card.tsx';
import { ReleasePart } from './release-part.tsx';
import { type RoundPath, useNames } from './use-outcome.ts';
import './results.css';

/** The comments of a round for the startups, read and let through one by one or together. */
export function CommentsPage({ params }: { readonly params: RoundPath }) {
  const words = useWords(certificateWords);
  return (
    <Desk editionId={params.editionId} title={words.comments}>
      {(desk) =>
        desk.isOrganiser ? (
          <Comments path={params} />
        ) : (
          <p class="notice alarm">{words.onlyOrganisers}</p>
        )
      }
    </Desk>
  );
}

function Comments({ path }: { readonly path: RoundPath }) {
  const words = useWords(certificateWords);
  const names = useNames(path.editionId);
  const list = useInfiniteQuery({
    queryKey: ['results', path.editionId, 'comments', path.roundId],
    queryFn: async ({ pageParam }) =>
      (
        await api.call(feedbackRoutes.listComments, {
          path: { ...path },
          query: { limit: '20', ...(pageParam === '' ? {} : { cursor: pageParam }) },
        })
      ).body,
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const error = whatHinders([list]);
  if (error !== null) {
    return <Refused error={error} names={names} retry={() => void list.refetch()} />;
  }
  if (list.data === undefined) return <Waiting />;
  const comments = list.data.pages.flatMap(({ items }) => items);
  return (
    <>
      <p>
        <Link href={`/editions/${path.editionId}/desk/publication`}>{words.back}</Link>
      </p>
      <p class="soft">{words.commentsHelp}</p>
      {comments.length === 0 ? <p>{words.noComments}</p> : null}
      <ReleasePart path={path} comments={comments} names={names} />
      {comments.map((comment) => (
        <CommentCard
          key={`${comment.entryId} ${comment.judgeId}`}
          path={path}
          comment={comment}
          names={names}
        />
      ))}
      {list.hasNextPage ? (
        <button type="button" class="quiet" onClick={() => void list.fetchNextPage()}>
          {words.more}
        </button>
      ) : null}
    </>
  );
}
