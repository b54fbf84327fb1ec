import * as z from 'zod';
import { type MailKind, mailKinds } from '../contest/mail-plan.ts';
import { mailFailures, mailStates, type OutboxMail } from '../contest/outbox.ts';
import { ConditionFailed, type Item, type Position, type Table } from '../platform/table.ts';
import type { Change } from './change.ts';
import { type EditionFacts, editionFacts } from './editions.ts';
import { create, read, readAll, readOne, replace, toItem } from './items.ts';
import { indexes, keys, outboxPartition } from './keys.ts';

const string = z.string();
const act = { by: string, at: string };

const mailSchema: z.ZodType<OutboxMail> = z.object({
  editionId: string,
  mailId: string,
  kind: z.enum(mailKinds),
  to: string,
  subject: string,
  text: string,
  entryId: string.exactOptional(),
  state: z.enum(mailStates),
  createdAt: string,
  released: z.object(act).exactOptional(),
  cancelled: z.object({ ...act, reason: string }).exactOptional(),
  repeats: z.object({ ...act, mailId: string }).exactOptional(),
  sentAt: string.exactOptional(),
  failure: z.enum(mailFailures).exactOptional(),
  version: z.int(),
});

/** Of an edition's outbox: those in one state lie together in the index, and by kind in it, as ids begin with the kind. */
const mailItem = (mail: OutboxMail): Item =>
  toItem(keys.mail(mail.editionId, mail.mailId), mail, [
    indexes.mails(mail.editionId),
    `${mail.state}#${mail.mailId}`,
  ]);

/** The mail that an item of the change log is; undefined for all other items. */
export const mailIn = (item: Item): OutboxMail | undefined =>
  item.pk.startsWith(outboxPartition('')) ? readOne(mailSchema, item) : undefined;

/** Written at once, each on its own. */
const chunk = 25;

/**
 * Puts mails into the outbox, each once: what is there already stays as it became. A crash half-way is made good by asking
 * again. Mails say again what is recorded elsewhere, so composing them leaves no record in the ledger.
 */
export async function putMails(table: Table, mails: readonly OutboxMail[]): Promise<void> {
  for (let at = 0; at < mails.length; at += chunk) {
    await Promise.all(mails.slice(at, at + chunk).map((mail) => putMail(table, mail)));
  }
}

async function putMail(table: Table, mail: OutboxMail): Promise<void> {
  try {
    await table.write([create(mailItem(mail)).action]);
  } catch (error) {
    // The occasion was told before.
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/** The mail as it is now. */
export async function loadMail(
  table: Table,
  { editionId, mailId }: Pick<OutboxMail, 'editionId' | 'mailId'>,
): Promise<OutboxMail | undefined> {
  return read(mailSchema, await table.get(keys.mail(editionId, mailId)));
}

/** Notes what became of a mail, unless another delivery has noted it already. Kept with the mail; no act of a person. */
export async function noteSending(table: Table, mail: OutboxMail): Promise<void> {
  try {
    await table.write([replace(mailItem(mail)).action]);
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/** What an act on mails (at most fifty) is decided on, in one read. */
export async function loadMails(
  table: Table,
  editionId: string,
  mailIds: readonly string[],
  personId: string,
): Promise<EditionFacts & { readonly mails: ReadonlyMap<string, OutboxMail> }> {
  const [edition, plan, member, ...items] = await table.getMany([
    keys.edition(editionId),
    keys.plan(editionId),
    keys.member(editionId, personId),
    ...mailIds.map((id) => keys.mail(editionId, id)),
  ]);
  const mails = items.flatMap((item) => read(mailSchema, item) ?? []);
  return {
    ...editionFacts(edition, plan, member),
    mails: new Map(mails.map((mail) => [mail.mailId, mail])),
  };
}

/** A mail over the one it was decided on. */
export const changedMail = (mail: OutboxMail, otherwise?: Change['otherwise']): Change =>
  replace(mailItem(mail), otherwise);

/** A mail that a person asked for. */
export const newMail = (mail: OutboxMail): Change => create(mailItem(mail));

/** A page of the outbox by id, with what the caller is; `after` is the id of the last mail of the page before. */
export async function listMailsPage(
  table: Table,
  editionId: string,
  callerId: string,
  page: MailRange,
): Promise<
  Pick<EditionFacts, 'edition' | 'standing'> & {
    readonly mails: readonly OutboxMail[];
    readonly hasMore: boolean;
  }
> {
  const [{ items, last }, [edition, member]] = await Promise.all([
    table.query({ ...rangeOf(editionId, page), limit: page.limit }),
    table.getMany([keys.edition(editionId), keys.member(editionId, callerId)]),
  ]);
  return {
    ...editionFacts(edition, undefined, member),
    mails: readAll(mailSchema, items),
    hasMore: last !== undefined,
  };
}

/** Which mails of an outbox. */
export interface MailRange {
  readonly state?: OutboxMail['state'];
  readonly kind?: MailKind;
  readonly after?: string;
  readonly limit: number;
}

/** All of them, or those of a kind, from the table itself; those in a state from the index, which may lag. */
function rangeOf(editionId: string, { state, kind, after }: MailRange) {
  const ofKind = kind === undefined ? '' : `${kind}-`;
  const key = after === undefined ? undefined : keys.mail(editionId, after);
  if (state === undefined) {
    return {
      partition: outboxPartition(editionId),
      ...(ofKind === '' ? {} : { sort: { beginsWith: ofKind } }),
      ...(key === undefined ? {} : { after: key }),
    };
  }
  const partition = indexes.mails(editionId);
  const place: Position | undefined = key && {
    ...key,
    gsi1pk: partition,
    gsi1sk: `${state}#${after}`,
  };
  return {
    index: 'gsi1' as const,
    partition,
    sort: { beginsWith: `${state}#${ofKind}` },
    ...(place === undefined ? {} : { after: place }),
  };
}
