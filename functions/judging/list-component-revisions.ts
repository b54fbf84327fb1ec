import { found } from '../../lib/contest/found.ts';
import { judgingComponentRoutes } from '../../lib/contract/judging-component-routes.ts';
import { givenDetail } from '../../lib/contract/judging-component-views.ts';
import { sealCursor } from '../../lib/http/cursor.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { listGivenRevisions, loadGiving } from '../../lib/store/given-components.ts';
import { pointsReply } from './given-reply.ts';
import { revisionRange } from './revisions-reply.ts';

/** An organiser reads what an entry was given at any time, by whom and why. */
export const listComponentRevisions = endpoint(
  judgingComponentRoutes.listComponentRevisions,
  async ({ path, query, actor, table, admit }) => {
    const binding = `listComponentRevisions ${Object.values(path).join(' ')}`;
    const range = revisionRange(binding, query);
    const [facts, { records, next }] = await Promise.all([
      loadGiving(table, path, [path.entryId], actor.personId),
      listGivenRevisions(table, path, range),
    ]);
    found(facts.edition);
    admit(facts.standing);
    found(facts.round);
    found(facts.entries[0]?.state);
    const items = records.map(({ at, actorId, detail }) => {
      const { points, ...said } = givenDetail.parse(detail);
      return { at, actorId, ...said, points: pointsReply(points) };
    });
    return { items, ...(next === undefined ? {} : { next: sealCursor(binding, next) }) };
  },
);
