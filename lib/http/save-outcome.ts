import { Refused } from '../contest/refusal.ts';
import { type Action, ConditionFailed, type Item, type Table } from '../platform/table.ts';
import { appendAudit } from '../store/audit.ts';
import type { Change } from '../store/change.ts';
import {
  type FirstAnswer,
  firstAnswer,
  loadFirstAnswer,
  recordAnswer,
} from '../store/idempotency.ts';
import { type Answer, answerOf, repeatedAnswer } from './answer.ts';
import type { Outcome, Recorded } from './endpoint.ts';
import type { ParsedRequest } from './parse-request.ts';
import { RequestRefused } from './request-refused.ts';
import type { WiredEndpoint } from './wire-endpoint.ts';

/** What a save works with. */
export interface SaveContext {
  readonly wired: WiredEndpoint;
  readonly request: ParsedRequest;
  readonly table: Table;
  readonly requestId: string;
  readonly now: string;
}

/**
 * What became of a save: answered (now, or the first time this act was carried out), or to be decided again because the
 * facts moved under it.
 */
export type Saved = Answer | 'reload';

/**
 * The one write of a call: the record of the act, its changes and its audit record, all or nothing. The reply is checked
 * before anything is written.
 * @throws Refused when the condition of a change failed
 * @throws RequestRefused idempotency-key-reused
 */
export async function saveOutcome(
  context: SaveContext,
  outcome: Outcome<unknown>,
  over?: Item,
): Promise<Saved> {
  const { wired, request, table, now } = context;
  const { act } = request;
  const answer = answerOf(wired.route, outcome.reply);
  const record = act === undefined ? [] : [recordAnswer(act, firstOf(request, answer), now, over)];
  const changes = outcome.changes.map((change) => change.action);
  try {
    // The record goes first: a table names the first condition that failed, and of two equal calls the later one
    // has to learn that it is the later one.
    await table.write([...record, ...changes, ...auditsOf(context, outcome)]);
    return answer;
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    if (act === undefined || error.action > 0) {
      return afterFailedChange(outcome.changes[error.action - record.length], error);
    }
    const first = firstAnswer(error.old, now);
    if (first !== undefined) return repeated(context, first);
    if (error.old === undefined || over !== undefined) return 'reload';
    return await saveOutcome(context, outcome, error.old);
  }
}

/**
 * The answer this act had before, if it was carried out: asked when a write is refused, because the refusal may come from the
 * act's own effect, or from a deadline that passed while the first answer was lost.
 * @throws RequestRefused idempotency-key-reused
 */
export async function earlierAnswer(context: SaveContext): Promise<Answer | undefined> {
  const { act } = context.request;
  if (act === undefined) return undefined;
  const first = await loadFirstAnswer(context.table, act, context.now);
  return first === undefined ? undefined : repeated(context, first);
}

function afterFailedChange(change: Change | undefined, error: ConditionFailed): 'reload' {
  if (change?.otherwise === undefined) throw error;
  if (change.otherwise === 'reload') return 'reload';
  throw new Refused(change.otherwise(error.old));
}

function repeated({ wired, request }: SaveContext, first: FirstAnswer): Answer {
  if (first.requestHash !== request.hash()) throw new RequestRefused('idempotency-key-reused');
  return repeatedAnswer(wired.route, first);
}

function firstOf(request: ParsedRequest, { status, body }: Answer): FirstAnswer {
  return { requestHash: request.hash(), status, body };
}

function auditsOf(context: SaveContext, outcome: Outcome<unknown>): Action[] {
  const parts: readonly Recorded[] = [outcome, ...(outcome.alsoTo ?? [])];
  return parts.map((part, at) => auditOf(context, part, at));
}

function auditOf(context: SaveContext, { subject, detail }: Recorded, part: number): Action {
  const { request, requestId, now, wired } = context;
  const record = {
    at: now,
    actorId: request.actor.personId,
    operation: wired.route.operation,
    requestId,
    subject,
    ...(detail === undefined ? {} : { detail }),
  };
  return appendAudit(record, editionIn(request.path), part);
}

function editionIn(path: unknown): string | undefined {
  if (typeof path !== 'object' || path === null || !('editionId' in path)) return undefined;
  return typeof path.editionId === 'string' ? path.editionId : undefined;
}
