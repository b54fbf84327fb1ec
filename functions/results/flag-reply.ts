import type { FlagStand } from '../../lib/contest/flag.ts';

/** A flag as the chair and the organisers see it, in arrays of its own. */
export const flagReply = ({ totals, divergent, waitedFor, ruling, ...flag }: FlagStand) => ({
  ...flag,
  totals: [...totals],
  divergent: [...divergent],
  waitedFor: [...waitedFor],
  ...(ruling === undefined ? {} : { ruling: { ...ruling, judgeIds: [...ruling.judgeIds] } }),
});
