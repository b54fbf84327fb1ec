import { found, refuse } from '../../lib/contest/found.ts';
import { whyNotDecide } from '../../lib/contest/panel.ts';
import { decideTie as decide } from '../../lib/contest/tie-ruling.ts';
import { rulingRoutes } from '../../lib/contract/ruling-routes.ts';
import { whyTooClose } from '../../lib/derived/own-conflicts.ts';
import { roundOutcome } from '../../lib/derived/round-outcome.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { changedRound, loadRound } from '../../lib/store/judging.ts';
import { changedTieRuling } from '../../lib/store/rulings.ts';
import { whyNotSigned } from './why-not-signed.ts';

/** The chair decides a tie that the rules leave to them, unless one of the tied is close to them. */
export const decideTie = endpoint(
  rulingRoutes.decideTie,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId, roundId } = path;
    const facts = await loadRound(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    refuse(whyNotDecide(facts.standing, facts.round, actor.personId));
    refuse(whyNotSigned(facts));
    const [{ outcome, rulings }, tooClose] = await Promise.all([
      roundOutcome(table, facts),
      whyTooClose(table, facts.member, body.order.flat()),
    ]);
    refuse(tooClose);
    const said = { ...body, signedBy: actor.personId };
    const { ruling, round } = decide(
      { round: found(facts.round), outcome, rulings: rulings.ties },
      said,
      now,
    );
    return save({
      changes: [changedTieRuling(ruling), changedRound(round)],
      reply: { ...ruling, order: body.order },
      subject: `round/${editionId}/${roundId}`,
      detail: {
        order: body.order,
        reason: body.reason,
        ...(body.documentNumber === undefined ? {} : { documentNumber: body.documentNumber }),
      },
    });
  },
);
