import type * as z from 'zod';
import { routes } from '../../lib/contract/routes.ts';
import type { PlayedEntry } from './entries.ts';
import { type Actors, cast } from './stage.ts';

interface RoundPath {
  readonly editionId: string;
  readonly roundId: string;
}

/** What a startup reads of its scores. */
export type Feedback = z.output<typeof routes.getFeedback.reply>;

/** The organisers read what judges wrote for an entry: one comment is put in other words, the rest shown as they are. */
export async function moderateComments(
  { does, isRefused }: Actors,
  path: RoundPath,
  { entryId, owner }: PlayedEntry,
): Promise<void> {
  const [organiser] = cast.organisers;
  const { items } = await does(
    organiser,
    'reads the comments for the startups',
    routes.listComments,
    { path, query: { limit: '100' } },
    ({ items: read }) => `${read.length} comments`,
  );
  const [first, ...others] = items.filter((comment) => comment.entryId === entryId);
  if (!first) throw new Error('nobody wrote to the entry');
  const { judgeId, revision } = first;
  const text = 'Đã đọc hồ sơ; nên nêu rõ thị trường.';
  const reason = 'Rõ ý hơn, giám khảo đồng ý.';
  await does(
    organiser,
    'puts a comment in other words',
    routes.moderateComment,
    {
      path: { ...path, entryId, judgeId },
      body: { decision: 'redacted', revision, text, reason },
      ifMatch: '"0"',
    },
    ({ decision }) => decision,
  );
  const comments = others.map((one) => ({ entryId, judgeId: one.judgeId, revision: one.revision }));
  await does(
    organiser,
    'lets the others through',
    routes.releaseComments,
    { path, body: { comments } },
    ({ released }) => `${released} let through`,
  );
  const early = { path: { editionId: path.editionId, entryId } };
  await isRefused(owner, 'asks for the feedback too early', routes.getFeedback, early);
}

/** Once the result is published, a startup reads its means and what the judges wrote. */
export async function readFeedback(
  { does }: Actors,
  editionId: string,
  { entryId, owner }: PlayedEntry,
): Promise<Feedback> {
  return await does(
    owner,
    'reads the feedback',
    routes.getFeedback,
    { path: { editionId, entryId } },
    ({ rounds }) =>
      rounds.map(({ total, comments }) => `${total}, ${comments.length} comments`).join('; '),
  );
}
