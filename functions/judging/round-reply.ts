import type { Round } from '../../lib/contest/round.ts';

/** A round as officials see it, in arrays of its own. */
export function roundReply({ panel, extensions, ...round }: Round) {
  return {
    ...round,
    ...(panel === undefined ? {} : { panel: { ...panel, judges: [...panel.judges] } }),
    ...(extensions === undefined ? {} : { extensions: [...extensions] }),
  };
}
