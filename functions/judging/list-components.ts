import { found } from '../../lib/contest/found.ts';
import { judgingComponentRoutes } from '../../lib/contract/judging-component-routes.ts';
import { openCursor, sealCursor } from '../../lib/http/cursor.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { listGiven } from '../../lib/store/given-components.ts';
import { loadRound } from '../../lib/store/judging.ts';
import { givenReply } from './given-reply.ts';

/** An organiser reads what entries of a round were given beside their sheets, a page at a time. */
export const listComponents = endpoint(
  judgingComponentRoutes.listComponents,
  async ({ path, query, actor, table, admit }) => {
    const { limit, cursor } = query;
    const binding = `listComponents ${path.editionId} ${path.roundId}`;
    const after =
      cursor === undefined ? {} : { after: openCursor(binding, cursor, /^[0-9a-f-]{36}$/) };
    const [facts, { given, next }] = await Promise.all([
      loadRound(table, path, actor.personId),
      listGiven(table, path, { limit, ...after }),
    ]);
    found(facts.edition);
    admit(facts.standing);
    found(facts.round);
    return {
      items: given.map(givenReply),
      ...(next === undefined ? {} : { next: sealCursor(binding, next) }),
    };
  },
);
