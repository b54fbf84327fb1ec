import type { InspectionReason } from '../../lib/contest/inspection-reasons.ts';
import { refuseBytes } from './byte-watch.ts';
import { foreignArchives, testVirus } from './foreign-bytes.ts';
import { refuseForeignStart } from './foreign-start.ts';
import { inspectJpeg } from './inspect-jpeg.ts';
import { inspectMp4 } from './inspect-mp4.ts';
import { inspectOfficeDocument } from './inspect-office-document.ts';
import { inspectPdf } from './inspect-pdf.ts';
import { inspectPng } from './inspect-png.ts';
import { createInspectionBudget, type InspectionBudget } from './inspection-budget.ts';
import { type InspectionLimits, inspectionLimits } from './inspection-limits.ts';
import { officeTypes } from './office-types.ts';
import { passExpected, readExpected, requireSizeUpTo } from './read-expected.ts';
import { Rejected } from './rejected.ts';

/** What the uploader said the file would be. */
export interface ExpectedObject {
  /** Lower-case hex. */
  readonly sha256: string;
  readonly size: number;
  readonly contentType: string;
}

export type InspectionVerdict =
  | { readonly verdict: 'clean' }
  | { readonly verdict: 'rejected'; readonly reason: InspectionReason };

type Inspector = (bytes: Buffer, budget: InspectionBudget) => void | Promise<void>;

/** A type that is neither here nor a video cannot be inspected, so it is not let in. */
const INSPECTORS: ReadonlyMap<string, Inspector> = new Map<string, Inspector>([
  ['application/pdf', inspectPdf],
  ['image/png', inspectPng],
  ['image/jpeg', inspectJpeg],
  ...officeTypes.map((type): [string, Inspector] => [
    type,
    (bytes, budget) => inspectOfficeDocument(bytes, budget, [type]),
  ]),
]);

/** The one type that may be too large to hold. */
const VIDEO = 'video/mp4';

/**
 * Whether stored bytes are what they were said to be and safe to hand to a judge. Whatever cannot be understood is
 * rejected. It holds at most `limits.fileBytes` in memory, of a video one piece. @throws what the source throws, and
 * when it stalls: there is no verdict then, and the event comes again.
 */
export async function inspectObject(
  source: AsyncIterable<Uint8Array>,
  expected: ExpectedObject,
  limits: InspectionLimits = inspectionLimits,
): Promise<InspectionVerdict> {
  try {
    if (expected.contentType === VIDEO) {
      requireSizeUpTo(limits.streamedBytes, expected);
      await inspectMp4(passExpected(source, expected, limits), expected.size, limits);
    } else {
      const bytes = await readExpected(source, expected, limits);
      await inspectBytes(bytes, expected.contentType, createInspectionBudget(limits));
    }
    return { verdict: 'clean' };
  } catch (error) {
    if (error instanceof Rejected) return { verdict: 'rejected', reason: error.reason };
    throw error;
  }
}

async function inspectBytes(bytes: Buffer, contentType: string, budget: InspectionBudget) {
  const inspect = INSPECTORS.get(contentType);
  if (inspect === undefined) throw new Rejected('signature-mismatch', 'no type of ours');
  refuseBytes(testVirus, bytes);
  await inspect(bytes, budget);
  if (!officeTypes.includes(contentType)) refuseBytes(foreignArchives, bytes);
  if (contentType !== 'application/pdf') refuseForeignStart(bytes);
}
