import { found, refuse } from '../../lib/contest/found.ts';
import { moderateComment as moderate } from '../../lib/contest/moderation.ts';
import { feedbackRoutes } from '../../lib/contract/feedback-routes.ts';
import { whyTooClose } from '../../lib/derived/own-conflicts.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { changedModeration, loadCommented } from '../../lib/store/comments.ts';
import { loadRound } from '../../lib/store/judging.ts';
import { moderationRecord } from './moderation-record.ts';

/** An organiser decides what the startup reads of a comment; what the judge wrote stays beside it. */
export const moderateComment = endpoint(
  feedbackRoutes.moderateComment,
  async ({ path, body, actor, now, ifMatch, table, admit, save }) => {
    const [facts, [commented]] = await Promise.all([
      loadRound(table, path, actor.personId),
      loadCommented(table, [path]),
    ]);
    found(facts.edition);
    admit(facts.standing);
    refuse(await whyTooClose(table, facts.member, [path.entryId]));
    const { revision, ...word } = body;
    const act = { revision, basedOn: ifMatch, by: actor.personId, now };
    const moderation = moderate({ ...found(commented), round: found(facts.round) }, word, act);
    return save({
      changes: changedModeration(moderation),
      reply: moderation,
      ...moderationRecord(moderation),
    });
  },
);
