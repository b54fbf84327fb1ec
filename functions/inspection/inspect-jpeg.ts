import { requireImageSize } from './image-size.ts';
import type { InspectionBudget } from './inspection-budget.ts';
import { Rejected } from './rejected.ts';
import { refuseArchiveTail } from './zip-tail.ts';

const END_OF_IMAGE = Buffer.from([0xff, 0xd9]);
const START_OF_SCAN = 0xda;
/** In the range of start-of-frame markers, but something else: DHT, JPG, DAC. */
const NO_FRAME = new Set([0xc4, 0xc8, 0xcc]);

/**
 * A JPEG's segments up to its pixels, and an end behind them. Bytes after the end are let be, since phones put previews
 * and short films there, but an archive is not. @throws Rejected
 */
export function inspectJpeg(bytes: Buffer, budget: InspectionBudget): void {
  if (bytes.length < 4 || bytes.readUIntBE(0, 3) !== 0xffd8ff) {
    throw new Rejected('signature-mismatch', 'no JPEG signature');
  }
  let at = 2;
  let framed = false;
  for (;;) {
    const segment = readSegment(bytes, at);
    if (segment.marker === START_OF_SCAN) break;
    if (isFrame(segment.marker)) {
      requireFrameSize(segment.content, budget);
      framed = true;
    }
    at = segment.end;
    budget.tick();
  }
  if (!framed) throw new Rejected('structure', 'a JPEG without a frame');
  if (bytes.indexOf(END_OF_IMAGE, at) < 0) throw new Rejected('structure', 'a JPEG cut short');
  refuseArchiveTail(bytes);
}

function readSegment(bytes: Buffer, start: number) {
  let at = start;
  // Any number of fill bytes may precede a marker.
  while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
  const marker = bytes[at + 1];
  if (bytes[at] !== 0xff || marker === undefined || at + 4 > bytes.length) {
    throw new Rejected('structure', 'a broken JPEG segment');
  }
  const end = at + 2 + bytes.readUInt16BE(at + 2);
  if (end < at + 4 || end > bytes.length) throw new Rejected('structure', 'a broken JPEG segment');
  return { marker, content: bytes.subarray(at + 4, end), end };
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && !NO_FRAME.has(marker);
}

function requireFrameSize(content: Buffer, budget: InspectionBudget): void {
  if (content.length < 6) throw new Rejected('structure', 'a broken JPEG frame');
  requireImageSize(content.readUInt16BE(3), content.readUInt16BE(1), budget.limits);
}
