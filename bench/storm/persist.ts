import { setTimeout as sleep } from 'node:timers/promises';
import type { ProblemDocument } from '../../lib/contract/problem-document.ts';
import { ProblemError } from '../../lib/contract/problem-error.ts';
import { UnexpectedReply } from '../../lib/contract/unexpected-reply.ts';
import { Unreachable } from './transport.ts';

/** One act until it had its answer. Moments are the host's clock, epoch milliseconds. */
interface Told {
  readonly firstSentAt: number;
  readonly lastSentAt: number;
  readonly answeredAt: number;
  readonly tries: number;
  /** From the first try to the answer. */
  readonly milliseconds: number;
}

export type Answered<T> = Told &
  (
    | { readonly kind: 'done'; readonly value: T }
    | { readonly kind: 'late'; readonly problem: ProblemDocument }
  );

/** A host that does not come back is no storm. */
const LONGEST_MS = 60_000;

/**
 * Tries until there is an answer: again where nobody answered or the host said "not now", which is right only under one
 * Idempotency-Key. @throws whatever else came
 */
export async function persist<T>(
  now: () => number,
  attempt: (tries: number) => Promise<T>,
): Promise<Answered<T>> {
  const firstSentAt = now();
  const started = performance.now();
  for (let tries = 1; ; tries += 1) {
    const lastSentAt = now();
    const told = (): Told => ({
      ...{ firstSentAt, lastSentAt, tries, answeredAt: now() },
      milliseconds: performance.now() - started,
    });
    try {
      const value = await attempt(tries);
      return { kind: 'done', value, ...told() };
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'phase-closed') {
        return { kind: 'late', problem: error.problem, ...told() };
      }
      if (!isPassing(error) || performance.now() - started > LONGEST_MS) throw error;
      await sleep(pauseAfter(error));
    }
  }
}

function isPassing(error: unknown): boolean {
  if (error instanceof Unreachable) return true;
  const status =
    error instanceof ProblemError || error instanceof UnexpectedReply ? error.status : 0;
  return status === 429 || status === 503;
}

/** As long as the host asks for; without an answer a moment, no two alike. */
function pauseAfter(error: unknown): number {
  const asked = error instanceof ProblemError ? error.headers.get('retry-after') : undefined;
  return asked ? Number(asked) * 1000 : 20 + Math.random() * 40;
}
