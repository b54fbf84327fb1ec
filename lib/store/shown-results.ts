import { stillNamed } from '../contest/public-award.ts';
import type { PublishedResult } from '../contest/publication.ts';
import type { Item, Table } from '../platform/table.ts';
import { loadAwarded } from './consents.ts';
import { getAll } from './get-all.ts';
import { read, readAll } from './items.ts';
import { keys } from './keys.ts';
import { loadPlanVersion } from './plans.ts';
import { resultSchema } from './publication-schemas.ts';

/** What is published now, as it was stored: for acts on it, never to be shown. */
export async function loadResult(
  table: Table,
  editionId: string,
): Promise<PublishedResult | undefined> {
  return read(resultSchema, await table.get(keys.result(editionId)));
}

/** Every published version as it was stored, oldest first: for acts on them, never to be shown. */
export async function loadVersions(
  table: Table,
  editionId: string,
): Promise<readonly PublishedResult[]> {
  return readAll(resultSchema, await versionItems(table, editionId));
}

async function versionItems(table: Table, editionId: string): Promise<readonly Item[]> {
  const newest = await loadResult(table, editionId);
  const numbers = Array.from({ length: newest?.resultVersion ?? 0 }, (_, index) => index + 1);
  return await getAll(
    table,
    numbers.map((n) => keys.resultVersion(editionId, n)),
  );
}

/** A published version as everybody may see it now, the newest unless told; undefined where there is none. */
export async function loadShownResult(
  table: Table,
  editionId: string,
  resultVersion?: number,
): Promise<PublishedResult | undefined> {
  const key =
    resultVersion === undefined
      ? keys.result(editionId)
      : keys.resultVersion(editionId, resultVersion);
  const item = await table.get(key);
  return item && (await shown(table, editionId, [item]))[0];
}

/** Every published version as everybody may see it now, oldest first. */
export async function loadShownVersions(
  table: Table,
  editionId: string,
): Promise<readonly PublishedResult[]> {
  return await shown(table, editionId, await versionItems(table, editionId));
}

/** Without the names of those who agree to be named no more: what was published stays, as long as they do. */
async function shown(
  table: Table,
  editionId: string,
  items: readonly Item[],
): Promise<readonly PublishedResult[]> {
  const results = readAll(resultSchema, items);
  const entryIds = new Set(results.flatMap(({ awards }) => awards.map(({ entryId }) => entryId)));
  const planVersions = [...new Set(results.map(({ planVersion }) => planVersion))];
  const [awarded, plans] = await Promise.all([
    loadAwarded(table, editionId, [...entryIds]),
    Promise.all(planVersions.map((n) => loadPlanVersion(table, editionId, n))),
  ]);
  const planOf = new Map(plans.flatMap((one) => (one ? [[one.planVersion, one.plan]] : [])));
  return results.map((result) => {
    const plan = planOf.get(result.planVersion);
    if (!plan) throw new Error(`plan ${result.planVersion} of ${editionId} is gone`);
    return { ...result, awards: result.awards.map((award) => stillNamed(plan, award, awarded)) };
  });
}
