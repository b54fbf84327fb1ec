import { mostBytesHeld, mostBytesStreamed } from '../../lib/contest/file-limits.ts';
import type { ReadLimits } from './without-stalls.ts';

const MIB = 1024 * 1024;

/** How much one file may cost to look at. */
export interface InspectionLimits extends ReadLimits {
  /** Held in memory whole; a dossier's files are smaller. */
  readonly fileBytes: number;
  /** Of a file that is looked at while it passes: a video. */
  readonly streamedBytes: number;
  /** Everything that is inflated from one file, nested archives too. */
  readonly inflatedBytes: number;
  /** Of the objects in one stream of a PDF, which are held whole; honest streams hold a few hundred objects. */
  readonly objectStreamBytes: number;
  /** Inflated bytes per byte of an archive. Honest documents stay below 30; DEFLATE can reach 1,032. */
  readonly inflationRatio: number;
  readonly archiveEntries: number;
  /** Archives inside the document: a chart keeps its numbers in a workbook of its own. */
  readonly archiveDepth: number;
  readonly imageSide: number;
  readonly imagePixels: number;
  /** Parts of a video. A fragmented one has a dozen for each second. */
  readonly boxes: number;
  /** Parts inside of parts; honest videos stay at 6. */
  readonly boxDepth: number;
  /** Of looking at the bytes, once they are read. */
  readonly milliseconds: number;
}

export const inspectionLimits: InspectionLimits = {
  fileBytes: mostBytesHeld,
  streamedBytes: mostBytesStreamed,
  inflatedBytes: 200 * MIB,
  objectStreamBytes: 32 * MIB,
  inflationRatio: 100,
  archiveEntries: 2000,
  archiveDepth: 1,
  imageSide: 12_000,
  imagePixels: 50_000_000,
  boxes: 200_000,
  boxDepth: 8,
  milliseconds: 5000,
  silenceMilliseconds: 15_000,
  // Less than the minute that the function has, so that it ends by itself and says why.
  readMilliseconds: 50_000,
};
