import { found } from '../../lib/contest/found.ts';
import { activeRoles } from '../../lib/contest/people.ts';
import { judgingRoutes } from '../../lib/contract/judging-routes.ts';
import { openCursor, sealCursor } from '../../lib/http/cursor.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadQueuePage, type QueueTask } from '../../lib/store/queue.ts';

/** A judge's own tasks over all rounds: title, applicant and team, which is what it takes to see a conflict, and how far each is. */
export const listQueue = endpoint(
  judgingRoutes.listQueue,
  async ({ path, query, actor, table, admit }) => {
    const binding = `listQueue ${path.editionId} ${actor.personId}`;
    const { limit, cursor } = query;
    const after =
      cursor === undefined ? {} : { after: openCursor(binding, cursor, /^[0-9a-f-]{36}$/) };
    const page = await loadQueuePage(table, path.editionId, actor.personId, { limit, ...after });
    found(page.edition);
    admit({ roles: activeRoles(page.member) });
    return {
      items: page.tasks.map(taskReply),
      ...(page.next === undefined ? {} : { next: sealCursor(binding, page.next) }),
    };
  },
);

function taskReply({ task, declaration, sheet }: QueueTask) {
  const { roundId, entryId, title, applicantName, members, code, trackId, fieldId } = task;
  const said = declaration?.conflict === true ? ('conflict' as const) : ('no-conflict' as const);
  return {
    roundId,
    entryId,
    title,
    applicantName,
    members: [...members],
    ...(declaration?.conflict === false ? { code, trackId, fieldId } : {}),
    declaration: declaration === undefined ? ('none' as const) : said,
    sheet: sheet?.state ?? ('none' as const),
  };
}
