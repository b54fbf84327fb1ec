import { found } from '../../lib/contest/found.ts';
import {
  type Commented,
  commentOf,
  requireCommentsOpen,
  standingModeration,
} from '../../lib/contest/moderation.ts';
import type { Round } from '../../lib/contest/round.ts';
import { feedbackRoutes } from '../../lib/contract/feedback-routes.ts';
import { ownConflicts } from '../../lib/derived/own-conflicts.ts';
import { openCursor, sealCursor } from '../../lib/http/cursor.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadEntryComments } from '../../lib/store/comments.ts';
import { loadRound } from '../../lib/store/judging.ts';
import { loadProgressPage } from '../../lib/store/progress-cards.ts';

/** A judge may write 4,000 characters: with ten judges an entry a page of more would outgrow an answer. */
const mostEntries = 20;

/** Organisers read what judges wrote for the startups, entry by entry, once nothing of it changes any more; not of one close to them. */
export const listComments = endpoint(
  feedbackRoutes.listComments,
  async ({ path, query, actor, table, admit }) => {
    const { editionId, roundId } = path;
    const { cursor } = query;
    const limit = Math.min(query.limit, mostEntries);
    const binding = `listComments ${editionId} ${roundId} ${actor.personId}`;
    const after =
      cursor === undefined ? {} : { after: openCursor(binding, cursor, /^[0-9a-f-]{36}$/) };
    const [facts, page] = await Promise.all([
      loadRound(table, path, actor.personId),
      loadProgressPage(table, path, { limit, ...after }),
    ]);
    found(facts.edition);
    admit(facts.standing);
    const round = found(facts.round);
    requireCommentsOpen(round);
    const entryIds = page.cards.map(({ entryId }) => entryId);
    const close = await ownConflicts(table, facts.member, entryIds);
    const commented = await Promise.all(
      entryIds
        .filter((entryId) => !close.has(entryId))
        .map((entryId) => loadEntryComments(table, { editionId, roundId, entryId })),
    );
    const last = page.hasMore ? page.cards.at(-1) : undefined;
    return {
      items: commented.flat().flatMap((one) => commentReply(round, one)),
      ...(last ? { next: sealCursor(binding, last.entryId) } : {}),
    };
  },
);

function commentReply(round: Round, commented: Commented) {
  const sheet = commentOf(round, commented);
  if (!sheet) return [];
  const { entryId, judgeId, comment, version: revision } = sheet;
  const moderation = standingModeration(sheet, commented.moderation);
  return [{ entryId, judgeId, comment, revision, ...(moderation ? { moderation } : {}) }];
}
