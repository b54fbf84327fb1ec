import type { InspectionReason } from '../../lib/contest/inspection-reasons.ts';
import { Rejected } from './rejected.ts';

/** How much of a part its kind is told by. */
const HEAD_BYTES = 512;

const REFUSED: readonly [signature: string, reason: InspectionReason, is: string][] = [
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'active-content', 'an embedded object'],
  ['MZ', 'active-content', 'a program'],
  ['\x7fELF', 'active-content', 'a program'],
  ['{\\rt', 'active-content', 'a rich text, which may hold objects'],
  ['Rar!\x1a\x07', 'archive-limits', 'an archive inside'],
  ['7z\xbc\xaf\x27\x1c', 'archive-limits', 'an archive inside'],
];

/** What a part begins with says what it is, whatever its name does. @throws Rejected */
export function requirePassiveHead(head: Buffer): void {
  const start = head.toString('latin1', 0, 8);
  for (const [signature, reason, is] of REFUSED) {
    if (start.startsWith(signature)) throw new Rejected(reason, is);
  }
}

/** The same pieces, of which the first has at least `HEAD_BYTES`, unless there are fewer in all. */
export async function* withWholeHead(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const piece of stream) {
    // Whoever packs a part decides where its pieces end.
    if (head !== undefined) head = Buffer.concat([head, piece]);
    if (head === undefined) yield piece;
    else if (head.length >= HEAD_BYTES) {
      yield head;
      head = undefined;
    }
  }
  if (head !== undefined && head.length > 0) yield head;
}
