/** The cards of the secretariat's list, and the work of making them anew after the rules changed. */
import * as z from 'zod';
import type { CardFacts, ListCard } from '../contest/list-card.ts';
import { applicantKinds } from '../contest/plan.ts';
import type { Action, Item, Table } from '../platform/table.ts';
import { readDossier } from './entries.ts';
import { entrySchema } from './entry-schemas.ts';
import { submissionSchema } from './item-schemas.ts';
import { create, read, replace, toItem, unchanged } from './items.ts';
import { keys } from './keys.ts';
import { readPlan } from './plans.ts';

const string = z.string();
const count = z.int();

export const cardSchema: z.ZodType<ListCard> = z.object({
  editionId: string,
  entryId: string,
  code: string,
  state: z.enum(['draft', 'submitted', 'eligible', 'ineligible', 'withdrawn']),
  title: string,
  trackId: string,
  fieldId: string.exactOptional(),
  applicantName: string.exactOptional(),
  applicantKind: z.enum(applicantKinds).exactOptional(),
  submission: count,
  submittedAt: string.exactOptional(),
  createdAt: string,
  missing: count,
  missingDocuments: z.array(string),
  supplement: z.object({ closesAt: string, answered: z.boolean() }).exactOptional(),
  opinions: count,
  lateUntil: string.exactOptional(),
  fold: string,
  entryVersion: count,
  dossierVersion: count,
  planVersion: count,
  version: count,
});

/** The facts behind the card of an entry and the card there is, in one read; undefined where there is no such entry. */
export async function loadForCard(
  table: Table,
  editionId: string,
  entryId: string,
): Promise<{ readonly facts: CardFacts; readonly before: ListCard | undefined } | undefined> {
  const [planOne, entryOne, dossier, submission, card] = await table.getMany([
    keys.plan(editionId),
    keys.entry(editionId, entryId),
    keys.dossier(editionId, entryId),
    keys.submission(editionId, entryId),
    keys.card(editionId, entryId),
  ]);
  const plan = readPlan(planOne);
  const entry = read(entrySchema, entryOne);
  if (plan === undefined || entry === undefined) return undefined;
  return {
    facts: {
      plan,
      entry,
      dossier: readDossier(dossier, { editionId, entryId }),
      submission: read(submissionSchema, submission),
    },
    before: read(cardSchema, card),
  };
}

/**
 * The card over the one it was decided on. A first card is made only under the plan it was made from: the work after a
 * change of plan goes along the cards there are, and would not find it.
 */
export function changedCard(card: ListCard): Action[] {
  const put = replace(cardItem(card)).action;
  if (card.version > 1) return [put];
  return [put, unchanged(keys.plan(card.editionId), card.planVersion).action];
}

/** A card's item. */
export const cardItem = (card: ListCard): Item =>
  toItem(keys.card(card.editionId, card.entryId), card);

/** How far the work after a change of plan has come. */
export interface Relisting {
  readonly editionId: string;
  /** Of the plan that the cards are made anew for. */
  readonly planVersion: number;
  /** Entry id of the last card seen to; empty at the beginning. */
  readonly after: string;
  readonly version: number;
}

export const relistingSchema: z.ZodType<Relisting> = z.object({
  editionId: string,
  planVersion: count,
  after: string,
  version: count,
});

/** How far the work has come by now; undefined where the plan never changed. */
export async function loadRelisting(
  table: Table,
  editionId: string,
): Promise<Relisting | undefined> {
  return read(relistingSchema, await table.get(keys.relisting(editionId)));
}

/** A step of the work over the one it was decided on. */
export const changedRelisting = (relisting: Relisting): Action[] => {
  const item = toItem(keys.relisting(relisting.editionId), relisting);
  return [(relisting.version === 1 ? create(item) : replace(item)).action];
};
