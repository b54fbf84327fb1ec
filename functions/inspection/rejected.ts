import type { InspectionReason } from '../../lib/contest/inspection-reasons.ts';

/** Ends an inspection. The message says what was found, for the log; people are told the reason only. */
export class Rejected extends Error {
  override readonly name = 'Rejected';
  readonly reason: InspectionReason;

  constructor(reason: InspectionReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** What a parser threw about the bytes it was given becomes `structure`; a `Rejected` stays what it is. */
export function asRejected(error: unknown): Rejected {
  if (error instanceof Rejected) return error;
  return new Rejected('structure', 'cannot be parsed', { cause: error });
}
