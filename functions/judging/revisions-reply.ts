import { formatPoints } from '../../lib/contest/points.ts';
import { revisionDetail } from '../../lib/contract/judging-sheet-views.ts';
import { openCursor, sealCursor } from '../../lib/http/cursor.ts';
import type { HistoryPage } from '../../lib/store/audit.ts';

/** A place in a history: the edition, the instant of a record and the request or event it came with. */
const position = /^[a-z0-9-]{1,40}#\d{4}-\d\d-\d\dT[\d:.]{12}Z#.{1,700}$/su;

/** Which page of a sheet's revisions is asked for; the cursor is of this list and caller alone. */
export function revisionRange(
  binding: string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
): { readonly limit: number; readonly after?: string } {
  return {
    limit,
    ...(cursor === undefined ? {} : { after: openCursor(binding, cursor, position) }),
  };
}

/** A page of revisions as the audit trail has them, points as decimals. */
export function revisionsReply(binding: string, { records, next }: HistoryPage) {
  const items = records.map(({ at, operation, actorId, detail }) => {
    const { marks, ...said } = revisionDetail.parse(detail);
    const points = Object.fromEntries(
      Object.entries(marks).map(([id, mark]) => [id, formatPoints(mark)]),
    );
    return { at, operation, actorId, ...said, points };
  });
  return { items, ...(next === undefined ? {} : { next: sealCursor(binding, next) }) };
}
