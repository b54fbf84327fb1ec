import { Partition } from './partition.ts';

/** The judges of each entry, by positions: the graph of entries and judges. */
export type Readers = readonly (readonly number[])[];

/** Which component each entry and judge is in, numbered from 0 by first entry; -1 where nothing is read. */
export interface Parts {
  readonly count: number;
  readonly ofEntry: readonly number[];
  readonly ofJudge: readonly number[];
}

/** The components of the graph. An entry nobody reads and a judge who reads nothing are in none. */
export function partsOf(readers: Readers, judges: number): Parts {
  const partition = new Partition(readers.length + judges);
  readers.forEach((list, entry) => {
    for (const judge of list) partition.join(entry, readers.length + judge);
  });
  const numbers = new Map<number, number>();
  const numberOf = (node: number): number => {
    const part = partition.partOf(node);
    const number = numbers.get(part) ?? numbers.size;
    numbers.set(part, number);
    return number;
  };
  const ofEntry = readers.map((list, entry) => (list.length === 0 ? -1 : numberOf(entry)));
  const reads = new Set(readers.flat());
  const ofJudge = Array.from({ length: judges }, (_, judge) =>
    reads.has(judge) ? numberOf(readers.length + judge) : -1,
  );
  return { count: numbers.size, ofEntry, ofJudge };
}

/** Whether all entries that are read, and their judges, hang together. */
function isConnected(readers: Readers, judges: number): boolean {
  const partition = new Partition(readers.length + judges);
  const hasJoined = new Uint8Array(judges);
  // As many parts as there are nodes, less one for each join.
  let parts = 0;
  readers.forEach((list, entry) => {
    if (list.length > 0) parts += 1;
    for (const judge of list) {
      if (hasJoined[judge] === 0) parts += 1;
      hasJoined[judge] = 1;
      if (partition.join(entry, readers.length + judge)) parts -= 1;
    }
  });
  return parts <= 1;
}

/** The judges without any one of whom the rest falls apart, or an entry is left that nobody reads. */
export function fragileJudges(readers: Readers, judges: number): number[] {
  const read = readers.filter((list) => list.length > 0);
  return [...new Set(read.flat())]
    .sort((a, b) => a - b)
    .filter((absent) => {
      const left = read.map((list) => list.filter((judge) => judge !== absent));
      const isUnread = read.length > 1 && left.some((list) => list.length === 0);
      return isUnread || !isConnected(left, judges);
    });
}
