import { hasSigned } from '../contest/confidentiality.ts';
import { derivedConflicts, ownerMails } from '../contest/derived-conflicts.ts';
import type { Dossier } from '../contest/dossier.ts';
import type { PlanVersion } from '../contest/edition.ts';
import { found } from '../contest/found.ts';
import type { Plan } from '../contest/plan.ts';
import { stopWaiting } from '../contest/rescoring.ts';
import type { Assignment, Declaration, Round } from '../contest/round.ts';
import type { Judging, ScoreSheet } from '../contest/score-sheet.ts';
import type { Item, Table } from '../platform/table.ts';
import type { Change } from './change.ts';
import { type EditionFacts, editionFacts } from './editions.ts';
import { readDossier } from './entries.ts';
import { entrySchema } from './entry-schemas.ts';
import { type StoredSubmission, submissionSchema } from './item-schemas.ts';
import { read, replace, toItem, unchanged } from './items.ts';
import { assignmentSchema, declarationSchema, sheetSchema } from './judging-schemas.ts';
import { indexes, keys } from './keys.ts';
import { readPlan, termsIn } from './plans.ts';
import { readRound, roundItem, unchangedRound } from './rounds.ts';
import { readStage } from './stages.ts';

/** What a judge's act on one entry is decided on. */
export interface JudgingFacts extends EditionFacts {
  readonly judging: Judging | undefined;
  readonly submission: StoredSubmission | undefined;
  readonly dossier: Dossier;
  /** The owner's verified address, where there is one. */
  readonly mails: readonly string[];
  /** The owner's account, where there is an entry. */
  readonly accounts: readonly string[];
}

/** A judge, a round and an entry, in one read. */
export async function loadJudging(
  table: Table,
  at: { readonly editionId: string; readonly roundId: string; readonly entryId: string },
  judgeId: string,
): Promise<JudgingFacts> {
  const { editionId, roundId, entryId } = at;
  const [
    edition,
    plan,
    member,
    roundOne,
    assignment,
    declaration,
    sheet,
    submission,
    dossier,
    entry,
    stageItem,
  ] = await table.getMany([
    keys.edition(editionId),
    keys.plan(editionId),
    keys.member(editionId, judgeId),
    keys.round(editionId, roundId),
    keys.assignment(editionId, roundId, entryId, judgeId),
    keys.declaration(editionId, entryId, judgeId),
    keys.sheet(editionId, roundId, entryId, judgeId),
    keys.submission(editionId, entryId),
    keys.dossier(editionId, entryId),
    keys.entry(editionId, entryId),
    keys.stage(editionId, roundId),
  ]);
  const facts = editionFacts(edition, plan, member);
  const isSigned = hasSigned(facts.member?.confidentiality, termsIn(facts.plan));
  const round = readRound(roundOne);
  const submitted = read(submissionSchema, submission);
  const entered = read(entrySchema, entry);
  const mails = ownerMails(entered);
  const derived =
    submitted && facts.member
      ? derivedConflicts({ content: submitted.content, mails }, facts.member)
      : [];
  const stage = readStage(stageItem);
  const judging = round && {
    round,
    ...(stage === undefined ? {} : { stage }),
    assignment: read(assignmentSchema, assignment),
    declaration: read(declarationSchema, declaration),
    sheet: read(sheetSchema, sheet),
    entryState: entered?.state,
    derived,
    ...(isSigned ? {} : { unsigned: true as const }),
  };
  return {
    ...facts,
    judging,
    submission: submitted,
    dossier: readDossier(dossier, { editionId, entryId }),
    mails,
    accounts: entered === undefined ? [] : [entered.ownerId],
  };
}

/** What an official's act on a round is decided on. */
export interface RoundFacts extends EditionFacts {
  readonly round: Round | undefined;
}

/** A round and its edition, in one read. */
export async function loadRound(
  table: Table,
  at: { readonly editionId: string; readonly roundId: string },
  personId: string,
): Promise<RoundFacts> {
  const [edition, plan, member, round] = await table.getMany([
    keys.edition(at.editionId),
    keys.plan(at.editionId),
    keys.member(at.editionId, personId),
    keys.round(at.editionId, at.roundId),
  ]);
  return { ...editionFacts(edition, plan, member), round: readRound(round) };
}

/** Another round of the edition, such as the one before. */
export async function loadRoundById(
  table: Table,
  editionId: string,
  roundId: string,
): Promise<Round | undefined> {
  return readRound(await table.get(keys.round(editionId, roundId)));
}

/**
 * The plan a round is scored by: the one frozen at its opening, which is nearly always still the current
 * one that was read already; a second read only after the plan changed under an open round.
 */
export async function planOfRound(table: Table, current: PlanVersion, round: Round): Promise<Plan> {
  if (round.state === 'planned' || round.planVersion === current.planVersion) return current.plan;
  const { editionId, planVersion } = round;
  const frozen = readPlan(await table.get(keys.planVersion(editionId, planVersion)));
  if (!frozen) throw new Error(`plan ${planVersion} of ${editionId} is gone`);
  return frozen.plan;
}

/** A round over the one it was decided on. */
export function changedRound(round: Round): Change {
  return replace(roundItem(round));
}

/** The round waits for this sheet no longer, if it did; as it was read else. */
export function stoppedWaiting(round: Round, entryId: string, judgeId: string): Change {
  const after = stopWaiting(round, entryId, judgeId);
  return after === round ? unchangedRound(round) : changedRound(after);
}

/** A task's item; written before its revision is in force, so writing it again is harmless. */
export function assignmentItem(assignment: Assignment): Item {
  const { editionId, roundId, entryId, judgeId } = assignment;
  return toItem(keys.assignment(editionId, roundId, entryId, judgeId), assignment, [
    indexes.queue(editionId, judgeId),
    `${entryId}#${roundId}#ASSIGNED`,
  ]);
}

/**
 * A sheet's next revision; decided again when the sheet changed meanwhile: a judge then learns what stands, and who strikes it or
 * opens it again has not read it anyway.
 */
export function changedSheet(sheet: ScoreSheet): Change {
  return replace(sheetItem(sheet));
}

function sheetItem(sheet: ScoreSheet): Item {
  const { editionId, roundId, entryId, judgeId } = sheet;
  return toItem(keys.sheet(editionId, roundId, entryId, judgeId), sheet, [
    indexes.queue(editionId, judgeId),
    `${entryId}#${roundId}#SHEET`,
  ]);
}

/** A judge's word, over the one that was read. */
export function changedDeclaration(declaration: Declaration): Change {
  const { editionId, entryId, judgeId } = declaration;
  return replace(
    toItem(keys.declaration(editionId, entryId, judgeId), declaration, [
      indexes.queue(editionId, judgeId),
      `${entryId}#DECLARED`,
    ]),
  );
}

/** The judge has said nothing else about the entry since. */
export function unchangedDeclaration({ declaration }: Judging): Change {
  const { editionId, entryId, judgeId, version } = found(declaration);
  return unchanged(keys.declaration(editionId, entryId, judgeId), version);
}
