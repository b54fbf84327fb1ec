import { found } from '../../lib/contest/found.ts';
import { historyDetail } from '../../lib/contract/history-detail.ts';
import { listRoutes } from '../../lib/contract/list-routes.ts';
import { openCursor, sealCursor } from '../../lib/http/cursor.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import type { AuditRecord } from '../../lib/store/audit.ts';
import { loadEntryHistory } from '../../lib/store/entry-history.ts';

/** A place in a history: the edition, the instant of a record and the request or event it came with. */
const position = /^[a-z0-9-]{1,40}#\d{4}-\d\d-\d\dT[\d:.]{12}Z#.{1,700}$/su;

/** Who did what to an entry, the first act first. */
export const getEntryHistory = endpoint(
  listRoutes.getEntryHistory,
  async ({ path: { editionId, entryId }, query, actor, table, admit }) => {
    const { limit, cursor } = query;
    const binding = `getEntryHistory ${editionId} ${entryId} ${actor.personId}`;
    const history = await loadEntryHistory(table, editionId, entryId, actor.personId, {
      limit,
      ...(cursor === undefined ? {} : { after: openCursor(binding, cursor, position) }),
    });
    found(history.edition);
    admit(history.standing);
    found(history.entry);
    const { next } = history.page;
    return {
      items: history.page.records.map(recordOf),
      ...(next === undefined ? {} : { next: sealCursor(binding, next) }),
    };
  },
);

const recordOf = ({ at, operation, actorId, detail }: AuditRecord) => ({
  at,
  operation,
  actorId,
  ...(detail === undefined ? {} : { detail: historyDetail.parse(detail) }),
});
