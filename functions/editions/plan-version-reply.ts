import type { PlanVersion } from '../../lib/contest/edition.ts';
import { submissionWindow } from '../../lib/contest/submission-window.ts';

/** A version of the plan in the list: what changed and by which decision; who changed it is not public. */
export const planVersionReply = ({ plan, changed, ...version }: PlanVersion) => ({
  planVersion: version.planVersion,
  changedAt: version.changedAt,
  reason: version.reason,
  documentNumber: version.documentNumber,
  ...submissionWindow(plan),
  ...(changed === undefined ? {} : { changed: [...changed] }),
});
