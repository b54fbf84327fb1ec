import type { Retraction } from '../../lib/contest/correction.ts';
import type { Minutes } from '../../lib/contest/minutes.ts';
import type { PlannedPublication } from '../../lib/contest/planned-publication.ts';
import type { PublishedResult } from '../../lib/contest/publication.ts';

/** A published version as its view takes it; the view leaves out what is nobody's. */
export const resultReply = (result: PublishedResult) => ({
  ...result,
  tracks: [...result.tracks],
  awards: [...result.awards],
  earlier: [...result.earlier],
});

/** A plan to publish, as organisers see it. */
export const plannedReply = ({ by, at, ...planned }: PlannedPublication) => ({
  ...planned,
  plannedBy: by,
  plannedAt: at,
});

/** Signed minutes, as organisers see them. */
export const minutesReply = ({ at, ...minutes }: Minutes) => ({ ...minutes, recordedAt: at });

/** A retraction that waits for another person. */
export const retractionReply = ({ editionId, version, ...retraction }: Retraction) => retraction;
