import { isDeepStrictEqual } from 'node:util';
import { nextCard } from '../../lib/contest/list-card.ts';
import type { OutboxMail } from '../../lib/contest/outbox.ts';
import { readDossier } from '../../lib/store/entries.ts';
import { entrySchema } from '../../lib/store/entry-schemas.ts';
import { submissionSchema } from '../../lib/store/item-schemas.ts';
import { read, readAll } from '../../lib/store/items.ts';
import { keys } from '../../lib/store/keys.ts';
import { cardSchema } from '../../lib/store/list-cards.ts';
import { mailIn } from '../../lib/store/outbox.ts';
import { readPlan } from '../../lib/store/plans.ts';
import type { AllItems } from './all-items.ts';

type Items = Pick<AllItems, 'main'>;

/**
 * Where what follows the contest by events is not what it comes to once every event has been dealt with; each finding is a
 * sentence.
 */
export const followingFindings = (items: Items): string[] => [
  ...cardFindings(items),
  ...mailFindings(items),
];

/** Each entry has one card, as it would be made from what stands now. */
function cardFindings({ main }: Items): string[] {
  const at = new Map(main.map((item) => [`${item.pk} ${item.sk}`, item]));
  const itemOf = ({ pk, sk }: { readonly pk: string; readonly sk: string }) =>
    at.get(`${pk} ${sk}`);
  const entries = readAll(entrySchema, endingIn(main, 'ENTRY'));
  const cards = main.filter(({ pk }) => pk.startsWith('LIST#'));
  const strangers = cards.length - entries.length;
  return [
    ...(strangers === 0 ? [] : [`${entries.length} entries have ${cards.length} cards`]),
    ...entries.flatMap((entry) => {
      const { editionId, entryId } = entry;
      const card = read(cardSchema, itemOf(keys.card(editionId, entryId)));
      const plan = readPlan(itemOf(keys.plan(editionId)));
      if (!card || !plan) return [`entry ${entryId} has no card`];
      const dossier = readDossier(itemOf(keys.dossier(editionId, entryId)), entry);
      const submission = read(submissionSchema, itemOf(keys.submission(editionId, entryId)));
      const made = nextCard({ entry, dossier, submission, plan }, undefined);
      const isSame =
        typeof made === 'object' && isDeepStrictEqual({ ...made, version: card.version }, card);
      return isSame ? [] : [`the card of entry ${entryId} is not what the entry comes to`];
    }),
  ];
}

/** Each submission and decision has been told once to whom it concerns, and nothing is due any more. */
function mailFindings({ main }: Items): string[] {
  const mails = main.flatMap((item) => mailIn(item) ?? []);
  const entries = readAll(entrySchema, endingIn(main, 'ENTRY'));
  const submissions = main.filter(({ sk }) => sk.startsWith('SUBMISSION#'));
  const owners = new Map(entries.map(({ entryId, ownerEmail }) => [entryId, ownerEmail]));
  const owed = readAll(submissionSchema, submissions).flatMap(({ entryId, submission }) =>
    owners.get(entryId) === undefined ? [] : [`receipt-${entryId}-${submission}`],
  );
  const receipts = mails.filter(({ kind, repeats }) => kind === 'receipt' && !repeats);
  const decided = entries.filter(({ screening, ownerEmail }) => screening && ownerEmail);
  return [
    ...differences('receipts', owed, receipts),
    ...decided.flatMap(({ entryId }) =>
      mails.some((mail) => mail.kind === 'screening' && mail.entryId === entryId)
        ? []
        : [`the decision on entry ${entryId} was told to nobody`],
    ),
    ...mails.flatMap(({ mailId, state, sentAt }) => {
      if (state === 'due') return [`mail ${mailId} is still due`];
      return (state === 'sent') === (sentAt !== undefined) ? [] : [`mail ${mailId} was sent when?`];
    }),
  ];
}

function differences(what: string, owed: readonly string[], mails: readonly OutboxMail[]) {
  const written = mails.map(({ mailId }) => mailId).sort();
  return written.join() === owed.toSorted().join()
    ? []
    : [`${what} are owed ${owed} and written ${written}`];
}

const endingIn = (main: Items['main'], sk: string) => main.filter((item) => item.sk === sk);
