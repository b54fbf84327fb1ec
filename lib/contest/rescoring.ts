/** Sheets of one entry that a closed round waits for: opened again, or of a judge who reads it in addition. */
export interface Rescoring {
  readonly entryId: string;
  readonly judgeIds: readonly string[];
}

interface Waiting {
  readonly rescoring?: readonly Rescoring[];
}

/** The judges whose sheets on the entry a closed round waits for. */
export const waitedFor = ({ rescoring = [] }: Waiting, entryId: string): readonly string[] =>
  rescoring.find((one) => one.entryId === entryId)?.judgeIds ?? [];

/** Whether the judge may write on the entry although the round is closed. */
export const isRescored = (round: Waiting, entryId: string, judgeId: string): boolean =>
  waitedFor(round, entryId).includes(judgeId);

/** The round that waits for these sheets of the entry; for none of it where there are none. Its version stays. */
export function waitFor<Some extends Waiting>(
  round: Some,
  entryId: string,
  judgeIds: readonly string[],
): Some {
  const others = (round.rescoring ?? []).filter((one) => one.entryId !== entryId);
  const rescoring = judgeIds.length === 0 ? others : [...others, { entryId, judgeIds }];
  return { ...round, rescoring };
}

/** The round that waits for this sheet no longer: it is in, or never will be. The same one where it did not wait. */
export function stopWaiting<Some extends Waiting & { readonly version: number }>(
  round: Some,
  entryId: string,
  judgeId: string,
): Some {
  if (!isRescored(round, entryId, judgeId)) return round;
  const rest = waitedFor(round, entryId).filter((one) => one !== judgeId);
  return { ...waitFor(round, entryId, rest), version: round.version + 1 };
}
