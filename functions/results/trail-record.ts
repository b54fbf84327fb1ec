import { judgedEntry, subjectOf } from '../../lib/contest/audit-subject.ts';
import { auditDetail } from '../../lib/contract/audit-views.ts';
import type { AuditRecord } from '../../lib/store/audit.ts';

type Detail = NonNullable<AuditRecord['detail']>;

/** All that is told of how an entry was judged; reasons and rulings are read where it is known who is close to an entry. */
const ofJudging = ['revision', 'state', 'recused', 'takenBack'];

/** Their detail orders entries. */
const orderings = new Set(['decideTie', 'drawLot']);

/** A record as organisers see it: of its detail only what is named, in the shape it is named with. */
export function trailRecord({ at, actorId, operation, requestId, subject, detail }: AuditRecord) {
  const about = subjectOf(subject);
  const named = detail === undefined || orderings.has(operation) ? {} : detail;
  const isOfJudging = judgedEntry(about) !== undefined;
  const told = detailOf(named, (name) => !isOfJudging || ofJudging.includes(name));
  return {
    at,
    actorId,
    operation,
    subject: about,
    requestId,
    ...(Object.keys(told).length === 0 ? {} : { detail: told }),
  };
}

/** Operations call different things by one name: what does not have the shape of the view is left out. */
function detailOf(detail: Detail, isTold: (name: string) => boolean) {
  const fitting = Object.entries(auditDetail.shape).filter(
    ([name, schema]) =>
      Object.hasOwn(detail, name) && isTold(name) && schema.safeParse(detail[name]).success,
  );
  return auditDetail.parse(Object.fromEntries(fitting.map(([name]) => [name, detail[name]])));
}

type TrailRecord = ReturnType<typeof trailRecord>;

const person = /^[A-Za-z0-9_-]{1,128}$/;

/** The people and entries that these records name. */
export function namedIn(records: readonly TrailRecord[]): {
  readonly personIds: readonly string[];
  readonly entryIds: readonly string[];
} {
  const people = records.flatMap(({ actorId, subject, detail = {} }) => [
    actorId,
    subject.judgeId,
    subject.personId,
    detail.personId,
    detail.from,
    detail.to,
    detail.leaves,
    detail.joins,
    detail.chair,
  ]);
  return {
    personIds: people.flatMap((id) => (id !== undefined && person.test(id) ? [id] : [])),
    entryIds: records.flatMap(({ subject }) => subject.entryId ?? []),
  };
}
