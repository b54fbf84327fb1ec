import { compareBytewise } from './bytewise.ts';
import type { EntryState } from './entry-state.ts';
import { type Assignment, type Declaration, isAssigned, type Round } from './round.ts';
import type { TaskSheet } from './round-tasks.ts';
import { sameData } from './same-data.ts';

/** How far a task is; with a conflict nobody waits for it. */
export const taskStates = ['none', 'draft', 'submitted', 'conflict'] as const;

export type TaskState = (typeof taskStates)[number];

/** One judge's task on an entry. */
export interface CardTask {
  readonly judgeId: string;
  readonly state: TaskState;
  /** As the assignment has them: see `isAssigned`. */
  readonly revisions: readonly string[];
}

/** How far the sheets of one entry in one round are: says again what stands with tasks, sheets and declarations, in little. */
export interface ProgressCard {
  readonly entryId: string;
  readonly code: string;
  /** An entry found ineligible later is nobody's task any more. */
  readonly isEligible: boolean;
  /** By judge id. */
  readonly tasks: readonly CardTask[];
  readonly version: number;
}

/** What stands about one entry in one round. */
export interface CardFacts {
  readonly assignments: readonly Assignment[];
  readonly sheets: readonly TaskSheet[];
  readonly declarations: readonly Declaration[];
  readonly entryState: EntryState | undefined;
}

/** The card by these facts, over the one before; undefined where it says so already or there is no task. */
export function nextProgressCard(
  facts: CardFacts,
  before: ProgressCard | undefined,
): ProgressCard | undefined {
  const [first] = facts.assignments;
  if (!first) return undefined;
  const card = {
    entryId: first.entryId,
    code: first.code,
    isEligible: facts.entryState === 'eligible',
    tasks: facts.assignments
      .map(({ judgeId, revisions }) => ({
        judgeId,
        state: stateOf(judgeId, facts),
        revisions: [...revisions],
      }))
      .toSorted((a, b) => compareBytewise(a.judgeId, b.judgeId)),
  };
  if (before && sameData({ ...card, version: before.version }, { ...before })) return undefined;
  return { ...card, version: (before?.version ?? 0) + 1 };
}

function stateOf(judgeId: string, { sheets, declarations }: CardFacts): TaskState {
  const sheet = sheets.find((one) => one.judgeId === judgeId);
  const word = declarations.find((one) => one.judgeId === judgeId);
  return word?.conflict || sheet?.recused ? 'conflict' : (sheet?.state ?? 'none');
}

/** The tasks of a card that are in force. */
export const tasksInForce = (round: Round, { isEligible, tasks }: ProgressCard): CardTask[] =>
  isEligible ? tasks.filter((task) => isAssigned(round, task)) : [];

/** Tasks by how far they are. */
export interface TaskCounts {
  readonly assigned: number;
  readonly submitted: number;
  readonly drafts: number;
  readonly conflicts: number;
}

/** A judge's tasks, and how many more they can take by what they stated. */
export interface JudgeProgress extends TaskCounts {
  readonly judgeId: string;
  readonly capacity?: number;
  readonly remaining?: number;
}

/** Counts over the round and for each judge with a task, by id. `capacities` are what judges stated. */
export function progressBoard(
  round: Round,
  cards: readonly ProgressCard[],
  capacities: ReadonlyMap<string, number>,
): TaskCounts & { readonly judges: JudgeProgress[] } {
  const byJudge = tasksByJudge(round, cards);
  const judges = [...byJudge].map(([judgeId, tasks]) => {
    const counts = countsOf(tasks);
    const capacity = capacities.get(judgeId);
    if (capacity === undefined) return { judgeId, ...counts };
    // Whoever has a conflict reads another entry in its place.
    const remaining = Math.max(0, capacity - counts.assigned + counts.conflicts);
    return { judgeId, ...counts, capacity, remaining };
  });
  return { ...countsOf([...byJudge.values()].flat()), judges };
}

/** The tasks in force of each judge who has one, by id. */
export function tasksByJudge(
  round: Round,
  cards: readonly ProgressCard[],
): ReadonlyMap<string, readonly CardTask[]> {
  const tasks = cards.flatMap((card) => tasksInForce(round, card));
  const groups = Map.groupBy(tasks, ({ judgeId }) => judgeId);
  return new Map([...groups].toSorted(([a], [b]) => compareBytewise(a, b)));
}

/** Whether somebody waits for the sheet. */
export const isWaitedFor = ({ state }: CardTask): boolean => state === 'none' || state === 'draft';

/** An entry's sheets: how many the rules ask for, and how many of these are still to come. */
export interface EntryProgress extends TaskCounts {
  readonly entryId: string;
  readonly code: string;
  readonly needed: number;
  readonly missing: number;
}

/** How far an entry is, of which the rules ask for so many sheets; undefined where no task of it is in force. */
export function entryProgress(
  round: Round,
  card: ProgressCard,
  needed: number,
): EntryProgress | undefined {
  const tasks = tasksInForce(round, card);
  if (tasks.length === 0) return undefined;
  const { entryId, code } = card;
  const counts = countsOf(tasks);
  return { entryId, code, ...counts, needed, missing: Math.max(0, needed - counts.submitted) };
}

function countsOf(tasks: readonly CardTask[]): TaskCounts {
  const count = (state: TaskState) => tasks.filter((task) => task.state === state).length;
  return {
    assigned: tasks.length,
    submitted: count('submitted'),
    drafts: count('draft'),
    conflicts: count('conflict'),
  };
}
