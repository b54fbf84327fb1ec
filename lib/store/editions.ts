import type { Edition, PlanVersion } from '../contest/edition.ts';
import { activeRoles, type Member } from '../contest/people.ts';
import type { Standing } from '../contest/standing.ts';
import type { Item, Table } from '../platform/table.ts';
import type { Change } from './change.ts';
import { editionSchema, memberSchema } from './item-schemas.ts';
import { create, read, readAll, replace, staleVersion, toItem } from './items.ts';
import { indexes, keys } from './keys.ts';
import { planToItem, readPlan } from './plans.ts';

/** What an official's act on an edition is decided on. */
export interface EditionFacts {
  readonly edition: Edition | undefined;
  readonly plan: PlanVersion | undefined;
  readonly member: Member | undefined;
  readonly standing: Standing;
}

/** Edition, current plan and the caller's membership, in one read. */
export async function loadEdition(
  table: Table,
  editionId: string,
  personId: string,
): Promise<EditionFacts> {
  const [edition, plan, member] = await table.getMany([
    keys.edition(editionId),
    keys.plan(editionId),
    // A caller of a public route has no id: the key then names nobody.
    keys.member(editionId, personId || '-'),
  ]);
  return editionFacts(edition, plan, member);
}

/** Makes the three items of an edition into facts. */
export function editionFacts(
  edition: Item | undefined,
  plan: Item | undefined,
  memberItem: Item | undefined,
): EditionFacts {
  const member = read(memberSchema, memberItem);
  return {
    edition: read(editionSchema, edition),
    plan: readPlan(plan),
    member,
    standing: { roles: activeRoles(member) },
  };
}

/** Whether an e-mail address is an administrator's. */
export async function loadAdministrator(table: Table, email: string | undefined): Promise<boolean> {
  if (!email) return false;
  return (await table.get(keys.administrator(email))) !== undefined;
}

/** The plan to clone, and whether an e-mail address is an administrator's, in one read. */
export async function loadEditionToClone(
  table: Table,
  editionId: string,
  email: string | undefined,
): Promise<{ readonly plan: PlanVersion | undefined; readonly isAdministrator: boolean }> {
  const [plan, administrator] = await table.getMany([
    keys.plan(editionId),
    ...(email ? [keys.administrator(email)] : []),
  ]);
  return { plan: readPlan(plan), isAdministrator: administrator !== undefined };
}

/** Makes an address an administrator's; doing it twice changes nothing. */
export async function grantAdministrator(table: Table, email: string): Promise<void> {
  const key = keys.administrator(email);
  if (await table.get(key)) return;
  await table.write([{ kind: 'put', item: { ...key, v: 1, email } }]);
}

/** A page of all editions, by id. */
export async function listEditions(
  table: Table,
  page: { readonly after?: string; readonly limit: number },
): Promise<readonly Edition[]> {
  const { items } = await table.query({
    index: 'gsi1',
    partition: indexes.editions,
    limit: page.limit,
    ...(page.after === undefined
      ? {}
      : {
          after: { ...keys.edition(page.after), gsi1pk: indexes.editions, gsi1sk: page.after },
        }),
  });
  return readAll(editionSchema, items);
}

/** A new version of the plan, saved under If-Match. */
export function changedPlan(edition: Edition, plan: PlanVersion): Change[] {
  return [
    replace(editionItem(edition), staleVersion),
    replace(planToItem(keys.plan(edition.editionId), plan), staleVersion),
    create(planToItem(keys.planVersion(edition.editionId, plan.planVersion), plan), staleVersion),
  ];
}

/** The edition's item. */
export function editionItem(edition: Edition): Item {
  return toItem(keys.edition(edition.editionId), edition, [indexes.editions, edition.editionId]);
}

/** A member's item. */
export function memberItem(member: Member): Item {
  const { editionId, personId } = member;
  return toItem(keys.member(editionId, personId), member, [
    indexes.person(personId),
    `MEMBER#${editionId}`,
  ]);
}
