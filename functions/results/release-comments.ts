import { found, refuse } from '../../lib/contest/found.ts';
import { releaseComments as release } from '../../lib/contest/moderation.ts';
import { feedbackRoutes } from '../../lib/contract/feedback-routes.ts';
import { whyTooClose } from '../../lib/derived/own-conflicts.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { changedModeration, loadCommented } from '../../lib/store/comments.ts';
import { loadRound } from '../../lib/store/judging.ts';
import { moderationRecord } from './moderation-record.ts';

/** Comments that an organiser has read are shown as they are, all or none; those decided about before stay as decided. */
export const releaseComments = endpoint(
  feedbackRoutes.releaseComments,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId, roundId } = path;
    const places = body.comments.map((one) => ({ ...path, ...one }));
    const [facts, commented] = await Promise.all([
      loadRound(table, path, actor.personId),
      loadCommented(table, places),
    ]);
    found(facts.edition);
    admit(facts.standing);
    const entryIds = places.map(({ entryId }) => entryId);
    refuse(await whyTooClose(table, facts.member, entryIds));
    const wanted = body.comments.map((read, at) => ({ ...found(commented[at]), read }));
    const released = release(found(facts.round), wanted, { by: actor.personId, now });
    return save({
      changes: released.flatMap(changedModeration),
      reply: { released: released.length },
      subject: `comments/${editionId}/${roundId}`,
      detail: { released: released.length },
      alsoTo: released.map(moderationRecord),
    });
  },
);
