import { compareBytewise } from './bytewise.ts';
import type { Blocker } from './refusal.ts';
import { type Assignment, isAssigned, type Round } from './round.ts';

/** What a sheet tells about its task's progress. */
export interface TaskSheet {
  readonly entryId: string;
  readonly judgeId: string;
  readonly state: 'draft' | 'submitted';
  readonly recused: boolean;
}

interface Tasks {
  readonly assignments: readonly Assignment[];
  readonly sheets: readonly TaskSheet[];
}

/** The tasks in force, each with its sheet if one was begun. */
export function tasksOf(
  round: Round,
  { assignments, sheets }: Tasks,
): { readonly task: Assignment; readonly sheet: TaskSheet | undefined }[] {
  const bySheet = new Map(sheets.map((sheet) => [`${sheet.entryId} ${sheet.judgeId}`, sheet]));
  return assignments
    .filter((task) => isAssigned(round, task))
    .map((task) => ({ task, sheet: bySheet.get(`${task.entryId} ${task.judgeId}`) }));
}

/** A sheet that is waited for. */
export interface OpenTask extends Blocker {
  readonly code: 'sheet-missing';
  readonly entryId: string;
  readonly judgeId: string;
}

/** Tasks whose sheet is not handed in; a struck sheet is waited for no longer. */
export function openTasks(round: Round, tasks: Tasks): OpenTask[] {
  return tasksOf(round, tasks)
    .filter(({ sheet }) => sheet?.state !== 'submitted' && sheet?.recused !== true)
    .map(({ task }) => ({
      code: 'sheet-missing' as const,
      entryId: task.entryId,
      judgeId: task.judgeId,
    }));
}

/** An entry of the round that no judge was given. */
export interface UnassignedEntry extends Blocker {
  readonly code: 'nobody-assigned';
  readonly entryId: string;
}

/** Entries that nobody was given: they would drop out of the ranking without a word. */
export function unassignedEntries(
  round: Round,
  tasks: Tasks,
  entryIds: readonly string[],
): UnassignedEntry[] {
  const given = new Set(tasksOf(round, tasks).map(({ task }) => task.entryId));
  return entryIds
    .filter((entryId) => !given.has(entryId))
    .map((entryId) => ({ code: 'nobody-assigned', entryId }));
}

/** An entry that fewer sheets count for than the rules ask. */
export interface ShortEntry extends Blocker {
  readonly code: 'too-few-sheets';
  readonly entryId: string;
  /** The sheets that count. */
  readonly count: number;
}

/** Entries with fewer counting sheets (handed in, not struck) than `minimum`, by id: as they are they get no rank. */
export function shortEntries(round: Round, tasks: Tasks, minimum: number): ShortEntry[] {
  const counts = new Map<string, number>();
  for (const { task, sheet } of tasksOf(round, tasks)) {
    const isCounted = sheet?.state === 'submitted' && !sheet.recused;
    counts.set(task.entryId, (counts.get(task.entryId) ?? 0) + (isCounted ? 1 : 0));
  }
  return [...counts]
    .filter(([, count]) => count < minimum)
    .sort(([a], [b]) => compareBytewise(a, b))
    .map(([entryId, count]) => ({ code: 'too-few-sheets' as const, entryId, count }));
}

interface Counts {
  readonly assigned: number;
  readonly submitted: number;
  readonly drafts: number;
}

/** Counts over the round and for each judge, by id. */
export function roundProgress(
  round: Round,
  tasks: Tasks,
): Counts & { judges: (Counts & { judgeId: string })[] } {
  const all = tasksOf(round, tasks);
  const judgeIds = [...new Set(all.map(({ task }) => task.judgeId))].sort(compareBytewise);
  return {
    ...countsOf(all),
    judges: judgeIds.map((judgeId) => ({
      judgeId,
      ...countsOf(all.filter(({ task }) => task.judgeId === judgeId)),
    })),
  };
}

function countsOf(tasks: ReturnType<typeof tasksOf>): Counts {
  return {
    assigned: tasks.length,
    submitted: tasks.filter(({ sheet }) => sheet?.state === 'submitted').length,
    drafts: tasks.filter(({ sheet }) => sheet?.state === 'draft').length,
  };
}
