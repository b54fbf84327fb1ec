/** A judge's own sheet as its judge is shown it: points are decimals by criterion, or by its parts; version 0 before the first save. */
export interface ShownSheet {
  readonly roundId: string;
  readonly entryId: string;
  readonly state: 'none' | 'draft' | 'submitted';
  readonly planVersion: number;
  readonly points: { readonly [partId: string]: string };
  /** Exact: a decimal or else a fraction. */
  readonly total: string;
  readonly comment: string;
  readonly note: string;
  readonly savedAt?: string;
  readonly submittedAt?: string;
  readonly reopened?: { readonly reason: string; readonly at: string };
  readonly version: number;
}
