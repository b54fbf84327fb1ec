import { routes } from '../../lib/contract/routes.ts';
import type { Receipt } from './entries.ts';
import type { Actors } from './stage.ts';

/** Somebody who was shown a receipt asks whether it is genuine, and a changed one is not. */
export async function checkReceipt(
  { does }: Actors,
  { editionId, code, submission, signature }: Receipt,
): Promise<void> {
  const path = { editionId, code, submission: String(submission) };
  await does(
    'public',
    `checks the receipt of ${code}, submission ${submission}`,
    routes.checkReceipt,
    { path, query: { signature } },
    (check) =>
      check.valid ? `valid, ${check.latest ? 'the latest' : 'a later one exists'}` : 'no',
  );
  const [letter = ''] = signature;
  const forged = (letter === 'A' ? 'B' : 'A') + signature.slice(1);
  await does(
    'public',
    'checks it with one letter changed',
    routes.checkReceipt,
    { path, query: { signature: forged } },
    ({ valid }) => (valid ? 'valid' : 'no'),
  );
}
