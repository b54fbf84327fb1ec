import type { Edition } from '../../lib/contest/edition.ts';
import { nextCard } from '../../lib/contest/list-card.ts';
import type { EventServices } from '../../lib/http/services.ts';
import type { Reaction } from '../../lib/platform/events.ts';
import { type Action, ConditionFailed, Contention, type Table } from '../../lib/platform/table.ts';
import { changedItem } from '../../lib/store/changed-item.ts';
import { queryCards } from '../../lib/store/entry-list.ts';
import {
  changedCard,
  changedRelisting,
  loadForCard,
  loadRelisting,
  type Relisting,
} from '../../lib/store/list-cards.ts';

/** Cards made anew for one event: a second's work, so that no event takes as long as the edition is large. */
const cardsPerStep = 100;
/** How often facts may move under a card; after that the event comes again. */
const mostAttempts = 5;

/**
 * Keeps the secretariat's list: an entry's card follows the entry and its dossier, and all cards a change of plan. Cards say
 * again what is recorded elsewhere, so none of this has a record of its own in the ledger.
 */
export const keepList =
  ({ table }: Pick<EventServices, 'table'>): Reaction =>
  async (event) => {
    if (event.kind !== 'item-changed' || !event.after) return;
    const changed = changedItem(event.after);
    switch (changed?.kind) {
      case 'entry':
        return await keepCard(table, changed.entry.editionId, changed.entry.entryId);
      case 'dossier':
        return await keepCard(table, changed.dossier.editionId, changed.dossier.entryId);
      case 'edition':
        return await keepUnderPlan(table, event.before?.['planVersion'], changed.edition);
      case 'relisting':
        return await goOnRelisting(table, changed.relisting);
      default:
    }
  };

/** Makes the card of an entry from what stands now, not from what an event carried: events come late and out of order. */
async function keepCard(table: Table, editionId: string, entryId: string): Promise<void> {
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const loaded = await loadForCard(table, editionId, entryId);
    const card = loaded ? nextCard(loaded.facts, loaded.before) : 'current';
    if (card === 'current') return;
    if (card !== 'torn' && (await isWritten(table, changedCard(card)))) return;
  }
  throw new Error(`the card of entry ${entryId} moved ${mostAttempts} times`);
}

/**
 * Notes that all cards are to be made anew when the plan moved; the note's own change has the first step taken. A new
 * edition (`before` is undefined) has none yet.
 */
async function keepUnderPlan(table: Table, before: unknown, edition: Edition): Promise<void> {
  const { editionId, planVersion } = edition;
  if (before === undefined || before === planVersion) return;
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const noted = await loadRelisting(table, editionId);
    if (noted && noted.planVersion >= planVersion) return;
    const version = (noted?.version ?? 0) + 1;
    const first = { editionId, planVersion, after: '', version };
    if (await isWritten(table, changedRelisting(first))) return;
  }
  throw new Error(`the list of ${editionId} moved ${mostAttempts} times`);
}

/** Takes one step and notes it; that note's change has the next one taken, so that a crash costs one step. */
async function goOnRelisting(table: Table, told: Relisting): Promise<void> {
  const { editionId, planVersion, after, version } = told;
  const now = await loadRelisting(table, editionId);
  // A step that was taken already, or was overtaken by a newer plan.
  if (now?.version !== version) return;
  const { cards, hasMore } = await queryCards(table, editionId, {
    limit: cardsPerStep,
    ...(after === '' ? {} : { after }),
  });
  const stale = cards.filter((card) => card.planVersion < planVersion);
  await Promise.all(stale.map(({ entryId }) => keepCard(table, editionId, entryId)));
  const last = hasMore ? cards.at(-1) : undefined;
  if (!last) return;
  const next = { ...told, after: last.entryId, version: version + 1 };
  // Not written: another delivery of this step was quicker, or a newer plan begins from the start.
  await isWritten(table, changedRelisting(next));
}

/** Writes unless something moved meanwhile. */
async function isWritten(table: Table, actions: readonly Action[]): Promise<boolean> {
  try {
    await table.write(actions);
    return true;
  } catch (error) {
    if (error instanceof ConditionFailed || error instanceof Contention) return false;
    throw error;
  }
}
