import { routes } from '../../lib/contract/routes.ts';
import type { PlayedEntry } from './entries.ts';
import { specialPrize } from './special-prize.ts';
import { type Actors, cast } from './stage.ts';

/** The organisers look at one entry of the closed final, and give it the prize that is theirs to give. */
export async function giveSpecialPrize(
  { does }: Actors,
  path: { readonly editionId: string; readonly roundId: string },
  { entryId, title }: Pick<PlayedEntry, 'entryId' | 'title'>,
): Promise<void> {
  const [organiser] = cast.organisers;
  await does(
    organiser,
    `deliberates on "${title}"`,
    routes.getDeliberation,
    { path: { ...path, entryId } },
    ({ sheets, spread }) =>
      `${sheets.length} sheets from ${spread?.lowest.printed} to ${spread?.highest.printed}`,
  );
  await does(
    organiser,
    'gives the special prize',
    routes.recordDecision,
    {
      path,
      body: {
        kind: 'give-prize',
        prizeId: specialPrize.id,
        entryId,
        reason: 'Nhóm trẻ nhất, sản phẩm có triển vọng.',
        documentNumber: '14/BB-BTC',
      },
    },
    ({ number, kind }) => `decision ${number}: ${kind}`,
  );
}
