import { type Edition, type PlanVersion, whyNotBeforeJudging } from './edition.ts';
import { found, refuse, requireVersion } from './found.ts';
import type { Plan } from './plan.ts';
import { planProblems } from './plan-problems.ts';
import { Refused } from './refusal.ts';
import type { Round } from './round.ts';
import { submissionWindow } from './submission-window.ts';

/** A new edition from its plan, with its first plan version and its rounds. */
export function setUpEdition(
  wish: { readonly editionId: string; readonly plan: Plan; readonly by: string },
  now: string,
): { edition: Edition; plan: PlanVersion; rounds: Round[] } {
  const { editionId, plan, by } = wish;
  refuseProblems(plan);
  return {
    edition: {
      editionId,
      name: plan.name,
      phase: 'open',
      ...submissionWindow(plan),
      planVersion: 1,
      createdAt: now,
      version: 1,
    },
    plan: {
      planVersion: 1,
      plan,
      changedAt: now,
      changedBy: by,
      reason: '',
      documentNumber: plan.rules.documentNumber,
    },
    rounds: plan.rounds.map(({ id }) => plannedRound(editionId, id)),
  };
}

function plannedRound(editionId: string, roundId: string): Round {
  return {
    editionId,
    roundId,
    state: 'planned',
    planVersion: 1,
    assignmentRevisions: [],
    version: 1,
  };
}

/**
 * The edition under a changed plan. An extension reopens a frozen edition; a deadline is never moved into
 * the past, for that would take back a right that entrants have.
 */
export function changePlan(
  facts: { readonly edition: Edition | undefined; readonly current: PlanVersion | undefined },
  change: {
    readonly plan: Plan;
    readonly reason: string;
    readonly documentNumber: string;
    readonly by: string;
    readonly basedOn: number;
  },
  now: string,
): { edition: Edition; plan: PlanVersion } {
  const edition = found(facts.edition);
  const current = found(facts.current);
  requireVersion(edition.version, change.basedOn);
  refuseProblems(change.plan);
  refuseOtherRounds(current.plan, change.plan);
  const window = submissionWindow(change.plan);
  const isMoved = window.closesAt !== edition.closesAt || window.opensAt !== edition.opensAt;
  if (isMoved) refuse(whyNotBeforeJudging(edition));
  if (isMoved && window.closesAt <= now) {
    throw new Refused({
      code: 'validation-failed',
      errors: [{ pointer: '/plan/dates/submissionsCloseAt', code: 'in-the-past' }],
    });
  }
  const planVersion = current.planVersion + 1;
  const { plan, reason, documentNumber, by } = change;
  return {
    edition: {
      ...edition,
      name: plan.name,
      ...window,
      phase: isMoved ? 'open' : edition.phase,
      planVersion,
      version: edition.version + 1,
    },
    plan: { planVersion, plan, changedAt: now, changedBy: by, reason, documentNumber },
  };
}

function refuseProblems(plan: Plan): void {
  const errors = planProblems(plan).map(({ pointer, ...rest }) => ({
    pointer: `/plan${pointer}`,
    ...rest,
  }));
  if (errors.length > 0) throw new Refused({ code: 'validation-failed', errors });
}

/** Rounds are set up with the edition: their number, order and ids stay. */
function refuseOtherRounds(before: Plan, after: Plan): void {
  const ids = (plan: Plan) => plan.rounds.map(({ id }) => id).join(' ');
  if (ids(before) === ids(after)) return;
  throw new Refused({
    code: 'validation-failed',
    errors: [{ pointer: '/plan/rounds', code: 'rounds-are-fixed' }],
  });
}
