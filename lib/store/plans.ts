import * as z from 'zod';
import type { Terms } from '../contest/confidentiality.ts';
import type { PlanVersion } from '../contest/edition.ts';
import { planFromWire, planToWire, type WirePlan } from '../contest/plan-wire.ts';
import type { Item, Key, Table } from '../platform/table.ts';
import { digestOf } from './digest.ts';
import { toItem } from './items.ts';
import { keys } from './keys.ts';

/**
 * A plan is stored as one JSON text: it is written once, by a request whose schema checked it, and read by
 * almost every call, where taking 300 nested attributes apart would cost more than the rest of the work.
 */
const planItem = z.object({
  planVersion: z.int(),
  planJson: z.string(),
  changedAt: z.string(),
  changedBy: z.string(),
  reason: z.string(),
  documentNumber: z.string(),
  changed: z.array(z.string()).exactOptional(),
});

const isWirePlan = (value: unknown): value is WirePlan =>
  typeof value === 'object' && value !== null && 'rounds' in value;

/** The plan version an item holds; undefined where there is none. */
export function readPlan(item: Item | undefined): PlanVersion | undefined {
  if (item === undefined) return undefined;
  const { planJson, ...version } = planItem.parse(item);
  const wire: unknown = JSON.parse(planJson);
  if (!isWirePlan(wire)) throw new TypeError(`no plan in ${item.pk} ${item.sk}`);
  return { ...version, plan: planFromWire(wire) };
}

/** The terms of confidentiality of a plan; undefined where it has none. */
export function termsIn(current: PlanVersion | undefined): Terms | undefined {
  const asked = current?.plan.confidentiality;
  return asked && { version: asked.version, textSha256: digestOf(asked.text) };
}

/** The item of a plan version under one of its two keys: the current one, and its own for ever. */
export function planToItem(key: Key, { plan, ...version }: PlanVersion): Item {
  return toItem(key, {
    ...version,
    planJson: JSON.stringify(planToWire(plan)),
    version: version.planVersion,
  });
}

/** The plan as it was at that version. */
export async function loadPlanVersion(
  table: Table,
  editionId: string,
  planVersion: number,
): Promise<PlanVersion | undefined> {
  return readPlan(await table.get(keys.planVersion(editionId, planVersion)));
}

/** A page of the versions of a plan, the newest first; `after` is the last version of the page before. */
export async function listPlanVersions(
  table: Table,
  editionId: string,
  page: { readonly after?: number; readonly limit: number },
): Promise<readonly PlanVersion[]> {
  const { items } = await table.query({
    partition: keys.plan(editionId).pk,
    sort: { beginsWith: 'PLAN#' },
    direction: 'descending',
    limit: page.limit,
    ...(page.after === undefined ? {} : { after: keys.planVersion(editionId, page.after) }),
  });
  return items.flatMap((item) => readPlan(item) ?? []);
}
