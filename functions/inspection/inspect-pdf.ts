import type { InspectionBudget } from './inspection-budget.ts';
import { type PdfNameWatch, watchPdfNames } from './pdf-names.ts';
import { holdsObjects, inspectObjectStream } from './pdf-object-stream.ts';
import { type PdfToken, readPdfToken } from './pdf-tokens.ts';
import { Rejected } from './rejected.ts';
import { refuseArchiveTail } from './zip-tail.ts';

const TAIL_BYTES = 1024;
const END = /startxref[\0\s]+(\d{1,10})[\0\s]+%%EOF[\0\s]*$/;
const CROSS_REFERENCE = /^(?:xref[\0\s]|\d{1,10}[\0\s]+\d{1,5}[\0\s]+obj)/;
/** Two numbers, with spaces or comments behind each; looked for right before `obj`. */
const TWO_NUMBERS = /\d(?:[\0\s]|%[^\r\n]*[\r\n])+\d+(?:[\0\s]|%[^\r\n]*[\r\n])*$/;
const LONGEST_LOOK_BACK = 64;

/**
 * A PDF from its first byte to its last: nothing before or behind, nothing active, no password. Objects are found by
 * reading the whole file, not by its table of contents, since readers mend a broken table each in its own way.
 * @throws Rejected
 */
export function inspectPdf(bytes: Buffer, budget: InspectionBudget): void {
  if (!/^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8))) {
    throw new Rejected('signature-mismatch', 'no PDF signature');
  }
  requireEnd(bytes);
  refuseArchiveTail(bytes);
  readObjects(bytes, budget);
}

function requireEnd(bytes: Buffer): void {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - TAIL_BYTES));
  const offset = END.exec(tail)?.[1];
  const start = Number(offset ?? 0);
  const there = bytes.toString('latin1', start, start + 40);
  if (offset === undefined || !CROSS_REFERENCE.test(there)) {
    throw new Rejected('structure', 'no table at the end');
  }
}

function readObjects(bytes: Buffer, budget: InspectionBudget): void {
  const watch = watchPdfNames();
  const object = readingObject();
  let token = readPdfToken(bytes, 0);
  while (token !== undefined) {
    budget.tick();
    let next = token.end;
    if (token.kind === 'string' || token.kind === 'comment') {
      requireNoObject(bytes, token.start, token.end);
    }
    // A comment counts as a space.
    if (token.kind !== 'comment') {
      if (object.opensStream(token)) next = readStream(bytes, token, object, watch, budget);
      else see(token, object, watch);
      object.see(token);
    }
    token = readPdfToken(bytes, next);
  }
  watch.finish();
  if (!watch.hasRoot()) throw new Rejected('structure', 'a PDF without a root');
}

function see(token: PdfToken, object: ReadingObject, watch: PdfNameWatch): void {
  if (token.kind === 'word' && token.text === 'obj') watch.enter(object.number());
  else watch.see(token);
}

type ReadingObject = ReturnType<typeof readingObject>;

/** Remembers, of the object that is being read, what decides about a stream behind its dictionary. */
function readingObject() {
  let names = new Set<string>();
  let numbers = new Map<string, number>();
  let last: PdfToken | undefined;
  let beforeLast: PdfToken | undefined;
  return {
    see(token: PdfToken): void {
      if (token.kind === 'word' && token.text === 'obj') {
        names = new Set();
        numbers = new Map();
      }
      if (token.kind === 'name') names.add(token.text);
      if (last?.kind === 'name' && /^\d{1,9}$/.test(token.text)) {
        numbers.set(last.text, Number(token.text));
      }
      beforeLast = last;
      last = token;
    },
    /** At `obj`: the first of the two numbers before it. */
    number: () => Number(beforeLast?.text ?? Number.NaN),
    /** Some readers take the keyword also with other letters behind it. */
    opensStream: (token: PdfToken) =>
      token.kind === 'word' &&
      token.text.startsWith('stream') &&
      last?.kind === 'mark' &&
      last.text === '>>',
    dictionary: () => ({ names, numbers }),
  };
}

/** Answers where to read on. */
function readStream(
  bytes: Buffer,
  keyword: PdfToken,
  object: ReadingObject,
  watch: PdfNameWatch,
  budget: InspectionBudget,
): number {
  const body = streamBody(bytes, keyword.start + 'stream'.length);
  requireNoObject(bytes, body.start, body.end);
  const dictionary = object.dictionary();
  if (holdsObjects(dictionary)) {
    inspectObjectStream(bytes.subarray(body.start, body.end), dictionary, watch, budget);
  }
  return body.end;
}

/** From the next line to the first `endstream`: what a wrong `/Length` would hide behind it is read as objects. */
function streamBody(bytes: Buffer, afterKeyword: number): { start: number; end: number } {
  let start = afterKeyword;
  while (start < bytes.length && bytes[start] !== 0x0d && bytes[start] !== 0x0a) start += 1;
  start += bytes[start] === 0x0d && bytes[start + 1] === 0x0a ? 2 : 1;
  const end = bytes.indexOf('endstream', start, 'latin1');
  if (end < 0) throw new Rejected('structure', 'a stream without an end');
  return { start, end };
}

/**
 * The table of contents may point into a string, a comment or a stream, and an object hidden there would be seen by a
 * reader and not by us. Compressed bytes look so about once in ten thousand files of the largest size.
 */
function requireNoObject(bytes: Buffer, start: number, end: number): void {
  let at = bytes.indexOf('obj', start, 'latin1');
  while (at >= 0 && at + 3 <= end) {
    const before = bytes.toString('latin1', Math.max(start, at - LONGEST_LOOK_BACK), at);
    if (TWO_NUMBERS.test(before)) throw new Rejected('structure', 'an object inside of another');
    at = bytes.indexOf('obj', at + 3, 'latin1');
  }
}
