import type { Plan } from '../contest/plan.ts';
import type { Approval, Round } from '../contest/round.ts';
import type { Table, Value } from '../platform/table.ts';
import type { Change } from './change.ts';
import { loadRoundById } from './judging.ts';
import { voidedOutcome } from './outcomes.ts';
import { unchangedRound } from './rounds.ts';

/** A record in the history of an approval. */
interface VoidedRecord {
  readonly subject: string;
  readonly detail: { readonly [name: string]: Value };
}

/** The round that the plan has after an approved one; of a round that is not approved nobody asks. */
export async function roundAfter(
  table: Table,
  { plan, round }: { readonly plan: Plan; readonly round: Round },
): Promise<Round | undefined> {
  const at = plan.rounds.findIndex(({ id }) => id === round.roundId);
  const after = at < 0 ? undefined : plan.rounds[at + 1];
  if (!after || round.state !== 'approved') return undefined;
  return await loadRoundById(table, round.editionId, after.id);
}

/** What an approval that an act made void leaves behind: no outcome of the round, and a record in its own history. */
export function voidedWith(facts: {
  readonly round: Round;
  readonly next: Round | undefined;
  readonly voided: Approval | undefined;
  /** The kind of act. */
  readonly because: 'decision' | 'conflict' | 'flag';
}): { readonly changes: readonly Change[]; readonly alsoTo: readonly VoidedRecord[] } {
  const { round, next, voided, because } = facts;
  if (!voided) return { changes: [], alsoTo: [] };
  const { digest, by, at } = voided;
  return {
    changes: [voidedOutcome(round), ...(next ? [unchangedRound(next)] : [])],
    alsoTo: [
      {
        subject: `approval/${round.editionId}/${round.roundId}`,
        detail: { voided: digest, approvedBy: by, approvedAt: at, because },
      },
    ],
  };
}
