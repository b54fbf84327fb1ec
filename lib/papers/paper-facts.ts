import type { FlagStand } from '../contest/flag.ts';
import type { OrganisersDecision } from '../contest/organisers-decision.ts';
import type { Outcome } from '../contest/outcome.ts';
import type { Plan, RoundPlan } from '../contest/plan.ts';
import type { Assignment, Round } from '../contest/round.ts';
import type { ScoreSheet } from '../contest/score-sheet.ts';
import type { TieRuling } from '../contest/tie-ruling.ts';
import { compareVietnameseNames } from '../contest/vietnamese-names.ts';

/** All that papers about a closed round tell. */
export interface PaperFacts {
  readonly plan: Plan;
  readonly roundPlan: RoundPlan;
  readonly round: Round;
  readonly outcome: Outcome;
  /** Names the outcome. */
  readonly digest: string;
  readonly flags: readonly FlagStand[];
  readonly ties: readonly TieRuling[];
  /** Decisions of the organisers that hold, by number. */
  readonly decided: readonly OrganisersDecision[];
  /** In force. */
  readonly tasks: readonly Assignment[];
  readonly sheets: readonly ScoreSheet[];
  /** Of judges and whoever decided, by person id. */
  readonly names: ReadonlyMap<string, string>;
}

/** What each paper says about itself: a draft until the very outcome it tells is approved. */
export interface Stamp {
  readonly isDraft: boolean;
  readonly digest: string;
  /** When what it tells came to be. */
  readonly factsOf: string;
}

/** Whether what is told is the very outcome that was approved, and since when it stands. */
export function stampOf({ round, digest }: Pick<PaperFacts, 'round' | 'digest'>): Stamp {
  const { approval, closedAt } = round;
  const isDraft = approval?.digest !== digest;
  const factsOf =
    (isDraft ? closedAt : approval?.at) ?? round.openedAt ?? '1980-01-01T00:00:00.000Z';
  return { isDraft, digest, factsOf };
}

/** An entry as a line of a table names it. */
export interface NamedEntry {
  readonly code: string;
  readonly title: string;
  readonly applicantName: string;
  readonly members: readonly string[];
}

/** Looks entries up by id; a paper never leaves one out for want of its name. @throws RangeError where one has no task */
export function entryNames(tasks: readonly Assignment[]): (entryId: string) => NamedEntry {
  const byId = new Map(tasks.map((task) => [task.entryId, task]));
  return (entryId) => {
    const task = byId.get(entryId);
    if (!task) throw new RangeError(`entry ${entryId} has no task in the round`);
    const { code, title, applicantName, members } = task;
    return { code, title, applicantName, members };
  };
}

/** A person by name; the id where nobody knows it. */
export const nameOf = ({ names }: Pick<PaperFacts, 'names'>, personId: string): string =>
  names.get(personId) ?? personId;

/** Everybody who was given entries of the round or sits in its panel, the chair first, then by given name. */
export function judgesOf(facts: Pick<PaperFacts, 'round' | 'tasks' | 'names'>): string[] {
  const { panel } = facts.round;
  const ids = new Set(facts.tasks.map(({ judgeId }) => judgeId));
  for (const id of panel ? [...panel.judges, panel.chair] : []) ids.add(id);
  return [...ids].sort((one, other) => byChairAndName(facts, one, other));
}

function byChairAndName(
  facts: Pick<PaperFacts, 'round' | 'names'>,
  one: string,
  other: string,
): number {
  const chair = facts.round.panel?.chair;
  if (one === chair) return -1;
  if (other === chair) return 1;
  const [first, second] = [nameOf(facts, one), nameOf(facts, other)];
  return compareVietnameseNames(first, second) || (one < other ? -1 : 1);
}
