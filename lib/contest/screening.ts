/** Why an entry is kept out: a code of the plan's list, and what there is to say about this case. */
export interface Reason {
  readonly code: string;
  readonly note?: string;
}

/** A decision on form and eligibility, or one person's opinion of it. */
export interface Screening {
  readonly decision: 'eligible' | 'ineligible';
  readonly reasons: readonly Reason[];
  /** Of a decision: who completed it. */
  readonly by: string;
  readonly at: string;
  /** An organiser decided alone: opinions move it no more. */
  readonly final?: true;
  /** Why an organiser decided alone. */
  readonly note?: string;
}
