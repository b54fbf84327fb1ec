import type { Dossier } from '../../lib/contest/dossier.ts';
import type { Entry } from '../../lib/contest/entry.ts';
import type { EntryContent } from '../../lib/contest/entry-content.ts';
import { found } from '../../lib/contest/found.ts';
import { type CardFacts, nextCard } from '../../lib/contest/list-card.ts';
import type { Member } from '../../lib/contest/people.ts';
import { roundOf, rubricFor } from '../../lib/contest/plan.ts';
import { setUpEdition } from '../../lib/contest/plan-change.ts';
import { nextProgressCard } from '../../lib/contest/progress.ts';
import type { Role } from '../../lib/contest/refusal.ts';
import type { Assignment } from '../../lib/contest/round.ts';
import type { Marks } from '../../lib/contest/rubric.ts';
import type { Action, Table } from '../../lib/platform/table.ts';
import { memberItem } from '../../lib/store/editions.ts';
import { changedDossier, newSubmission } from '../../lib/store/entries.ts';
import { assignmentItem, changedDeclaration, changedSheet } from '../../lib/store/judging.ts';
import { cardItem } from '../../lib/store/list-cards.ts';
import { newEdition } from '../../lib/store/new-edition.ts';
import { newEntry } from '../../lib/store/own-entries.ts';
import { changedProgressCard } from '../../lib/store/progress-cards.ts';
import { examplePlan } from '../../test/support/example-plan.ts';
import { exampleContent, keptContent } from '../../test/support/world-entries.ts';

export const editionId = 'kon-tum-2022';
export const roundId = 'so-khao';
/** Within the submission window of the example's plan. */
export const seededAt = '2022-06-15T03:00:00.000Z';

/** Who acts in the measured calls: ids as their tokens say them. */
export interface Cast {
  readonly organiser: string;
  readonly secretary: string;
  readonly judge: string;
  /** Each gets one complete draft that is not handed in. */
  readonly submitters: readonly string[];
}

/** What the measured calls work on. */
export interface Seeded {
  /** In the order of the submitters. */
  readonly drafts: readonly string[];
  /** Declared by the judge, without a sheet; as many as there are submitters. */
  readonly judged: readonly string[];
}

/** Who scored the seeded entries, in turn. */
export const judges = 30;
export const judgeAt = (at: number): string => `judge-${at % judges}`;

/**
 * An edition with this many screened, assigned and scored entries, put straight into the table by the store's own functions.
 * Submissions and a round are open at once, which no real edition is: every operation can so be measured in one.
 */
export async function seedContest(table: Table, cast: Cast, entries: number): Promise<Seeded> {
  const plan = examplePlan();
  const made = setUpEdition({ editionId, plan, by: cast.organiser }, seededAt);
  const rounds = made.rounds.map((round) =>
    round.roundId === roundId
      ? { ...round, state: 'scoring' as const, assignmentRevisions: ['seed'], openedAt: seededAt }
      : round,
  );
  const organiser = member(cast.organiser, 'organiser');
  const writer = batches(table);
  await writer.add(newEdition({ ...made, organiser, rounds }).map(({ action }) => action));
  const members = [member(cast.secretary, 'secretary'), member(cast.judge, 'judge')];
  await writer.add(members.map((one) => ({ kind: 'put', item: memberItem(one) })));
  for (let at = 0; at < entries; at += 1) {
    await writer.add(scoredEntry(at, judgeAt(at), true));
  }
  const judged = cast.submitters.map((_, at) => entryIdAt(entries + at));
  for (const at of judged.keys()) await writer.add(scoredEntry(entries + at, cast.judge, false));
  const drafts = cast.submitters.map((_, at) => entryIdAt(2 * entries + 1000 + at));
  for (const [at, owner] of cast.submitters.entries()) {
    await writer.add(draftActions(2 * entries + 1000 + at, owner));
  }
  await writer.end();
  return { drafts, judged };
}

/** Judges beside those, each with one entry that is declared and not scored; the entries' ids in the order of the judges. */
export async function seedJudges(
  table: Table,
  judgeIds: readonly string[],
): Promise<readonly string[]> {
  const first = 100_000;
  const writer = batches(table);
  for (const [at, judgeId] of judgeIds.entries()) {
    await writer.add([{ kind: 'put', item: memberItem(member(judgeId, 'judge')) }]);
    await writer.add(scoredEntry(first + at, judgeId, false));
  }
  await writer.end();
  return judgeIds.map((_, at) => entryIdAt(first + at));
}

/** Collects puts into full transactions; conditions are left out, because the table begins empty. */
function batches(table: Table) {
  let waiting: Action[] = [];
  const flush = async (): Promise<void> => {
    if (waiting.length > 0) await table.write(waiting);
    waiting = [];
  };
  return {
    async add(actions: readonly Action[]): Promise<void> {
      const puts = actions.flatMap((action): Action[] =>
        action.kind === 'put' ? [{ kind: 'put', item: action.item }] : [],
      );
      if (waiting.length + puts.length > 100) await flush();
      waiting.push(...puts);
    },
    end: flush,
  };
}

/** Somebody with this role. */
export const member = (personId: string, role: Role): Member => ({
  editionId,
  personId,
  email: `${personId}@example.vn`,
  name: personId,
  roles: [role],
  active: true,
  version: 1,
});

const hex = (at: number): string => at.toString(16).padStart(12, '0');
const entryIdAt = (at: number): string => `0190a6e0-7f4d-7abc-8def-${hex(at)}`;

function contentAt(at: number): EntryContent {
  const content = keptContent(exampleContent(at % 6));
  return { ...content, title: `${content.title} ${at}` };
}

function entryAt(at: number, ownerId: string): Entry {
  const code = `KT22-${at.toString(36).toUpperCase().padStart(6, '0')}`;
  const times = { createdAt: seededAt, submission: 0, version: 1 };
  return {
    editionId,
    entryId: entryIdAt(at),
    code,
    ownerId,
    state: 'draft',
    content: contentAt(at),
    ...times,
  };
}

function dossierAt(at: number): Dossier {
  const documentId = `0190a6e0-7f4d-7abc-9def-${hex(at)}`;
  const stored = { versionId: 'version-1', confirmedAt: seededAt };
  const document = {
    documentId,
    kind: 'thuyet-minh',
    fileName: 'Bản thuyết minh.pdf',
    contentType: 'application/pdf',
    size: 1_000_000,
    sha256: '0f'.repeat(32),
    ticketedAt: seededAt,
    stored,
    inspection: { verdict: 'clean' as const, versionId: stored.versionId },
  };
  return { editionId, entryId: entryIdAt(at), documents: [document], version: 1 };
}

function draftActions(at: number, ownerId: string): Action[] {
  const [entry, dossier] = [entryAt(at, ownerId), dossierAt(at)];
  const created = newEntry({ entry, ownership: undefined }, 1);
  const own = [...created, changedDossier(dossier)].map(({ action }) => action);
  return [...own, cardAction({ entry, dossier, submission: undefined })];
}

const planVersion = {
  ...{ plan: examplePlan(), planVersion: 1, changedAt: seededAt },
  ...{ changedBy: 'organiser', reason: '', documentNumber: '' },
};

/** What an event makes of an entry in the running system. */
function cardAction(facts: Omit<CardFacts, 'plan'>): Action {
  const card = nextCard({ ...facts, plan: planVersion }, undefined);
  if (typeof card === 'string') throw new Error(`no card: ${card}`);
  return { kind: 'put', item: cardItem(card) };
}

/** What an event makes of a task and its sheet in the running system. */
function progressAction(assignment: Assignment, isScored: boolean): Action {
  const { entryId, judgeId } = assignment;
  const sheet = { entryId, judgeId, state: 'submitted', recused: false } as const;
  const facts = {
    assignments: [assignment],
    sheets: isScored ? [sheet] : [],
    declarations: [],
    entryState: 'eligible',
  } as const;
  const card = nextProgressCard(facts, undefined);
  if (!card) throw new Error('no card of progress');
  return changedProgressCard(assignment, card);
}

/** The most on every criterion of the round, in hundredths. */
function fullMarks(trackId: string): Marks {
  const { criteria } = found(rubricFor(found(roundOf(planVersion.plan, roundId)), trackId));
  return Object.fromEntries(criteria.map(({ id, maxPoints }) => [id, maxPoints]));
}

/** A screened entry, and a judge's task on it: declared, and scored or not. */
function scoredEntry(at: number, judgeId: string, isScored: boolean): Action[] {
  const entry: Entry = {
    ...entryAt(at, `owner-${at}`),
    state: 'eligible',
    submission: 1,
    submittedAt: seededAt,
    screening: { decision: 'eligible', reasons: [], by: 'secretary', at: seededAt },
    version: 3,
  };
  const dossier = dossierAt(at);
  const documents = dossier.documents.map(
    ({ stored, inspection: _, ticketedAt: __, ...document }) => ({
      ...document,
      versionId: stored?.versionId ?? '',
    }),
  );
  const { entryId, code, content } = entry;
  const submission = {
    ...{ editionId, entryId, code, submission: 1, receivedAt: seededAt, planVersion: 1, content },
    documents,
    receipt: { keyId: '0f'.repeat(8), signature: 'A'.repeat(86) },
  };
  const place = { editionId, roundId, entryId, judgeId };
  const assignment: Assignment = {
    ...place,
    revisions: ['seed'],
    code,
    title: content.title,
    applicantName: content.applicant?.name ?? '',
    members: content.members.map(({ name }) => name),
    trackId: content.trackId,
    fieldId: content.fieldId ?? '',
    version: 1,
  };
  const declaration = changedDeclaration({
    editionId,
    entryId,
    judgeId,
    conflict: false,
    reason: '',
    declaredAt: seededAt,
    version: 1,
  });
  const sheet = changedSheet({
    ...place,
    state: 'submitted',
    marks: fullMarks(content.trackId),
    comment: 'Đã đọc hồ sơ.',
    note: '',
    recused: false,
    planVersion: 1,
    savedAt: seededAt,
    submittedAt: seededAt,
    version: 1,
  });
  const created = newEntry({ entry, ownership: undefined }, 1).map(({ action }) => action);
  const entryPut = newSubmission(entry, entry, submission).map(({ action }) => action);
  const own = created.filter((action) => action.kind !== 'put' || action.item.sk !== 'ENTRY');
  const judging = [declaration.action, ...(isScored ? [sheet.action] : [])];
  return [
    ...own,
    ...entryPut,
    changedDossier(dossier).action,
    cardAction({ entry, dossier, submission }),
    { kind: 'put', item: assignmentItem(assignment) },
    progressAction(assignment, isScored),
    ...judging,
  ];
}
