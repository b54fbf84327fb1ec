import type { AwardRule, Prize } from './awards.ts';
import type { DivergenceRule } from './divergence.ts';
import type { FeedbackPlan } from './feedback-plan.ts';
import type { LocalDate, LocalDateTime } from './local-date.ts';
import type { MailPlan } from './mail-plan.ts';
import type { PlanDates } from './plan-dates.ts';
import type { RankingRules } from './ranking-rules.ts';
import type { Rubric } from './rubric.ts';

/** What people read, in both languages of the pages. */
export type Text = { readonly vi: string; readonly en: string };

/** A bảng thi (track) or a lĩnh vực (field). */
export type Choice = { readonly id: string; readonly name: Text };

/** Whoever may enter: a person, a group, or a legal form of business. */
export const applicantKinds = [
  'individual',
  'team',
  'enterprise',
  'householdBusiness',
  'cooperative',
] as const;

export type ApplicantKind = (typeof applicantKinds)[number];

/** The media types that a dossier may be made of; the plan allows some of them for each document. */
export const documentContentTypes = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'image/png',
  'image/jpeg',
  'video/mp4',
] as const;

export type DocumentContentType = (typeof documentContentTypes)[number];

/** What of an entry may stand only once in an edition. */
export const uniqueParts = ['title', 'taxCode'] as const;

export type UniquePart = (typeof uniqueParts)[number];

export type Limits = {
  /** People of one entry, the lead included. */
  readonly teamSize: number;
  /** Each member's share of the work is asked for; together they are 100 percent. */
  readonly contributions?: true;
  /** Dates of birth are asked for; whoever is younger on that day enters with a guardian. */
  readonly guardianBelow?: { readonly years: number; readonly on: LocalDate };
  /** The title alone, unless told. */
  readonly unique?: readonly UniquePart[];
  readonly entriesPerApplicant: number;
  /** An enterprise is at most so many years past its first registration on that day. */
  readonly enterpriseAge?: { readonly years: number; readonly on: LocalDate };
  readonly filesPerEntry: number;
  readonly bytesPerEntry: number;
};

/** A part of the dossier; `kind` is its id. Without `tracks` it is asked of every track. */
export type DocumentRequirement = {
  readonly kind: string;
  readonly name: Text;
  readonly required: boolean;
  readonly contentTypes: readonly DocumentContentType[];
  readonly maxBytes: number;
  readonly maxCount: number;
  /** Hosts that a link in place of a file may lead to; without them only files are taken. Links are never fetched. */
  readonly linkHosts?: readonly string[];
  readonly tracks?: readonly string[];
};

/** A question of the form beyond what every entry tells; `id` names its answer. Without `tracks` it is asked of every track. */
export type Question = {
  readonly id: string;
  readonly name: Text;
  readonly help?: Text;
  readonly required: boolean;
  readonly kind: 'text' | 'choice' | 'choices';
  /** The most words a text may have: what white space parts. */
  readonly maxWords?: number;
  /** What a choice is made of. */
  readonly options?: readonly Choice[];
  /** Asked only where the answer to an earlier question is one of these options. */
  readonly when?: { readonly question: string; readonly is: readonly string[] };
  readonly tracks?: readonly string[];
};

/** How form and eligibility are decided: by so many people, for reasons that have a code. */
export type ScreeningPlan = { readonly people: number; readonly reasons: readonly Choice[] };

/** One purpose that personal data are processed for; each is agreed to on its own, by the text of a version. */
export type ConsentRequest = {
  readonly purpose: string;
  readonly required: boolean;
  readonly version: string;
  readonly text: Text;
  /** Whoever agreed may be published by name, with the public summary, when winning. */
  readonly publishesName?: true;
};

/** Without `tracks` the rubric is that of every track. */
export type RoundRubric = { readonly tracks?: readonly string[]; readonly rubric: Rubric };

export type RoundPlan = {
  readonly id: string;
  readonly name: Text;
  readonly kind: 'dossier' | 'pitch';
  /** The first moment at which a sheet is too late. */
  readonly closesAt: LocalDateTime;
  readonly judgesPerEntry: number;
  /** How long each pitch may last; only for a round of pitches. */
  readonly pitch?: { readonly presentMinutes: number; readonly questionMinutes: number };
  readonly commentRequired?: boolean;
  /** The most an entry can get, in hundredths of a point; 10,000 (100 points) where it is not given. */
  readonly scale?: number;
  /** How far apart the judges of one entry may be before the chair has to decide; without it nothing is flagged. */
  readonly divergence?: DivergenceRule;
  /** Exactly one of them holds for each track. */
  readonly rubrics: readonly RoundRubric[];
  readonly rules: RankingRules;
};

/** A prize with its name and the đồng that each of its winners gets. */
export type PrizePlan = Prize & { readonly name: Text; readonly amountVnd: number };

/** All that the rules (thể lệ) of one edition fix: an edition is this data, no code of its own. Points in hundredths. */
export type Plan = {
  readonly name: Text;
  readonly organiser: Text;
  /** What entry codes begin with: KT22 of KT22-0001. */
  readonly codePrefix: string;
  /** Of the tz database; every date and time of the plan is on its clocks. */
  readonly timeZone: string;
  /** The paper behind the plan: 72/QĐ-BTC. */
  readonly rules: { readonly documentNumber: string; readonly issuedOn: LocalDate };
  readonly tracks: readonly Choice[];
  readonly fields: readonly Choice[];
  readonly applicantKinds: readonly ApplicantKind[];
  readonly limits: Limits;
  readonly questions: readonly Question[];
  readonly documents: readonly DocumentRequirement[];
  readonly consents: readonly ConsentRequest[];
  readonly dates: PlanDates;
  readonly screening: ScreeningPlan;
  readonly mail: MailPlan;
  /** What judges sign before a dossier opens to them. */
  readonly confidentiality?: { readonly version: string; readonly text: Text };
  /** One to four, in the order in which they are held. */
  readonly rounds: readonly RoundPlan[];
  /** From the first down. */
  readonly prizes: readonly PrizePlan[];
  readonly awards: AwardRule;
  /** What startups are given back after the publication; see `feedbackOf` for what holds without it. */
  readonly feedback?: FeedbackPlan;
};

/** Whether a part of the plan that may be limited to tracks holds for this one. */
export const holdsFor = (part: { readonly tracks?: readonly string[] }, trackId: string): boolean =>
  part.tracks === undefined || part.tracks.includes(trackId);

/** The rubric by which entries of the track are scored in the round; undefined for a track without one. */
export const rubricFor = (round: RoundPlan, trackId: string): Rubric | undefined =>
  round.rubrics.find((candidate) => holdsFor(candidate, trackId))?.rubric;

/** The round of that id, if the plan has one. */
export const roundOf = (plan: Plan, roundId: string): RoundPlan | undefined =>
  plan.rounds.find(({ id }) => id === roundId);

/** The round that decides who is in this one; undefined for the first round and for one that is not there. */
export const roundBefore = (plan: Plan, roundId: string): RoundPlan | undefined => {
  const at = plan.rounds.findIndex(({ id }) => id === roundId);
  return at > 0 ? plan.rounds[at - 1] : undefined;
};

/** What the form asks of an entry of the track; `when` is not looked at. */
export const questionsFor = (plan: Plan, trackId: string): readonly Question[] =>
  plan.questions.filter((question) => holdsFor(question, trackId));

/** What the dossier of an entry of the track is made of. */
export const documentsFor = (plan: Plan, trackId: string): readonly DocumentRequirement[] =>
  plan.documents.filter((document) => holdsFor(document, trackId));
