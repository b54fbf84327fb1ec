import type { ForbiddenBytes } from './byte-watch.ts';

/** EICAR's test file, in two halves so that no scanner takes this source for it. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(
  '',
);

/**
 * The test virus everybody uses to see that scanning works, so that the whole way can be tried where no scanner is. Real
 * malware is the scanner's: its verdict comes with an event of its own.
 */
export const testVirus: readonly ForbiddenBytes[] = [
  { bytes: Buffer.from(EICAR), reason: 'malware', is: 'the EICAR test file' },
];

/** Archives that programs find wherever in a file they begin; ZIP is found from the end instead. */
export const foreignArchives: readonly ForbiddenBytes[] = [
  'Rar!\x1a\x07',
  '7z\xbc\xaf\x27\x1c',
].map((signature) => ({
  bytes: Buffer.from(signature, 'latin1'),
  reason: 'structure',
  is: 'also an archive',
}));
