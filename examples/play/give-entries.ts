import { routes } from '../../lib/contract/routes.ts';
import type { PlayedEntry } from './entries.ts';
import { type Actors, cast } from './stage.ts';

/** All entries to all judges, after a look at what the system proposes; a task that was given by mistake is taken back. */
export async function giveEntries(
  { does }: Actors,
  path: { readonly editionId: string; readonly roundId: string },
  entries: readonly PlayedEntry[],
  judgeIds: readonly string[],
): Promise<void> {
  const [organiser] = cast.organisers;
  const pairs = entries.flatMap(({ entryId }) => judgeIds.map((judgeId) => ({ entryId, judgeId })));
  await does(
    organiser,
    'asks who could read what',
    routes.proposeAssignment,
    { path, body: { seed: path.editionId } },
    (answer) =>
      answer.possible ? `${answer.pairs.length} tasks, ${answer.digest.slice(0, 12)}…` : 'none',
  );
  const give = async (some: typeof pairs) =>
    await does(
      organiser,
      `gives ${entries.length} entries to ${judgeIds.length} judges in ${path.roundId}`,
      routes.assignEntries,
      { path, body: { pairs: some } },
      ({ assigned }) => `${assigned} tasks`,
    );
  await give(pairs);
  await does(
    organiser,
    'takes one back',
    routes.takeBackEntries,
    { path, body: { pairs: pairs.slice(0, 1), reason: 'Nhầm giám khảo' } },
    ({ takenBack }) => `${takenBack} task`,
  );
  await give(pairs);
}
