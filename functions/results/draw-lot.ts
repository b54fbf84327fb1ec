import { found, refuse } from '../../lib/contest/found.ts';
import { lotOrder } from '../../lib/contest/lot.ts';
import { whyNotDecide } from '../../lib/contest/panel.ts';
import { drawLot as draw, tiesLeft } from '../../lib/contest/tie-ruling.ts';
import { rulingRoutes } from '../../lib/contract/ruling-routes.ts';
import { roundOutcome } from '../../lib/derived/round-outcome.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { sha256Hex } from '../../lib/store/digest.ts';
import { changedRound, loadRound } from '../../lib/store/judging.ts';
import { loadLotSeed } from '../../lib/store/rulings.ts';

/** The chair has the lot drawn: the seed is told, and whoever kept its digest can redo the order. */
export const drawLot = endpoint(
  rulingRoutes.drawLot,
  async ({ path, actor, now, table, admit, save }) => {
    const { editionId, roundId } = path;
    const facts = await loadRound(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    refuse(whyNotDecide(facts.standing, facts.round, actor.personId));
    const [{ outcome }, seed = ''] = await Promise.all([
      roundOutcome(table, facts),
      loadLotSeed(table, editionId, roundId),
    ]);
    const round = draw({ round: found(facts.round), outcome }, { seed, by: actor.personId }, now);
    const tied = tiesLeft(outcome).filter(({ leftTo }) => leftTo === 'lot');
    const ids = new Set(tied.flatMap(({ entryIds }) => entryIds));
    const order = lotOrder([...ids], seed, sha256Hex);
    const commitment = found(round.lot).commitment;
    return save({
      changes: [changedRound(round)],
      reply: { roundId, commitment, seed, at: now, order },
      subject: `round/${editionId}/${roundId}`,
      detail: { commitment, seed, order },
    });
  },
);
