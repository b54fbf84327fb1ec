import { beginJudging } from '../../lib/contest/edition.ts';
import { found } from '../../lib/contest/found.ts';
import { toInstant } from '../../lib/contest/local-time.ts';
import { usesLot } from '../../lib/contest/lot.ts';
import { roundBefore, roundOf } from '../../lib/contest/plan.ts';
import { openRound as open } from '../../lib/contest/round.ts';
import { judgingRoutes } from '../../lib/contract/judging-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { newSeed } from '../../lib/http/new-seed.ts';
import { sha256Hex } from '../../lib/store/digest.ts';
import { editionItem } from '../../lib/store/editions.ts';
import { replace, unchanged } from '../../lib/store/items.ts';
import { changedRound, loadRound, loadRoundById } from '../../lib/store/judging.ts';
import { keys } from '../../lib/store/keys.ts';
import { newLotSeed } from '../../lib/store/rulings.ts';
import { roundReply } from './round-reply.ts';

/** An organiser opens scoring. */
export const openRound = endpoint(
  judgingRoutes.openRound,
  async ({ path, actor, now, table, admit, save }) => {
    const { editionId, roundId } = path;
    const facts = await loadRound(table, path, actor.personId);
    const edition = found(facts.edition);
    admit(facts.standing);
    const { plan } = found(facts.plan);
    const beforeId = roundBefore(plan, roundId)?.id;
    const before =
      beforeId === undefined ? undefined : await loadRoundById(table, editionId, beforeId);
    const roundPlan = found(roundOf(plan, roundId));
    const closesAt = toInstant(roundPlan.closesAt, plan.timeZone);
    const seed = usesLot(roundPlan.rules) ? newSeed() : undefined;
    const commitment = seed && sha256Hex(seed);
    const round = open({ edition, round: found(facts.round), before, closesAt, commitment }, now);
    const judging = beginJudging(edition);
    return save({
      changes: [
        changedRound(round),
        judging === edition
          ? unchanged(keys.edition(editionId), edition.version)
          : replace(editionItem(judging)),
        ...(seed === undefined ? [] : [newLotSeed(editionId, roundId, seed)]),
      ],
      reply: roundReply(round),
      subject: `round/${editionId}/${roundId}`,
      ...(commitment === undefined ? {} : { detail: { commitment } }),
    });
  },
);
