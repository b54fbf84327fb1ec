import type * as z from 'zod';
import type { entryContent } from '../../../lib/contract/entry-content-schema.ts';

type Content = z.input<typeof entryContent>;

/** Who answers for a minor, as it is typed; purposes that they agree to. */
export interface DraftGuardian {
  readonly name: string;
  readonly phone: string;
  readonly consents: readonly string[];
}

export const noGuardian: DraftGuardian = { name: '', phone: '', consents: [] };

/** A member as it is typed: every field a text. */
export interface DraftMember {
  readonly name: string;
  readonly role: 'lead' | 'member';
  readonly contributionPercent: string;
  readonly birthDate: string;
  readonly guardian?: DraftGuardian;
}

/** Somebody who advises the team, as it is typed. */
export interface DraftMentor {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** The form as it is typed; `contentOf` makes of it what the API takes. */
export interface Draft {
  readonly title: string;
  readonly trackId: string;
  readonly fieldId: string;
  readonly summary: string;
  readonly publicSummary: string;
  readonly kind: NonNullable<Content['applicant']>['kind'];
  readonly name: string;
  readonly phone: string;
  readonly taxCode: string;
  readonly registeredOn: string;
  readonly provinceCode: string;
  readonly communeCode: string;
  readonly addressDetail: string;
  readonly members: readonly DraftMember[];
  readonly mentors: readonly DraftMentor[];
  readonly answers: { readonly [questionId: string]: string | readonly string[] };
  readonly links: { readonly [kind: string]: string };
  /** Purposes that are agreed to. */
  readonly consents: readonly string[];
}
