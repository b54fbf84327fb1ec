import type * as z from 'zod';
import { openingOf } from '../../../lib/contest/entry-window.ts';
import { missingWithin } from '../../../lib/contest/handed-in.ts';
import type { editionView } from '../../../lib/contract/edition-views.ts';
import type { entryView } from '../../../lib/contract/entry-views.ts';

export type Edition = z.output<typeof editionView>;
export type Entry = z.output<typeof entryView>;

/** What of an entry can be worked on now, and until when (an ISO instant); undefined when nothing can. */
export interface Opened {
  readonly closesAt: string;
  /** Whether this field of the content is open. */
  readonly isOpen: (field: string) => boolean;
  /** Whether documents of this kind may be added or taken out. */
  readonly isKindOpen: (kind: string) => boolean;
  /** What still has to be added before it can be handed in through what is open. */
  readonly missing: Entry['missing'];
  /** Whether all of it is open, so that it can be withdrawn too. */
  readonly isWhole: boolean;
}

/** By the rule that the server decides by, at `now` in milliseconds of its clock. */
export function openedNow(edition: Edition, entry: Entry, now: number): Opened | undefined {
  const { state, content, supplement, late } = entry;
  const lateAdmission =
    late === undefined ? {} : { late: { ...late, reason: '', documentNumber: '', by: '', at: '' } };
  const opening = openingOf(
    edition,
    {
      state,
      content,
      ...lateAdmission,
      ...(supplement === undefined ? {} : { supplement: { ...supplement, requestedBy: '' } }),
    },
    new Date(now).toISOString(),
  );
  const { missing } = entry;
  const whole = { missing, isOpen: () => true, isKindOpen: () => true, isWhole: true };
  switch (opening) {
    case undefined:
      return undefined;
    case 'submissions':
      return { ...whole, closesAt: edition.closesAt };
    case 'late':
      return { ...whole, closesAt: late?.closesAt ?? edition.closesAt };
    case 'supplement':
      return {
        closesAt: supplement?.closesAt ?? edition.closesAt,
        missing: supplement === undefined ? missing : missingWithin(supplement, missing),
        isOpen: (field) => supplement?.fields.includes(field) === true,
        isKindOpen: (kind) => supplement?.documents.includes(kind) === true,
        isWhole: false,
      };
  }
}
