/** One finding of cdk-nag that stands, and why. */
export interface Acknowledgement {
  /** The rule, with the finding in brackets where the rule names several. */
  readonly id: string;
  /** The construct it is about: `data/Documents` is `Documents` in the data stack. */
  readonly at: string;
  readonly reason: string;
}

/** The same finding, for the same reason, at several constructs. */
export const each = (
  constructs: readonly string[],
  id: string,
  reason: string,
): readonly Acknowledgement[] => constructs.map((at) => ({ id, at, reason }));
