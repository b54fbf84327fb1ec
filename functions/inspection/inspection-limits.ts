const MIB = 1024 * 1024;

/** How much one file may cost to look at. */
export interface InspectionLimits {
  /** Held in memory whole; a dossier's files are smaller. */
  readonly fileBytes: number;
  /** Everything that is inflated from one file, nested archives too. */
  readonly inflatedBytes: number;
  /** Inflated bytes per byte of an archive. Honest documents stay below 30; DEFLATE can reach 1,032. */
  readonly inflationRatio: number;
  readonly archiveEntries: number;
  /** Archives inside the document: a chart keeps its numbers in a workbook of its own. */
  readonly archiveDepth: number;
  readonly imageSide: number;
  readonly imagePixels: number;
  /** Of looking at the bytes, once they are read. */
  readonly milliseconds: number;
}

export const inspectionLimits: InspectionLimits = {
  fileBytes: 25 * MIB,
  inflatedBytes: 200 * MIB,
  inflationRatio: 100,
  archiveEntries: 2000,
  archiveDepth: 1,
  imageSide: 12_000,
  imagePixels: 50_000_000,
  milliseconds: 5000,
};
