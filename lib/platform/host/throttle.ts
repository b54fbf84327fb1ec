/** A token bucket's measure: how many a second for long, and how many at once. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** More callers than this at one time are not told apart any longer: the oldest start afresh. */
const MOST_BUCKETS = 50_000;

/**
 * A token bucket per caller. The answer is 0 when the call may go on, else how many whole seconds to wait.
 * `now` is monotonic milliseconds.
 */
export function createThrottle(
  rate: Rate,
  now: () => number = () => performance.now(),
): (caller: string) => number {
  const buckets = new Map<string, Bucket>();
  return (caller) => {
    const at = now();
    const bucket = buckets.get(caller) ?? { tokens: rate.burst, at };
    if (!buckets.has(caller)) {
      if (buckets.size >= MOST_BUCKETS) dropOldest(buckets);
      buckets.set(caller, bucket);
    }
    bucket.tokens = Math.min(
      rate.burst,
      bucket.tokens + ((at - bucket.at) / 1000) * rate.perSecond,
    );
    bucket.at = at;
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      return 0;
    }
    return Math.max(1, Math.ceil((1 - bucket.tokens) / rate.perSecond));
  };
}

/** A tenth at a time, so that a flood of new callers does not make every call pay. */
function dropOldest(buckets: Map<string, Bucket>): void {
  let left = MOST_BUCKETS / 10;
  for (const caller of buckets.keys()) {
    buckets.delete(caller);
    left -= 1;
    if (left === 0) return;
  }
}
