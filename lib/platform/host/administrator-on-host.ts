import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { mailboxOf, normaliseEmail } from '../../contest/email.ts';
import { grantAdministrator } from '../../store/editions.ts';
import { keys } from '../../store/keys.ts';
import { openSqliteTable } from './sqlite-table.ts';
import { UsageError } from './usage-error.ts';

const { pk, sk } = keys.administrator('quan-tri@example.vn');

export const HELP = `usage: npm run grant-administrator -- EMAIL [--data FOLDER]

Makes an address an administrator's: who signs in with it may set editions up. The host may be running.

On AWS it is one item in the main table, the address in lower case:
  aws dynamodb put-item --table-name MAIN_TABLE --condition-expression 'attribute_not_exists(pk)' --item \\
    '{"pk":{"S":"${pk}"},"sk":{"S":"${sk}"},"v":{"N":"1"},"email":{"S":"quan-tri@example.vn"}}'`;

/** Makes the address an administrator's in a host's data folder; answers the address as it is kept. @throws UsageError */
export async function administratorOnHost(dataFolder: string, email: string): Promise<string> {
  const typed = normaliseEmail(email);
  if (typed === undefined) throw new UsageError(`${email} is not an e-mail address`);
  const address = mailboxOf(typed);
  const file = join(dataFolder, 'contest.sqlite');
  if (!existsSync(file)) throw new UsageError(`no host has run on ${dataFolder} yet: npm start`);
  const table = openSqliteTable({ file });
  try {
    await grantAdministrator(table, address);
  } finally {
    table.close();
  }
  return address;
}
