import type { EventQueue } from './event-queue.ts';
import type { Reactions } from './event-round.ts';
import { deliverRound } from './event-round.ts';
import type { Log } from './log.ts';
import { causeOf } from './log.ts';
import type { SqliteTable } from './sqlite-table.ts';

export interface DeliveryOptions {
  readonly table: Pick<SqliteTable, 'changes' | 'database' | 'onWrite'>;
  readonly queue: EventQueue;
  readonly reactions: Reactions;
  /** Epoch milliseconds; the one the queue was opened with. */
  readonly clock: () => number;
  readonly log: Log;
  /** A reaction that takes longer has failed. Default one minute. */
  readonly reactionTimeoutMs?: number;
}

export interface Delivery {
  /** Lets the events under way finish and takes up no others. */
  stop(): Promise<void>;
  /**
   * Resolves when nothing is due: every change and event of before the call, and what came of them, has
   * reached every reaction or waits for its next try; whether anything did since it was asked last.
   * @throws Error when the delivery has stopped
   */
  settled(): Promise<boolean>;
}

/** How late a write of another process, or a jump of the clock, is noticed. */
const LOOK_AGAIN_MS = 500;

/**
 * Brings the change log and the queue to every reaction: at least once, in order per item, over restarts. A
 * failing reaction holds up its own later events of the same item and nothing else.
 */
export function startDelivery(options: DeliveryOptions): Delivery {
  const { clock, log, queue } = options;
  const parts = { reactionTimeoutMs: 60_000, ...options };
  let isStopped = false;
  let waiters: PromiseWithResolvers<boolean>[] = [];
  let isNews = false;
  let wake = Promise.withResolvers<void>();
  const wakeUp = () => wake.resolve();
  const stopListening = [options.table.onWrite(wakeUp), queue.onEnqueue(wakeUp)];

  const rest = async (): Promise<void> => {
    const untilDue = (queue.delivery.nextDueAt() ?? Number.POSITIVE_INFINITY) - clock();
    // What is due and was not taken up belongs to a reaction that is not there: no reason to spin.
    const pause = untilDue > 0 ? Math.min(untilDue, LOOK_AGAIN_MS) : LOOK_AGAIN_MS;
    const timer = setTimeout(wakeUp, pause);
    await wake.promise;
    clearTimeout(timer);
  };

  const oneRound = async (): Promise<boolean> => {
    try {
      return await deliverRound(parts);
    } catch (error) {
      log({ level: 'error', message: 'event delivery failed', cause: causeOf(error) });
      await rest();
      return true;
    }
  };

  const run = async (): Promise<void> => {
    while (!isStopped) {
      wake = Promise.withResolvers<void>();
      const asking = waiters;
      waiters = [];
      if (await oneRound()) {
        isNews = true;
        waiters.unshift(...asking);
        continue;
      }
      for (const waiter of asking) waiter.resolve(isNews);
      isNews &&= asking.length === 0;
      await rest();
    }
    for (const waiter of waiters) waiter.reject(new Error('the delivery has stopped'));
  };
  const running = run();

  return {
    async stop() {
      isStopped = true;
      for (const stop of stopListening) stop();
      wakeUp();
      await running;
    },
    async settled() {
      if (isStopped) throw new Error('the delivery has stopped');
      const waiter = Promise.withResolvers<boolean>();
      waiters.push(waiter);
      wakeUp();
      return await waiter.promise;
    },
  };
}
