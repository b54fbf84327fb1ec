import { join } from 'node:path';
import { openFolderFiles } from '../../lib/platform/host/folder-files.ts';
import { openKeyFileSigner } from '../../lib/platform/host/key-file-signer.ts';
import { allSqliteItems, databaseFile } from '../../test/support/all-items.ts';
import { auditTables } from '../../test/support/audit-tables.ts';
import { editionId } from './drafts.ts';
import type { HandedIn, Step } from './hand-in.ts';

const operations: ReadonlyMap<Step, string> = new Map([
  ['save draft', 'editEntry'],
  ['ticket', 'requestUpload'],
  ['confirm', 'confirmDocument'],
  ['submit', 'submitEntry'],
] as const);

/** Looks at a host's folder once it has ended: each act has its one audit record, and all that always must hold does. */
export async function auditStored(folder: string, handedIn: readonly HandedIn[]) {
  const items = allSqliteItems(databaseFile(folder));
  const documents = await openFolderFiles({
    folder: join(folder, 'documents'),
    baseUrl: 'http://127.0.0.1/files',
    secret: Buffer.alloc(32),
  });
  const signer = await openKeyFileSigner(join(folder, 'keys', 'signing-key.pem'));
  const { findings } = await auditTables(items, { documents, signer });

  const records = Map.groupBy(items.ledger, (record) => {
    const [, edition, entryId] = String(record['subject']).split('/');
    return edition === editionId ? `${record['operation']} ${entryId}` : '';
  });
  const doubled = handedIn.flatMap(({ draft, acts }) =>
    acts.flatMap(({ step, answer }) => {
      const operation = operations.get(step);
      if (operation === undefined) return [];
      const count = records.get(`${operation} ${draft.entryId}`)?.length ?? 0;
      return count === (answer.kind === 'done' ? 1 : 0)
        ? []
        : [`${draft.entryId} has ${count} records of ${operation}, answered ${answer.kind}`];
    }),
  );
  return { doubled, unsound: findings };
}
