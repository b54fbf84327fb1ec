import { inflateSync } from 'node:zlib';
import type { InspectionBudget } from './inspection-budget.ts';
import type { PdfNameWatch } from './pdf-names.ts';
import { type PdfToken, readPdfToken } from './pdf-tokens.ts';
import { asRejected, Rejected } from './rejected.ts';

/** What the dictionary before a stream holds: its names, and the numbers that stand behind a name. */
export interface StreamDictionary {
  readonly names: ReadonlySet<string>;
  readonly numbers: ReadonlyMap<string, number>;
}

const OTHER_FILTERS = [
  'ASCIIHexDecode',
  'AHx',
  'ASCII85Decode',
  'A85',
  'LZWDecode',
  'LZW',
  'RunLengthDecode',
  'RL',
  'Crypt',
  'Predictor',
];

/** Whether some reader would take a stream for one that holds objects: by its type, or by the keys it needs for that. */
export function holdsObjects({ names }: StreamDictionary): boolean {
  return names.has('ObjStm') || (names.has('N') && names.has('First'));
}

/** Reads the objects in an object stream (ISO 32000-1 §7.5.7) past the watch. @throws Rejected */
export function inspectObjectStream(
  body: Buffer,
  dictionary: StreamDictionary,
  watch: PdfNameWatch,
  budget: InspectionBudget,
): void {
  const content = decode(body, dictionary, budget);
  const first = dictionary.numbers.get('First');
  if (first === undefined || first > content.length) throw new Rejected('structure', 'no objects');
  const objects = readHeader(content.subarray(0, first));
  let depth = 0;
  let found = 0;
  let token = readPdfToken(content, first);
  while (token !== undefined) {
    const number = depth === 0 ? objects.get(token.start - first) : undefined;
    if (number !== undefined) {
      watch.enter(number);
      found += 1;
    }
    depth += nesting(token);
    if (token.kind !== 'comment') watch.see(token);
    budget.tick();
    token = readPdfToken(content, token.end);
  }
  // An offset into the middle of something is how a string becomes a dictionary for another reader.
  if (found !== objects.size) throw new Rejected('structure', 'an object that starts nowhere');
}

function decode(body: Buffer, { names }: StreamDictionary, budget: InspectionBudget): Buffer {
  if (OTHER_FILTERS.some((filter) => names.has(filter))) {
    throw new Rejected('structure', 'objects behind an unusual filter');
  }
  if (!names.has('FlateDecode') && !names.has('Fl')) return body;
  try {
    const most = Math.min(budget.left(), budget.limits.objectStreamBytes);
    const content = inflateSync(body, { maxOutputLength: Math.max(1, most) });
    budget.spend(content.length);
    return content;
  } catch (error) {
    if (error instanceof RangeError) throw new Rejected('archive-limits', 'inflates to too much');
    throw asRejected(error);
  }
}

/** Offset of each object -> its number. */
function readHeader(header: Buffer): Map<number, number> {
  const numbers = header
    .toString('latin1')
    .trim()
    .split(/[\0\s]+/);
  const objects = new Map<number, number>();
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    objects.set(Number(numbers[index + 1]), Number(numbers[index]));
  }
  const sound = numbers.length % 2 === 0 && numbers.every((text) => /^\d{1,9}$/.test(text));
  if (!sound) throw new Rejected('structure', 'a broken object stream');
  return objects;
}

function nesting({ kind, text }: PdfToken): number {
  if (kind !== 'mark') return 0;
  if (text === '<<' || text === '[') return 1;
  return text === '>>' || text === ']' ? -1 : 0;
}
