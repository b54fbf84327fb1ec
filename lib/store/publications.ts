import type { Retraction } from '../contest/correction.ts';
import type { PlanVersion } from '../contest/edition.ts';
import { found } from '../contest/found.ts';
import type { Minutes } from '../contest/minutes.ts';
import type { PlannedPublication } from '../contest/planned-publication.ts';
import type { PublicationFacts, PublishedResult } from '../contest/publication.ts';
import type { Table } from '../platform/table.ts';
import type { Change } from './change.ts';
import { loadAwarded, loadWithdrawals, unchangedWithdrawals } from './consents.ts';
import { create, read, replace, stillAbsent, toItem, unchanged } from './items.ts';
import { planOfRound } from './judging.ts';
import { keys } from './keys.ts';
import { loadOutcome } from './outcomes.ts';
import {
  minutesSchema,
  plannedSchema,
  resultSchema,
  retractionSchema,
} from './publication-schemas.ts';
import { readRound } from './rounds.ts';

/** What an act on the publication is decided on, and what must not have moved when it is saved. */
export interface LoadedPublication extends PublicationFacts {
  readonly planned: PlannedPublication | undefined;
  readonly guards: readonly Change[];
}

/** The last round with its approval, minutes and outcome, who gets a prize, what is published and planned. */
export async function loadPublication(
  table: Table,
  editionId: string,
  current: PlanVersion,
): Promise<LoadedPublication> {
  const lastId = found(current.plan.rounds.at(-1)).id;
  const [items, outcome, withdrawals] = await Promise.all([
    table.getMany([
      keys.round(editionId, lastId),
      keys.minutes(editionId, lastId),
      keys.result(editionId),
      keys.plannedPublication(editionId),
    ]),
    loadOutcome(table, editionId, lastId),
    // Before the entries: whoever takes a consent back after this is waited for.
    loadWithdrawals(table, editionId),
  ]);
  const round = found(readRound(items[0]));
  const minutes = read(minutesSchema, items[1]);
  const awards = outcome?.allocation?.awards ?? [];
  const [plan, awarded] = await Promise.all([
    planOfRound(table, current, round),
    loadAwarded(table, editionId, [...new Set(awards.map(({ entryId }) => entryId))]),
  ]);
  return {
    plan,
    round,
    minutes,
    outcome,
    awarded,
    current: read(resultSchema, items[2]),
    planned: read(plannedSchema, items[3]),
    guards: [
      unchanged(keys.round(editionId, lastId), round.version),
      unchangedMinutes(editionId, lastId, minutes),
      unchangedWithdrawals(editionId, withdrawals),
    ],
  };
}

function unchangedMinutes(
  editionId: string,
  roundId: string,
  minutes: Minutes | undefined,
): Change {
  const key = keys.minutes(editionId, roundId);
  return minutes ? unchanged(key, minutes.version) : stillAbsent(key);
}

/** The minutes of a round and what is published, in one read. */
export async function loadMinutes(
  table: Table,
  editionId: string,
  roundId: string,
): Promise<{
  readonly minutes: Minutes | undefined;
  readonly current: PublishedResult | undefined;
}> {
  const [minutes, current] = await table.getMany([
    keys.minutes(editionId, roundId),
    keys.result(editionId),
  ]);
  return { minutes: read(minutesSchema, minutes), current: read(resultSchema, current) };
}

/** Minutes over those they replace. */
export const changedMinutes = (minutes: Minutes): Change =>
  replace(toItem(keys.minutes(minutes.editionId, minutes.roundId), minutes));

/** What is published, planned and proposed in an edition, in one read. */
export async function loadPublicationState(
  table: Table,
  editionId: string,
): Promise<{
  readonly current: PublishedResult | undefined;
  readonly planned: PlannedPublication | undefined;
  readonly retraction: Retraction | undefined;
}> {
  const [current, planned, retraction] = await table.getMany([
    keys.result(editionId),
    keys.plannedPublication(editionId),
    keys.retraction(editionId),
  ]);
  return {
    current: read(resultSchema, current),
    planned: read(plannedSchema, planned),
    retraction: read(retractionSchema, retraction),
  };
}

/** A plan over the one it was decided on. */
export const changedPlan = (planned: PlannedPublication): Change =>
  replace(toItem(keys.plannedPublication(planned.editionId), planned));

/** A plan that nobody made, cancelled or carried out meanwhile. */
export function unchangedPlan(editionId: string, planned: PlannedPublication | undefined): Change {
  const key = keys.plannedPublication(editionId);
  return planned ? unchanged(key, planned.version) : stillAbsent(key);
}

/** A proposal over the one it takes the place of. */
export const changedRetraction = (retraction: Retraction): Change =>
  replace(toItem(keys.retraction(retraction.editionId), retraction));

/** The next version becomes the result, and stands under its own number for ever. */
export function newResult(result: PublishedResult): Change[] {
  const { editionId, resultVersion } = result;
  const body = { ...result, version: resultVersion };
  return [
    replace(
      toItem(keys.result(editionId), body),
      resultVersion === 1 ? () => ({ code: 'already-published' }) : 'reload',
    ),
    create(toItem(keys.resultVersion(editionId, resultVersion), body), 'reload'),
  ];
}
