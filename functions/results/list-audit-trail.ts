import { judgedEntry, recordedSubject, subjectOf } from '../../lib/contest/audit-subject.ts';
import { found } from '../../lib/contest/found.ts';
import { auditRoutes } from '../../lib/contract/audit-routes.ts';
import { ownConflicts } from '../../lib/derived/own-conflicts.ts';
import { openCursor, sealCursor } from '../../lib/http/cursor.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { RequestRefused } from '../../lib/http/request-refused.ts';
import type { AuditRecord } from '../../lib/store/audit.ts';
import { loadNamed, loadTrail } from '../../lib/store/audit-trail.ts';
import { namedIn, trailRecord } from './trail-record.ts';

/** How many records a call with a filter looks through; a read of the table ends at a megabyte as well. */
const mostLookedAt = 500;

/** A place in a trail: the scope and instant of a record, and the request or event it came with. */
const position = /^[a-z0-9-]{1,40}#\d{4}-\d\d-\d\dT[\d:.]{12}Z#[ -~]{1,700}$/;

/** Before and after every instant. */
const [earliest, latest] = ['0', '~'];

/** Who did what in an edition, the last act first. Reading it leaves no record: each page would add one to the next. */
export const listAuditTrail = endpoint(
  auditRoutes.listAuditTrail,
  async ({ path: { editionId }, query, actor, table, admit }) => {
    const { limit, cursor, ...filter } = query;
    const { from = earliest, to = latest, ...looked } = filter;
    const { subject } = looked;
    const said = JSON.stringify(Object.entries(filter).sort());
    const binding = `listAuditTrail ${editionId} ${actor.personId} ${said}`;
    const after =
      cursor === undefined ? undefined : within(openCursor(binding, cursor, position), from, to);
    const page = await loadTrail(table, editionId, actor.personId, {
      from,
      to,
      limit: Object.keys(looked).length === 0 ? limit : mostLookedAt,
      ...(subject === undefined ? {} : { subject: recordedSubject(subject, editionId) }),
      ...(after === undefined ? {} : { after }),
    });
    found(page.edition);
    admit(page.standing);
    const matching = page.acts.flatMap(({ place, record }) =>
      meets(record, looked) ? [{ place, record: trailRecord(record) }] : [],
    );
    const entryIds = matching.flatMap(({ record }) => judgedEntry(record.subject) ?? []);
    const close = await ownConflicts(table, page.member, entryIds);
    // Before the page is cut: a page that is short for it would tell that there is something.
    const open = matching.filter(({ record }) => !close.has(judgedEntry(record.subject) ?? ''));
    const shown = open.slice(0, limit);
    const isCut = shown.length < open.length;
    const last = isCut ? shown.at(-1) : page.acts.at(-1);
    const items = shown.map(({ record }) => record);
    return {
      items,
      ...(await loadNamed(table, editionId, namedIn(items))),
      ...(last && (isCut || page.hasMore) ? { next: sealCursor(binding, last.place) } : {}),
    };
  },
);

interface Looked {
  readonly subject?: string;
  readonly actorId?: string;
  readonly operation?: string;
  readonly kind?: string;
}

const meets = (record: AuditRecord, { actorId, operation, kind }: Looked): boolean =>
  (actorId === undefined || record.actorId === actorId) &&
  (operation === undefined || record.operation === operation) &&
  (kind === undefined || subjectOf(record.subject).kind === kind);

/** The binding of a cursor is no secret, and a table refuses to begin outside of what it is asked for. */
function within(place: string, from: string, to: string): string {
  const at = place.slice(place.indexOf('#') + 1);
  if (at >= from && at < to) return place;
  throw new RequestRefused('cursor-invalid', {
    errors: [{ pointer: '/query/cursor', code: 'not-allowed' }],
  });
}
