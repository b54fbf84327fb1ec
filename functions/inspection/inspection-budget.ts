import type { InspectionLimits } from './inspection-limits.ts';
import { Rejected } from './rejected.ts';

/** What is left of a file's allowance. Its methods throw `Rejected` when it is used up. */
export interface InspectionBudget {
  readonly limits: InspectionLimits;
  /** Call it in every loop over what a stranger wrote: a timer cannot interrupt synchronous work. */
  tick(): void;
  /** So many more bytes came out of a compressed stream. */
  spend(bytes: number): void;
  /** How many bytes may still come out. */
  left(): number;
  /** From here on no more than this may come out in all. */
  cap(bytes: number): void;
}

const TICKS_PER_LOOK = 64;

/** A fresh allowance; its time starts now. */
export function createInspectionBudget(limits: InspectionLimits): InspectionBudget {
  const end = performance.now() + limits.milliseconds;
  let most = limits.inflatedBytes;
  let spent = 0;

  let ticks = 0;

  function tick(): void {
    ticks += 1;
    // Asking the time takes longer than reading a token.
    if (ticks % TICKS_PER_LOOK !== 0) return;
    if (performance.now() > end) throw new Rejected('structure', 'took too long');
  }
  return {
    limits,
    tick,
    spend(bytes) {
      spent += bytes;
      if (spent > most) throw new Rejected('archive-limits', 'inflates to too much');
      tick();
    },
    left: () => most - spent,
    cap(bytes) {
      most = Math.min(most, bytes);
    },
  };
}
