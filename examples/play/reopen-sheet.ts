import { routes } from '../../lib/contract/routes.ts';
import { type Actors, cast } from './stage.ts';

/** The chair has a judge look at a sheet once more; nobody else sees it meanwhile, and it is handed in as it was. */
export async function reopenSheet(
  { does, isRefused }: Actors,
  at: { readonly editionId: string; readonly roundId: string; readonly entryId: string },
  [, judgeId = '']: readonly string[],
): Promise<void> {
  const [chair = '', judge = ''] = cast.judges;
  const [organiser] = cast.organisers;
  const path = { ...at, judgeId };
  const { version } = await does(
    chair,
    'opens a sheet again, as the chair',
    routes.reopenSheet,
    { path, body: { reason: 'Xem lại tiêu chí đầu tiên' } },
    ({ state }) => state,
  );
  const watching = 'looks what becomes of the sheet while judges score';
  await isRefused(organiser, watching, routes.listJudgeSheetRevisions, { path });
  await does(
    judge,
    'hands the score sheet in once more',
    routes.submitScoreSheet,
    { path: at, ifMatch: `"${version}"` },
    ({ state }) => state,
  );
  await does(
    judge,
    'looks at what became of it',
    routes.listSheetRevisions,
    { path: at },
    ({ items }) => `${items.length} revisions`,
  );
}
