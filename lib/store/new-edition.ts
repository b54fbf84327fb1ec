import type { Edition, PlanVersion } from '../contest/edition.ts';
import type { Member } from '../contest/people.ts';
import type { Round } from '../contest/round.ts';
import type { Change } from './change.ts';
import { editionItem, memberItem } from './editions.ts';
import { create } from './items.ts';
import { keys } from './keys.ts';
import { planToItem } from './plans.ts';
import { roundItem } from './rounds.ts';

/** An edition set up whole: with its plan, its first organiser and its rounds. */
export function newEdition(facts: {
  readonly edition: Edition;
  readonly plan: PlanVersion;
  readonly organiser: Member;
  readonly rounds: readonly Round[];
}): Change[] {
  const { edition, plan, organiser, rounds } = facts;
  const taken = () => ({ code: 'already-exists', what: 'edition' }) as const;
  return [
    create(editionItem(edition), taken),
    create(planToItem(keys.plan(edition.editionId), plan)),
    create(planToItem(keys.planVersion(edition.editionId, plan.planVersion), plan)),
    create(memberItem(organiser)),
    ...rounds.map((round) => create(roundItem(round))),
  ];
}
