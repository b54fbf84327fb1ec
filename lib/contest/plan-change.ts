import { type Edition, type PlanVersion, whyNotBeforeJudging } from './edition.ts';
import { found, refuse, requireVersion } from './found.ts';
import type { Plan } from './plan.ts';
import { planDifference } from './plan-difference.ts';
import {
  movedClosings,
  removedProblems,
  roundsScoredOtherwise,
  whyNotScoredOtherwise,
} from './plan-freeze.ts';
import { planProblems } from './plan-problems.ts';
import { type FieldError, Refused } from './refusal.ts';
import type { Round } from './round.ts';
import { submissionWindow } from './submission-window.ts';

/** An edition as it begins. */
export type NewEdition = {
  readonly edition: Edition;
  readonly plan: PlanVersion;
  readonly rounds: readonly Round[];
};

/** Where in the request a place of the plan (its pointer) came from. */
export type PlaceOf = (pointer: string) => string;

const inPlan: PlaceOf = (pointer) => `/plan${pointer}`;

/** A new edition from its plan, with its first plan version and its rounds. */
export function setUpEdition(
  wish: { readonly editionId: string; readonly plan: Plan; readonly by: string },
  now: string,
  placeOf = inPlan,
): NewEdition {
  const { editionId, plan, by } = wish;
  refuseProblems(plan, placeOf);
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
 * the past, nor an opening that was reached into the future, for that would take back a right that entrants have.
 * `rounds` are those of `roundsTouched`.
 */
export function changePlan(
  facts: {
    readonly edition: Edition | undefined;
    readonly current: PlanVersion | undefined;
    readonly rounds: readonly Round[];
  },
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
  refuseProblems(change.plan, inPlan);
  const versions = { before: current.plan, after: change.plan };
  refuseErrors([
    ...otherRounds(versions),
    ...removedProblems(edition, versions, now),
    ...movedClosings(facts.rounds, versions),
  ]);
  const scored = roundsScoredOtherwise(edition, current.plan, change.plan);
  const rounds = facts.rounds.filter(({ roundId }) => scored.includes(roundId));
  refuse(whyNotScoredOtherwise(edition, rounds));
  const planVersion = current.planVersion + 1;
  const { plan, reason, documentNumber, by } = change;
  return {
    edition: {
      ...edition,
      name: plan.name,
      ...movedWindow(edition, plan, now),
      planVersion,
      version: edition.version + 1,
    },
    plan: {
      planVersion,
      plan,
      changedAt: now,
      changedBy: by,
      reason,
      documentNumber,
      changed: planDifference(current.plan, plan),
    },
  };
}

/** The window of the new plan; the phase is that of before unless the window has moved. */
function movedWindow(
  edition: Edition,
  plan: Plan,
  now: string,
): Pick<Edition, 'opensAt' | 'closesAt' | 'phase'> {
  const { opensAt, closesAt, phase } = edition;
  const window = submissionWindow(plan);
  if (window.closesAt === closesAt && window.opensAt === opensAt) return { ...window, phase };
  refuse(whyNotBeforeJudging(edition));
  const isTakenBack = opensAt <= now && now < window.opensAt;
  refuseErrors([
    ...(isTakenBack ? [{ pointer: '/plan/dates/submissionsOpenAt', code: 'already-open' }] : []),
    ...(window.closesAt <= now
      ? [{ pointer: '/plan/dates/submissionsCloseAt', code: 'in-the-past' }]
      : []),
  ]);
  return { ...window, phase: 'open' };
}

function refuseProblems(plan: Plan, placeOf: PlaceOf): void {
  refuseErrors(
    planProblems(plan).map(({ pointer, ...rest }) => ({ pointer: placeOf(pointer), ...rest })),
  );
}

function refuseErrors(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new Refused({ code: 'validation-failed', errors });
}

/** Rounds are set up with the edition: their number, order and ids stay. */
function otherRounds({
  before,
  after,
}: {
  readonly before: Plan;
  readonly after: Plan;
}): FieldError[] {
  const ids = (plan: Plan) => plan.rounds.map(({ id }) => id).join(' ');
  return ids(before) === ids(after) ? [] : [{ pointer: '/plan/rounds', code: 'rounds-are-fixed' }];
}
