import type { EntryState } from './entry-state.ts';
import type { Panel } from './panel.ts';
import type { Blocker } from './refusal.ts';

/** What keeps these entries from being judged in this round; empty when nothing does. */
export function assignmentBlockers(
  pairs: readonly { readonly entryId: string; readonly judgeId: string }[],
  facts: {
    readonly entryStates: ReadonlyMap<string, EntryState>;
    readonly judges: ReadonlySet<string>;
    /** Where the round has one, only its judges are given entries. */
    readonly panel: Panel | undefined;
    /** Entries that reached this round; undefined for the first round. */
    readonly advanced: ReadonlySet<string> | undefined;
    /** What a conflict stands on, by `entryId judgeId`. */
    readonly conflicts: ReadonlyMap<string, string>;
  },
): Blocker[] {
  return pairs.flatMap((pair): Blocker[] => {
    const code = whyNotPair(pair, facts);
    if (code !== undefined) return [{ code, ...pair }];
    const because = facts.conflicts.get(`${pair.entryId} ${pair.judgeId}`);
    return because === undefined ? [] : [{ code: 'conflict-of-interest', ...pair, because }];
  });
}

function whyNotPair(
  { entryId, judgeId }: { readonly entryId: string; readonly judgeId: string },
  facts: Parameters<typeof assignmentBlockers>[1],
): string | undefined {
  const state = facts.entryStates.get(entryId);
  if (state === undefined) return 'entry-unknown';
  if (state !== 'eligible') return 'entry-not-eligible';
  if (facts.advanced && !facts.advanced.has(entryId)) return 'entry-not-advanced';
  if (!facts.judges.has(judgeId)) return 'not-a-judge';
  if (facts.panel && !facts.panel.judges.includes(judgeId)) return 'not-in-panel';
  return undefined;
}
