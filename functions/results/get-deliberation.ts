import { deliberationOn } from '../../lib/contest/deliberation.ts';
import { found, refuse } from '../../lib/contest/found.ts';
import { panelStanding } from '../../lib/contest/panel.ts';
import { deliberationRoutes } from '../../lib/contract/deliberation-routes.ts';
import { whyTooClose } from '../../lib/derived/own-conflicts.ts';
import { roundOutcome } from '../../lib/derived/round-outcome.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadRound } from '../../lib/store/judging.ts';
import { decisionFace } from './decide-round.ts';
import { flagReply } from './flag-reply.ts';
import { scoredParts } from './scored-parts.ts';

/** One entry of a closed round, for who decides about it: never for anybody who is close to it. */
export const getDeliberation = endpoint(
  deliberationRoutes.getDeliberation,
  async ({ path, actor, table, admit }) => {
    const { roundId, entryId } = path;
    const facts = await loadRound(table, path, actor.personId);
    found(facts.edition);
    admit(panelStanding(facts.standing, facts.round, actor.personId));
    const closed = await roundOutcome(table, facts);
    const page = found(deliberationOn(entryId, { ...closed, ...closed.rulings }));
    const task = found(closed.tasks.find((one) => one.entryId === entryId));
    refuse(await whyTooClose(table, facts.member, [entryId]));
    const flag = closed.flags.find((one) => one.entryId === entryId);
    return {
      roundId,
      entryId,
      code: task.code,
      title: task.title,
      trackId: page.trackId,
      ...scoredParts(page),
      sheets: page.sheets.map((sheet) => ({ ...sheet, points: { ...sheet.points } })),
      notCounted: [...page.notCounted],
      ...(page.score ? { score: page.score } : {}),
      ...(page.spread ? { spread: page.spread } : {}),
      whyNotEligible: [...page.whyNotEligible],
      ...(flag ? { flag: flagReply(flag) } : {}),
      standings: page.standings.map(({ above, below, beside, ...standing }) => ({
        ...standing,
        beside: [...beside],
        ...(above ? { above: { ...above, entryIds: [...above.entryIds] } } : {}),
        ...(below ? { below: { ...below, entryIds: [...below.entryIds] } } : {}),
      })),
      prizeIds: [...page.prizeIds],
      tieDecisions: page.tieRulings.map((one) => ({
        ...one,
        order: one.order.map((group) => [...group]),
      })),
      decisions: page.decisions.map(({ isInForce, ...one }) => ({
        ...decisionFace(one),
        isInForce,
      })),
    };
  },
);
