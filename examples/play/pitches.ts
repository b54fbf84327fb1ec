import { routes } from '../../lib/contract/routes.ts';
import { type Actors, cast } from './stage.ts';

/** The final's running order is drawn before everybody's eyes, and each entry speaks, is asked and leaves in its turn. */
export async function holdPitches(
  { does, isRefused }: Actors,
  path: { readonly editionId: string; readonly roundId: string },
): Promise<void> {
  const [organiser] = cast.organisers;
  const [judge = ''] = cast.judges;
  const { order } = await does(
    organiser,
    'draws the running order',
    routes.drawRunningOrder,
    { path, body: { seed: 'Kon Tum, 8 giờ sáng' } },
    ({ order: drawn }) => drawn.map(({ code }) => code).join(', '),
  );
  const again = { path, body: {} };
  await isRefused(organiser, 'draws once more without a reason', routes.drawRunningOrder, again);
  for (const { entryId, title } of order) {
    for (const state of ['presenting', 'questions', 'done'] as const) {
      const said = { path, body: { entryId, state } };
      await does(organiser, `moves "${title}" on`, routes.moveOn, said, () => state);
    }
  }
  await does(
    judge,
    'looks at the stage',
    routes.getStage,
    { path },
    ({ order: held }) => `${held.filter(({ state }) => state === 'done').length} have spoken`,
  );
}
