import type { Entry } from '../contest/entry.ts';
import { isUnsubmitted } from '../contest/unsubmitted.ts';
import type { Position, Table } from '../platform/table.ts';
import { readDossier } from './entries.ts';
import { entrySchema } from './entry-schemas.ts';
import { submissionSchema } from './item-schemas.ts';
import { read, readAll } from './items.ts';
import { indexes, keys } from './keys.ts';

/** An entry whose owner can be written to. */
export type Recipient = Pick<Entry, 'entryId' | 'code' | 'ownerId' | 'submission'> & {
  readonly to: string;
  readonly content: Pick<Entry['content'], 'title'>;
};

/**
 * Every entry of an edition that is not withdrawn and whose owner has an address, all pages before anything is written:
 * the index orders by state, and an entry that changes its state in between could be passed over.
 */
export async function listRecipients(
  table: Table,
  editionId: string,
): Promise<readonly Recipient[]> {
  const recipients = new Map<string, Recipient>();
  let after: Position | undefined;
  do {
    const page = await table.query({
      index: 'gsi1',
      partition: indexes.entries(editionId),
      limit: 1000,
      ...(after === undefined ? {} : { after }),
    });
    for (const entry of readAll(entrySchema, page.items)) {
      const recipient = recipientOf(entry);
      if (recipient) recipients.set(entry.entryId, recipient);
    }
    after = page.last;
  } while (after !== undefined);
  return [...recipients.values()];
}

function recipientOf({ state, ownerEmail, content, ...entry }: Entry): Recipient | undefined {
  if (state === 'withdrawn' || ownerEmail === undefined) return undefined;
  const { entryId, code, ownerId, submission } = entry;
  return { entryId, code, ownerId, submission, to: ownerEmail, content: { title: content.title } };
}

/** Three items of each entry: a read takes a hundred. */
const entriesPerRead = 33;

/** Of these entries those with a draft that would not count if the deadline were now, as they are at this moment. */
export async function unsubmittedAmong(
  table: Table,
  editionId: string,
  recipients: readonly Recipient[],
): Promise<readonly Recipient[]> {
  const found: Recipient[] = [];
  for (let at = 0; at < recipients.length; at += entriesPerRead) {
    const some = recipients.slice(at, at + entriesPerRead);
    const items = await table.getMany(
      some.flatMap(({ entryId }) => [
        keys.entry(editionId, entryId),
        keys.dossier(editionId, entryId),
        keys.submission(editionId, entryId),
      ]),
    );
    for (const [index, { entryId }] of some.entries()) {
      const entry = read(entrySchema, items[3 * index]);
      const dossier = readDossier(items[3 * index + 1], { editionId, entryId });
      const submission = read(submissionSchema, items[3 * index + 2]);
      const recipient = entry && isUnsubmitted(entry, dossier, submission) && recipientOf(entry);
      if (recipient) found.push(recipient);
    }
  }
  return found;
}
