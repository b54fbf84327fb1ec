import type { Certificate } from '../contest/certificate.ts';
import type { Dossier } from '../contest/dossier.ts';
import type { Edition } from '../contest/edition.ts';
import type { Entry } from '../contest/entry.ts';
import type { FlagRuling } from '../contest/flag.ts';
import type { Invitation } from '../contest/people.ts';
import type { PlannedPublication } from '../contest/planned-publication.ts';
import type { PublishedResult } from '../contest/publication.ts';
import type { Round } from '../contest/round.ts';
import type { ScoreSheet } from '../contest/score-sheet.ts';
import type { TeamInvitation } from '../contest/team-invitation.ts';
import type { Item } from '../platform/table.ts';
import { certificateSchema } from './certificate-schema.ts';
import { entrySchema } from './entry-schemas.ts';
import {
  dossierSchema,
  editionSchema,
  invitationSchema,
  type StoredSubmission,
  submissionSchema,
} from './item-schemas.ts';
import { readOne } from './items.ts';
import { roundSchema, sheetSchema } from './judging-schemas.ts';
import { type Relisting, relistingSchema } from './list-cards.ts';
import { plannedSchema, resultSchema } from './publication-schemas.ts';
import { readFlagRuling } from './rulings.ts';
import { teamInvitationSchema } from './team-invitations.ts';

/** What an item of the table's change log is, where somebody reacts to it. */
export type ChangedItem =
  | { readonly kind: 'edition'; readonly edition: Edition }
  | { readonly kind: 'invitation'; readonly invitation: Invitation }
  | { readonly kind: 'team-invitation'; readonly invitation: TeamInvitation }
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'dossier'; readonly dossier: Dossier }
  /** A submitted version under its own number. */
  | { readonly kind: 'submission'; readonly submission: StoredSubmission }
  | { readonly kind: 'sheet'; readonly sheet: ScoreSheet }
  | { readonly kind: 'relisting'; readonly relisting: Relisting }
  | { readonly kind: 'round'; readonly round: Round }
  | { readonly kind: 'flag-ruling'; readonly ruling: FlagRuling }
  | { readonly kind: 'planned-publication'; readonly planned: PlannedPublication }
  | { readonly kind: 'result'; readonly result: PublishedResult }
  | { readonly kind: 'certificate'; readonly certificate: Certificate };

/** Reads an item by its key; undefined for what nobody reacts to. */
export function changedItem(item: Item): ChangedItem | undefined {
  const read = readers.get(kindOf(item));
  return read?.(item);
}

/** A sort key without what numbers or names it: a submission's current copy is not its numbered version. */
const kindOf = ({ sk }: Item): string =>
  sk.endsWith('#SHEET') ? '#SHEET' : sk.replace(/#.*$/su, '#');

const readers: ReadonlyMap<string, (item: Item) => ChangedItem> = new Map<
  string,
  (item: Item) => ChangedItem
>([
  ['EDITION', (item) => ({ kind: 'edition', edition: readOne(editionSchema, item) })],
  ['INVITATION#', (item) => ({ kind: 'invitation', invitation: readOne(invitationSchema, item) })],
  [
    'TEAMINVITATION#',
    (item) => ({ kind: 'team-invitation', invitation: readOne(teamInvitationSchema, item) }),
  ],
  ['ENTRY', (item) => ({ kind: 'entry', entry: readOne(entrySchema, item) })],
  ['DOSSIER', (item) => ({ kind: 'dossier', dossier: readOne(dossierSchema, item) })],
  ['SUBMISSION#', (item) => ({ kind: 'submission', submission: readOne(submissionSchema, item) })],
  ['#SHEET', (item) => ({ kind: 'sheet', sheet: readOne(sheetSchema, item) })],
  ['RELISTING', (item) => ({ kind: 'relisting', relisting: readOne(relistingSchema, item) })],
  ['FLAG#', (item) => ({ kind: 'flag-ruling', ruling: readFlagRuling(item) })],
  ['ROUND', (item) => ({ kind: 'round', round: readOne(roundSchema, item) })],
  ['PLANNED', (item) => ({ kind: 'planned-publication', planned: readOne(plannedSchema, item) })],
  ['RESULT', (item) => ({ kind: 'result', result: readOne(resultSchema, item) })],
  [
    'CERTIFICATE',
    (item) => ({ kind: 'certificate', certificate: readOne(certificateSchema, item) }),
  ],
]);
