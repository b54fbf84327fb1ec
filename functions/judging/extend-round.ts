import { extendRound as extend } from '../../lib/contest/extend-round.ts';
import { found } from '../../lib/contest/found.ts';
import { judgingSheetRoutes } from '../../lib/contract/judging-sheet-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { changedRound, loadRound } from '../../lib/store/judging.ts';
import { roundReply } from './round-reply.ts';

/** An organiser lets an open round close later; a sheet that comes between the old time and the new is in. */
export const extendRound = endpoint(
  judgingSheetRoutes.extendRound,
  async ({ path, body, actor, now, table, admit, save }) => {
    const facts = await loadRound(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const { round, extension } = extend(
      { round: found(facts.round), plan: found(facts.plan).plan },
      { ...body, by: actor.personId },
      now,
    );
    const { from, closesAt, reason, documentNumber } = extension;
    return save({
      changes: [changedRound(round)],
      reply: roundReply(round),
      subject: `round/${path.editionId}/${path.roundId}`,
      detail: { from, closesAt, reason, documentNumber },
    });
  },
);
