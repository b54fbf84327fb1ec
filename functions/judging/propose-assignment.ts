import { nameOf } from '../../lib/contest/assign.ts';
import type { Impossible, ImpossibleReason } from '../../lib/contest/assignment/problem.ts';
import type { Proposal } from '../../lib/contest/assignment/propose.ts';
import { proposeAssignment as propose } from '../../lib/contest/assignment/propose.ts';
import { found, refuse } from '../../lib/contest/found.ts';
import { roundBefore, roundOf } from '../../lib/contest/plan.ts';
import { askedOf, assignmentProblem, whyNotPropose } from '../../lib/contest/propose-round.ts';
import { Refused } from '../../lib/contest/refusal.ts';
import { whyNotAssign } from '../../lib/contest/round.ts';
import { judgingProposalRoutes } from '../../lib/contract/judging-proposal-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { sha256Hex } from '../../lib/store/digest.ts';
import { loadRound } from '../../lib/store/judging.ts';
import { loadProposalFacts } from '../../lib/store/proposal-facts.ts';

/** A proposal for the organisers: read, solved, answered; giving the entries is another act. */
export const proposeAssignment = endpoint(
  judgingProposalRoutes.proposeAssignment,
  async ({ path, query, actor, now, table, admit }) => {
    const { editionId, roundId } = path;
    const facts = await loadRound(table, path, actor.personId);
    const edition = found(facts.edition);
    admit(facts.standing);
    const round = found(facts.round);
    refuse(whyNotAssign(edition, round, now));
    const { plan } = found(facts.plan);
    const roundPlan = found(roundOf(plan, roundId));
    const { seed = `${editionId}/${roundId}`, ...wish } = query;
    const loaded = await loadProposalFacts(table, round, {
      before: roundBefore(plan, roundId)?.id,
      whyNot: (size) => whyNotPropose(size, askedOf(roundPlan, wish)),
    });
    if ('code' in loaded) throw new Refused(loaded);
    const digest = sha256Hex(JSON.stringify([editionId, roundId, seed]));
    const { problem, standing } = assignmentProblem({ ...loaded, round: roundPlan, digest }, wish);
    const solved = propose(problem);
    return solved.possible
      ? proposed(solved, seed, new Set(standing.map(nameOf)))
      : impossible(solved, seed);
  },
);

const proposed = (
  { pairs, beyondDemand, cost, leastCost, report }: Proposal,
  seed: string,
  stands: ReadonlySet<string>,
) => ({
  possible: true as const,
  seed,
  pairs: pairs.filter((pair) => !stands.has(nameOf(pair))),
  standing: stands.size,
  beyondDemand: [...beyondDemand],
  cost,
  leastCost,
  report: {
    ...report,
    components: report.components.length,
    fragileJudges: [...report.fragileJudges],
    bridges: [...report.bridges],
    concerns: [...report.concerns],
  },
});

const impossible = ({ reasons }: Impossible, seed: string) => ({
  possible: false as const,
  seed,
  reasons: reasons.map(reasonReply),
});

/** A reason, in arrays of its own. */
function reasonReply(reason: ImpossibleReason) {
  switch (reason.code) {
    case 'fixed-in-conflict':
      return { ...reason, pairs: [...reason.pairs] };
    case 'too-few-judges': {
      const { because, entries, fullJudges } = reason;
      const lists = { because: [...because], entries: [...entries], fullJudges: [...fullJudges] };
      return { ...reason, ...lists };
    }
    case 'too-few-cards':
      return { ...reason, judges: [...reason.judges], fullEntries: [...reason.fullEntries] };
    case 'disconnected': {
      const components = reason.components.map(({ entryIds, judgeIds }) => ({
        entryIds: [...entryIds],
        judgeIds: [...judgeIds],
      }));
      return { ...reason, components };
    }
    default:
      return reason;
  }
}
