import type { Dossier } from './dossier.ts';
import type { PlanVersion } from './edition.ts';
import type { Entry, Submission } from './entry.ts';
import type { EntryContent } from './entry-content.ts';
import type { EntryState } from './entry-state.ts';
import { foldForSearch } from './fold.ts';
import { missingFromEntry } from './missing-from-entry.ts';
import type { ApplicantKind } from './plan.ts';
import { submittedPart } from './submitted-part.ts';

/** An entry in the secretariat's list: small, and of what was handed in once something was. */
export interface ListCard {
  readonly editionId: string;
  readonly entryId: string;
  readonly code: string;
  readonly state: EntryState;
  readonly title: string;
  readonly trackId: string;
  readonly fieldId?: string;
  readonly applicantName?: string;
  readonly applicantKind?: ApplicantKind;
  readonly submission: number;
  readonly submittedAt?: string;
  readonly createdAt: string;
  /** How many requirements of the plan are unmet. */
  readonly missing: number;
  /** Kinds of documents that are not there or were turned away. */
  readonly missingDocuments: readonly string[];
  readonly supplement?: { readonly closesAt: string; readonly answered: boolean };
  /** How many people gave one. */
  readonly opinions: number;
  /** Until when a late admission holds. */
  readonly lateUntil?: string;
  /** All that a search looks through, folded. */
  readonly fold: string;
  /** Versions of the things that the card was made from. */
  readonly entryVersion: number;
  readonly dossierVersion: number;
  readonly planVersion: number;
  readonly version: number;
}

/** What a card is made from. */
export interface CardFacts {
  readonly entry: Entry;
  readonly dossier: Dossier;
  /** The last submitted version. */
  readonly submission: Submission | undefined;
  readonly plan: PlanVersion;
}

/**
 * The card to put over `before`. `current`: that one says it already. `torn`: the facts were read while they changed, or
 * before what the card was made from, and must be read again; so a late or repeated event never brings an older card back.
 */
export function nextCard(
  facts: CardFacts,
  before: ListCard | undefined,
): ListCard | 'current' | 'torn' {
  const { entry, submission } = facts;
  if (entry.submission !== (submission?.submission ?? 0)) return 'torn';
  const card = listCard(facts, (before?.version ?? 0) + 1);
  if (before === undefined) return card;
  const moved = sources.map((source) => card[source] - before[source]);
  if (moved.some((by) => by < 0)) return 'torn';
  return moved.some((by) => by > 0) ? card : 'current';
}

const sources = ['entryVersion', 'dossierVersion', 'planVersion'] as const;

function listCard(facts: CardFacts, version: number): ListCard {
  const { entry, dossier } = facts;
  const { supplement, late, submittedAt } = entry;
  const content = facts.submission?.content ?? entry.content;
  const { fieldId, applicant } = content;
  return {
    editionId: entry.editionId,
    entryId: entry.entryId,
    code: entry.code,
    state: entry.state,
    title: content.title,
    trackId: content.trackId,
    ...(fieldId === undefined ? {} : { fieldId }),
    ...(applicant ? { applicantName: applicant.name, applicantKind: applicant.kind } : {}),
    submission: entry.submission,
    ...(submittedAt === undefined ? {} : { submittedAt }),
    createdAt: entry.createdAt,
    ...lackOf(facts, content),
    ...(supplement
      ? {
          supplement: {
            closesAt: supplement.closesAt,
            answered: supplement.answeredAt !== undefined,
          },
        }
      : {}),
    opinions: entry.opinions?.length ?? 0,
    ...(late ? { lateUntil: late.closesAt } : {}),
    fold: foldOf(entry.code, content),
    entryVersion: entry.version,
    dossierVersion: dossier.version,
    planVersion: facts.plan.planVersion,
    version,
  };
}

/** What the draft still needs; once there is a submitted version, what that one lacks by the plan of today. */
function lackOf({ dossier, submission, plan: { plan } }: CardFacts, content: EntryContent) {
  const documents = submission ? submittedPart(dossier, submission) : dossier;
  const missing = missingFromEntry(plan, content, documents);
  const kinds = missing.flatMap(({ document }) => (document === undefined ? [] : [document]));
  return { missing: missing.length, missingDocuments: [...new Set(kinds)] };
}

/** Numbers are there in the ways they are typed: `KT22-7Q4MZ2` without its dash, +84 912… as 0912…. */
function foldOf(code: string, { title, applicant, members }: EntryContent): string {
  const { name = '', phone = '', taxCode = '' } = applicant ?? {};
  const names = [title, name, ...members.map((member) => member.name)];
  const numbers = [code, withoutDash(code), phone, phone.replace(/^\+84/u, '0')];
  return foldForSearch([...names, ...numbers, taxCode, withoutDash(taxCode)].join('\n'));
}

const withoutDash = (text: string): string => text.replaceAll('-', '');
