import { nextProgressCard } from '../../lib/contest/progress.ts';
import type { EventServices } from '../../lib/http/services.ts';
import type { Reaction } from '../../lib/platform/events.ts';
import { ConditionFailed, Contention, type Table } from '../../lib/platform/table.ts';
import { loadEdition } from '../../lib/store/editions.ts';
import {
  changedProgressCard,
  loadForProgress,
  type ProgressPlace,
  progressConcernedBy,
  roundsWithCard,
} from '../../lib/store/progress-cards.ts';

/** How often facts may move under a card; after that the event comes again. */
const mostAttempts = 5;

/**
 * Keeps the cards of a round's progress: they follow tasks, sheets, declarations and whether the entry is still in. Cards say
 * again what is recorded elsewhere, so none of this has a record of its own in the ledger.
 */
export const keepProgress =
  ({ table }: Pick<EventServices, 'table'>): Reaction =>
  async (event) => {
    if (event.kind !== 'item-changed' || !event.after) return;
    const concerned = progressConcernedBy(event.before, event.after);
    if (!concerned) return;
    const { editionId, entryId, roundId } = concerned;
    const roundIds = roundId === undefined ? await roundsOf(table, concerned) : [roundId];
    for (const id of roundIds) await keepCard(table, { editionId, entryId, roundId: id });
  };

/** The rounds in which the entry has a card: where it has none yet, its first one is made by what stands then. */
async function roundsOf(
  table: Table,
  place: Pick<ProgressPlace, 'editionId' | 'entryId'>,
): Promise<readonly string[]> {
  const { plan } = await loadEdition(table, place.editionId, '');
  const roundIds = plan?.plan.rounds.map(({ id }) => id) ?? [];
  return roundIds.length === 0 ? [] : await roundsWithCard(table, place, roundIds);
}

/** Makes the card from what stands now, not from what an event carried: events come late and out of order. */
async function keepCard(table: Table, place: ProgressPlace): Promise<void> {
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const { before, facts } = await loadForProgress(table, place);
    const card = nextProgressCard(facts, before);
    if (!card) return;
    try {
      await table.write([changedProgressCard(place, card)]);
      // Before the first card was there, nobody could see that it had to be made anew: look once more.
      if (card.version > 1) return;
    } catch (error) {
      // Another delivery was quicker: by what stands now.
      if (!(error instanceof ConditionFailed || error instanceof Contention)) throw error;
    }
  }
  throw new Error(`the progress of entry ${place.entryId} moved ${mostAttempts} times`);
}
