import { useQuery } from '@tanstack/preact-query';
import type * as z from 'zod';
import { feedbackRoutes } from '../../../lib/contract/feedback-routes.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { afterWords } from '../words/after-words.ts';
import type { EntryPath } from './use-entry.ts';

type Round = z.output<typeof feedbackRoutes.getFeedback.reply>['rounds'][number];

/** What the judges gave back, once the result is published. */
export function FeedbackPart({ editionId, entryId }: EntryPath) {
  const after = useWords(afterWords);
  const { data, error, refetch } = useQuery({
    queryKey: ['feedback', entryId],
    queryFn: async () =>
      (await api.call(feedbackRoutes.getFeedback, { path: { editionId, entryId } })).body,
  });
  return (
    <section aria-labelledby="feedback">
      <h2 id="feedback">{after.feedback}</h2>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Waiting /> : null}
      {data?.rounds.length === 0 ? <p>{after.noFeedback}</p> : null}
      {data !== undefined && data.rounds.length > 0 ? (
        <p class="soft">{after.feedbackHelp}</p>
      ) : null}
      {data?.rounds.map((round) => (
        <RoundFeedback key={round.roundId} round={round} />
      ))}
    </section>
  );
}

function RoundFeedback({ round }: { readonly round: Round }) {
  const { of, format } = useLanguage();
  const after = useWords(afterWords);
  const { criteria, total, rank, ranked, comments } = round;
  return (
    <>
      <h3>{of(round.name)}</h3>
      {criteria.length > 0 || total !== undefined ? <Scores round={round} /> : null}
      {rank === undefined || ranked === undefined ? null : (
        <p>{after.rank(format.count(rank), format.count(ranked))}</p>
      )}
      <h4>{after.comments}</h4>
      {comments.length === 0 ? <p>{after.noComments}</p> : null}
      {comments.map((comment) => (
        <blockquote key={comment} class="written">
          {comment}
        </blockquote>
      ))}
    </>
  );
}

/** By criterion, where the rules give that back, and in all; averages only where the track has enough entries. */
function Scores({ round }: { readonly round: Round }) {
  const { words, of } = useLanguage();
  const after = useWords(afterWords);
  const { name, criteria, total, averageTotal } = round;
  const points = (decimal: string | undefined) => decimal?.replace('.', after.decimalMark) ?? '–';
  const hasAverages = [averageTotal, ...criteria.map(({ average }) => average)].some(Boolean);
  const average = (decimal: string | undefined) =>
    hasAverages ? <td class="number">{points(decimal)}</td> : null;
  return (
    <table class="feedback">
      <caption class="hidden">{of(name)}</caption>
      <thead>
        <tr>
          <th scope="col">{after.criterion}</th>
          <th scope="col" class="number">
            {after.yours}
          </th>
          {hasAverages ? (
            <th scope="col" class="number">
              {after.average}
            </th>
          ) : null}
          <th scope="col" class="number">
            {after.most}
          </th>
        </tr>
      </thead>
      <tbody>
        {criteria.map((one) => (
          <tr key={one.criterionId}>
            <th scope="row">{of(one.name)}</th>
            <td class="number">
              <strong>{points(one.mean)}</strong>
            </td>
            {average(one.average)}
            <td class="number">{points(one.maxPoints)}</td>
          </tr>
        ))}
      </tbody>
      {total === undefined ? null : (
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            <td class="number">
              <strong>{points(total)}</strong>
            </td>
            {average(averageTotal)}
            <td />
          </tr>
        </tfoot>
      )}
    </table>
  );
}
