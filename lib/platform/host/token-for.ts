import { join } from 'node:path';
import { normaliseEmail } from '../../contest/email.ts';
import { readHostFile } from './host-file.ts';
import { accountsIn } from './sign-in/accounts.ts';
import { mintToken, tokenIssuerOf } from './sign-in/mint-token.ts';
import { openSignInDatabase } from './sign-in/sign-in-database.ts';
import { openSignInKeys } from './sign-in/sign-in-keys.ts';
import { UsageError } from './usage-error.ts';

/**
 * An access token for the account of this mailbox, made with the keys in a host's data folder: whoever can read them
 * is the host. It may run while the host does. @throws UsageError
 */
export async function tokenFor(dataFolder: string, email: string): Promise<string> {
  const address = normaliseEmail(email);
  if (address === undefined) throw new UsageError(`${email} is not an e-mail address`);
  const host = await readHostFile(dataFolder);
  if (host === undefined) throw new UsageError(`no host has run on ${dataFolder} yet: npm start`);
  if (host.otherIssuer !== undefined) {
    throw new UsageError(`the host takes tokens of ${host.otherIssuer} only: get one there`);
  }
  const keys = await openSignInKeys(join(dataFolder, 'keys'));
  const database = openSignInDatabase(join(dataFolder, 'sign-in.sqlite'));
  try {
    const account = accountsIn(database).forEmail(address);
    return await mintToken(keys, tokenIssuerOf(host.origin), account);
  } finally {
    database.close();
  }
}
