import { nameOf, type Pair } from '../../lib/contest/assign.ts';
import type { Impossible, ImpossibleReason } from '../../lib/contest/assignment/problem.ts';
import type { Proposal } from '../../lib/contest/assignment/propose.ts';
import {
  proposeAssignment as propose,
  refillAssignment,
} from '../../lib/contest/assignment/propose.ts';
import { compareBytewise } from '../../lib/contest/bytewise.ts';
import { refuseErrors } from '../../lib/contest/content-errors.ts';
import { found, refuse } from '../../lib/contest/found.ts';
import { roundBefore, roundOf } from '../../lib/contest/plan.ts';
import {
  askedOf,
  assignmentProblem,
  whyNotPropose,
  wishErrors,
} from '../../lib/contest/propose-round.ts';
import { Refused } from '../../lib/contest/refusal.ts';
import { whyNotAssign } from '../../lib/contest/round.ts';
import { judgingProposalRoutes } from '../../lib/contract/judging-proposal-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { digestOf, sha256Hex } from '../../lib/store/digest.ts';
import { loadRound } from '../../lib/store/judging.ts';
import { loadProposalFacts } from '../../lib/store/proposal-facts.ts';

/**
 * A proposal for the organisers, as they want it; giving the entries is another act. Nothing changes by it: the ledger keeps
 * what was asked and the digest of what was answered.
 */
export const proposeAssignment = endpoint(
  judgingProposalRoutes.proposeAssignment,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId, roundId } = path;
    const facts = await loadRound(table, path, actor.personId);
    const edition = found(facts.edition);
    admit(facts.standing);
    const round = found(facts.round);
    refuse(whyNotAssign(edition, round, now));
    const { plan } = found(facts.plan);
    const roundPlan = found(roundOf(plan, roundId));
    const { seed = `${editionId}/${roundId}`, ...wish } = body;
    const loaded = await loadProposalFacts(table, round, {
      before: roundBefore(plan, roundId)?.id,
      whyNot: (size) => whyNotPropose(size, askedOf(roundPlan, wish)),
    });
    if ('code' in loaded) throw new Refused(loaded);
    refuseErrors(wishErrors(loaded, wish));
    const digest = sha256Hex(JSON.stringify([editionId, roundId, seed]));
    const { problem, standing } = assignmentProblem({ ...loaded, round: roundPlan, digest }, wish);
    const solved = wish.refill ? refillAssignment(problem, standing) : propose(problem);
    const reply = solved.possible ? proposed(solved, seed, loaded.tasks) : impossible(solved, seed);
    return save({
      changes: [],
      reply,
      subject: `round/${editionId}/${roundId}`,
      detail: {
        seed,
        asked: JSON.stringify(wish),
        ...(reply.possible
          ? { digest: reply.digest, pairs: reply.pairs.length, taken: reply.taken.length }
          : { reasons: reply.reasons.map(({ code }) => code) }),
      },
    });
  },
);

/** What is new in it, and what of the tasks in force is not in it. */
function proposed(solved: Proposal, seed: string, tasks: readonly Pair[]) {
  const { beyondDemand, cost, leastCost, report } = solved;
  const [held, wanted] = [new Set(tasks.map(nameOf)), new Set(solved.pairs.map(nameOf))];
  const pairs = solved.pairs.filter((pair) => !held.has(nameOf(pair)));
  const taken = tasks
    .filter((task) => !wanted.has(nameOf(task)))
    .map(({ entryId, judgeId }) => ({ entryId, judgeId }))
    .toSorted((a, b) => compareBytewise(nameOf(a), nameOf(b)));
  return {
    possible: true as const,
    seed,
    digest: digestOf({ pairs, taken }),
    pairs,
    taken,
    standing: tasks.length - taken.length,
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
  };
}

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
