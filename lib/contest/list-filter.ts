import type { EntryState } from './entry-state.ts';
import { foldForSearch } from './fold.ts';
import type { ListCard } from './list-card.ts';
import type { ApplicantKind } from './plan.ts';

/** Which cards of the list are asked for: those that meet all that is given. */
export interface ListFilter {
  readonly state?: EntryState;
  readonly trackId?: string;
  readonly fieldId?: string;
  readonly applicantKind?: ApplicantKind;
  /** A kind of document that is not there or was turned away. */
  readonly missingDocument?: string;
  readonly incomplete?: true;
  readonly supplement?: 'open';
  /** Words; see `findsText`. */
  readonly text?: string;
}

/** Whether a card is one of those, at this moment. */
export function cardFilter(filter: ListFilter, now: string): (card: ListCard) => boolean {
  const { missingDocument, text } = filter;
  const find = text === undefined ? undefined : findsText(text);
  return (card) =>
    isSame(filter.state, card.state) &&
    isSame(filter.trackId, card.trackId) &&
    isSame(filter.fieldId, card.fieldId) &&
    isSame(filter.applicantKind, card.applicantKind) &&
    (missingDocument === undefined || card.missingDocuments.includes(missingDocument)) &&
    (!filter.incomplete || isIncomplete(card)) &&
    (!filter.supplement || isSupplementOpen(card, now)) &&
    (find === undefined || find(card.fold));
}

const isSame = (wanted: string | undefined, actual: string | undefined): boolean =>
  wanted === undefined || wanted === actual;

/** Whether somebody still has to bring something; of an entry that was taken back nobody waits for it. */
export const isIncomplete = ({ state, missing }: ListCard): boolean =>
  state !== 'withdrawn' && missing > 0;

/** Whether a supplement is waited for. */
export const isSupplementOpen = ({ state, supplement }: ListCard, now: string): boolean =>
  state === 'submitted' &&
  supplement !== undefined &&
  !supplement.answered &&
  now < supplement.closesAt;

/**
 * Whether every word of a text is in a fold: at the beginning of a word, for "an" is no "Lan"; digits alone anywhere, for a
 * telephone number is said in groups. A text without a letter or digit finds nothing.
 */
function findsText(text: string): (fold: string) => boolean {
  const words = foldForSearch(text).split(' ');
  if (words[0] === '') return () => false;
  const wanted = words.map((word) => (/^\d+$/u.test(word) ? word : ` ${word}`));
  return (fold) => {
    const spaced = ` ${fold}`;
    return wanted.every((word) => spaced.includes(word));
  };
}
