import { Rejected } from './rejected.ts';

/** EICAR's test file, in two halves so that no scanner takes this source for it. */
const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);

/**
 * Finds the test virus everybody uses to see that scanning works, so that the whole way can be tried where no scanner
 * is. Real malware is the scanner's: its verdict comes with an event of its own. @throws Rejected `malware`
 */
export function refuseTestVirus(bytes: Buffer): void {
  if (bytes.includes(EICAR)) throw new Rejected('malware', 'the EICAR test file');
}
