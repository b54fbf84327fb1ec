import { ConditionFailed, type Table } from '../platform/table.ts';
import { appendAudit } from './audit.ts';
import type { Change } from './change.ts';

/** An act of the system itself, for the audit trail. */
export interface SystemAct {
  /** `system:freeze`, `system:inspection`. */
  readonly actorId: string;
  readonly operation: string;
  readonly subject: string;
  readonly at: string;
  /** Of the event behind it. */
  readonly eventId: string;
  readonly editionId: string;
  readonly detail?: { readonly [name: string]: string | number | boolean };
}

/** How often facts may move under an event's decision; after that the event comes again. */
const mostAttempts = 5;

/**
 * Loads, decides and writes until nothing moved in between; the audit record goes with the changes.
 * `decide` answers undefined when there is nothing to do.
 */
export async function systemWrite(
  table: Table,
  act: SystemAct,
  decide: () => Promise<readonly Change[] | undefined>,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const changes = await decide();
    if (!changes) return;
    const { eventId, editionId, ...record } = act;
    const audit = appendAudit({ ...record, requestId: eventId }, editionId);
    try {
      await table.write([...changes.map(({ action }) => action), audit]);
      return;
    } catch (error) {
      if (!(error instanceof ConditionFailed) || attempt === mostAttempts) throw error;
    }
  }
}
