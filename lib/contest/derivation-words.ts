import type { UnawardedPrize } from './awards.ts';
import type { UncountedSheet } from './counted-sheets.ts';
import type { WhyNotEligible } from './eligibility.ts';
import type { OrganisersDecision } from './organisers-decision.ts';
import type { AppliedRules } from './ranking-record.ts';
import type { TieSplit } from './ranking-rules.ts';
import type { StepNote } from './tie-steps.ts';

/** The languages a derivation is written in. */
export type Language = 'vi' | 'en';

type Each<Key extends string> = { readonly [key in Key]: string };

/** Every phrase of a written derivation; what is printed around figures never holds a figure itself. */
export interface DerivationWords {
  readonly title: string;
  readonly digest: string;
  readonly planVersion: string;
  readonly rules: string;
  readonly entries: string;
  readonly sheet: string;
  readonly dropped: string;
  readonly notCountedSheet: string;
  readonly hidden: string;
  readonly sum: string;
  readonly mean: string;
  readonly criterionMean: string;
  readonly combined: string;
  readonly rounded: string;
  readonly noScore: string;
  readonly notEligible: string;
  readonly rank: string;
  readonly overall: string;
  readonly track: string;
  readonly shared: string;
  readonly ties: string;
  readonly tied: string;
  readonly order: string;
  readonly unsplit: string;
  readonly goOn: string;
  readonly limit: string;
  readonly prizes: string;
  readonly joint: string;
  readonly unawarded: string;
  readonly byDecision: string;
  readonly votes: string;
  readonly decisions: string;
  readonly signedBy: string;
  readonly applied: {
    readonly [step in keyof Required<AppliedRules>]: Each<Required<AppliedRules>[step]>;
  };
  readonly reasons: Each<WhyNotEligible['code']>;
  readonly notCounted: Each<UncountedSheet['because']>;
  readonly steps: Each<TieSplit['kind']>;
  readonly notes: Each<StepNote>;
  readonly cutTie: Each<'advanceAll' | 'tieBreak' | 'organisers' | 'nobody'>;
  readonly because: Each<UnawardedPrize['because']>;
  readonly kinds: Each<OrganisersDecision['kind']>;
}
