import type { ShownSheet } from './shown-sheet.ts';

/** A rule said no. Each code is stable; its facts are what a person needs to see why and what to do. */
export type Refusal =
  /** Not there, or not the caller's to know of: the two are told apart by nobody. */
  | { readonly code: 'not-found' }
  | {
      readonly code: 'forbidden';
      readonly needs:
        | Role
        | 'owner'
        | 'editor'
        | 'administrator'
        | 'verified-email'
        /** Of the round, whose alone it is. */
        | 'chair'
        /** The current terms of confidentiality, signed. */
        | 'confidentiality';
    }
  | { readonly code: 'conflict-of-interest'; readonly because: ConflictCause }
  /** The call came outside the time it is open. Instants are ISO, `closesAt` is the first one too late. */
  | {
      readonly code: 'phase-closed';
      readonly receivedAt: string;
      readonly opensAt?: string;
      readonly closesAt?: string;
    }
  /** The thing is in a state in which this may not be done. `blockers` lists all that stands in the way. */
  | {
      readonly code: 'state-conflict';
      readonly state: string;
      readonly blockers?: readonly Blocker[];
    }
  | { readonly code: 'entry-incomplete'; readonly missing: readonly Missing[] }
  | { readonly code: 'upload-incomplete'; readonly missing: readonly Missing[] }
  | { readonly code: 'duplicate-entry'; readonly field: 'title' | 'taxCode' }
  | { readonly code: 'limit-reached'; readonly limit: string; readonly allowed: number }
  | { readonly code: 'quota-exceeded'; readonly limit: string; readonly allowed: number }
  | { readonly code: 'file-rejected'; readonly reason: string }
  | { readonly code: 'scan-pending' }
  | { readonly code: 'rubric-changed'; readonly current: number }
  | { readonly code: 'rules-changed'; readonly current: number }
  | { readonly code: 'digest-changed'; readonly current: string }
  | { readonly code: 'second-person-required' }
  | { readonly code: 'already-published' }
  | { readonly code: 'already-exists'; readonly what: string }
  | { readonly code: 'invitation-expired'; readonly expiredAt: string }
  /** Somebody changed it since the caller read it. */
  | {
      readonly code: 'precondition-failed';
      readonly currentVersion: number | null;
      /** What is stored, where it is a score sheet of the caller. */
      readonly sheet?: ShownSheet;
    }
  /** The content is not what the rules ask for. */
  | { readonly code: 'validation-failed'; readonly errors: readonly FieldError[] };

export type Role = 'organiser' | 'secretary' | 'judge';

export type ConflictCause =
  | 'declared'
  /** By an organiser. */
  | 'recorded'
  /** What both sides have stated shows it. */
  | 'derived'
  | 'not-declared'
  | 'also-applicant'
  | 'also-official';

/** What is wrong (a stable code) and where (an RFC 6901 pointer); `limit` where one was crossed. Never the value. */
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly limit?: number | string;
}

/** One unmet requirement of an entry. */
export interface Missing {
  readonly code: string;
  readonly pointer?: string;
  readonly document?: string;
  readonly consent?: string;
  /** What the rules ask for, where it is a number or a date; `actual` is what there is. */
  readonly limit?: number | string;
  readonly actual?: number | string;
}

/** One thing that keeps a round or a result from moving on. */
export interface Blocker {
  readonly code: string;
  readonly entryId?: string;
  readonly judgeId?: string;
  readonly prizeId?: string;
  readonly roundId?: string;
  /** An official of the edition, where one is in the way. */
  readonly personId?: string;
  /** Of the outbox. */
  readonly mailId?: string;
  readonly because?: string;
  readonly count?: number;
}

/** Thrown by commands of the domain; answered by the HTTP shell with the code's status. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
