import { activeRoles, type Member } from '../contest/people.ts';
import type { Page, Table } from '../platform/table.ts';
import { memberSchema } from './item-schemas.ts';
import { readAll } from './items.ts';
import { keys } from './keys.ts';

/** Who is an organiser of the edition now, by person id. */
export async function listOrganisers(table: Table, editionId: string): Promise<readonly Member[]> {
  const members: Member[] = [];
  let page: Page | undefined;
  do {
    page = await table.query({
      partition: keys.edition(editionId).pk,
      sort: { beginsWith: 'MEMBER#' },
      limit: 1000,
      ...(page?.last === undefined ? {} : { after: page.last }),
    });
    members.push(...readAll(memberSchema, page.items));
  } while (page.last !== undefined);
  return members.filter((member) => activeRoles(member).includes('organiser'));
}
