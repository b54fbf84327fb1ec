import { roundOf } from '../../lib/contest/plan.ts';
import { formatPoints } from '../../lib/contest/points.ts';
import { routes } from '../../lib/contract/routes.ts';
import { examplePlan } from './example-plan.ts';
import type { World } from './world.ts';
import type { Answered, Person } from './world-callers.ts';
import {
  type Content,
  closeSubmissions,
  exampleContent,
  screen,
  submittedEntry,
} from './world-entries.ts';
import { people } from './world-people.ts';

/** The example's rounds and when they close. */
export const firstRound = 'so-khao';
export const finalRound = 'chung-ket';
export const firstRoundClosesAt = '2022-08-25T10:00:00.000Z';

const judges = [people.judge1, people.judge2, people.judge3];
const owners = [people.applicant1, people.applicant2, people.applicant3];

/** An entry that takes part. */
export interface Contender {
  readonly entryId: string;
  readonly code: string;
  readonly documentId: string;
}

/** Terms of confidentiality, as a plan has them. */
export const confidentiality = {
  version: '2022-08-01',
  text: { vi: 'Tôi giữ bí mật mọi hồ sơ.', en: 'I keep every dossier secret.' },
};

/** The organisers change the plan so that judges sign the terms. */
export async function askToSign(world: World, terms = confidentiality): Promise<void> {
  const { plan, version } = await world.anonymous.reply(routes.getEdition);
  const body = {
    plan: { ...plan, confidentiality: terms },
    reason: 'Quy chế chấm thi',
    documentNumber: '90/QĐ-BTC',
  };
  await world.as(people.organiserA).reply(routes.changePlan, { body, ifMatch: version });
}

/** Entries handed in by applicants 1 to 3 in turn and let in after the freeze; nine at most. */
export async function eligibleEntries(
  world: World,
  contents: readonly Content[],
): Promise<readonly Contender[]> {
  const entries: Contender[] = [];
  for (const [index, content] of contents.entries()) {
    entries.push(await submittedEntry(world, { owner: owners[index % 3]!, content }));
  }
  await closeSubmissions(world);
  for (const { entryId } of entries) await screen(world, entryId);
  return entries;
}

/** So many of the examples' contents; past the sixth with titles of their own. */
export const contenders = (count: number): Content[] =>
  Array.from({ length: count }, (_, index) =>
    index < 6
      ? exampleContent(index)
      : exampleContent(index % 6, { title: `Ý tưởng số ${index + 1}` }),
  );

/** Every entry to every judge. */
export const allPairs = (
  entries: readonly { readonly entryId: string }[],
  to: readonly Person[] = judges,
) => entries.flatMap(({ entryId }) => to.map(({ personId }) => ({ entryId, judgeId: personId })));

/** An organiser gives entries to judges. */
export async function assign(
  world: World,
  pairs: readonly { readonly entryId: string; readonly judgeId: string }[],
  roundId = firstRound,
) {
  const said = { path: { roundId }, body: { pairs } };
  return await world.as(people.organiserA).reply(routes.assignEntries, said);
}

/** A judge's word on an entry. */
export async function declare(
  world: World,
  judge: Person,
  entryId: string,
  { conflict = false, reason = '', roundId = firstRound } = {},
) {
  const said = { path: { roundId, entryId }, body: { conflict, reason } };
  return await world.as(judge).reply(routes.declareConflict, said);
}

/** An organiser opens scoring. */
export async function open(world: World, roundId = firstRound): Promise<void> {
  await world.as(people.organiserA).reply(routes.openRound, { path: { roundId } });
}

/** Scoring is open and every judge may score every entry. */
export async function openScoring(
  world: World,
  entries: readonly Contender[],
  { to = judges, roundId = firstRound } = {},
): Promise<void> {
  await assign(world, allPairs(entries, to), roundId);
  for (const judge of to) {
    for (const { entryId } of entries) await declare(world, judge, entryId, { roundId });
  }
  await open(world, roundId);
}

/** `count` entries in an open first round. */
export async function scoringEntries(world: World, count = 1): Promise<readonly Contender[]> {
  const entries = await eligibleEntries(world, contenders(count));
  await openScoring(world, entries);
  return entries;
}

/** Marks on every criterion of a round: the maximum less so many half points on the first one. */
export function marksOf(roundId: string, halfPointsLess = 0): { [criterionId: string]: string } {
  const criteria = roundOf(examplePlan(), roundId)?.rubrics[0]?.rubric.criteria ?? [];
  return Object.fromEntries(
    criteria.map(({ id, maxPoints }, index) => [
      id,
      formatPoints(maxPoints - (index === 0 ? halfPointsLess * 50 : 0)),
    ]),
  );
}

/** A whole sheet to save. */
export const sheetBody = (changes: object = {}, roundId = firstRound) => ({
  planVersion: 1,
  points: marksOf(roundId),
  comment: 'Ý tưởng tốt',
  note: '',
  ...changes,
});

/** A judge saves a draft based on a version, 0 at first. */
export async function saveDraft(
  world: World,
  judge: Person,
  entryId: string,
  { basedOn = 0, roundId = firstRound, body = sheetBody({}, roundId) as object } = {},
): Promise<Answered<{ version: number }>> {
  const said = { path: { roundId, entryId }, body, ifMatch: basedOn };
  return await world.as(judge).call(routes.saveScoreSheet, said);
}

/** A judge scores an entry and hands the sheet in. */
export async function handIn(
  world: World,
  judge: Person,
  entryId: string,
  { halfPointsLess = 0, roundId = firstRound } = {},
): Promise<void> {
  const path = { roundId, entryId };
  const body = sheetBody({ points: marksOf(roundId, halfPointsLess) }, roundId);
  const asJudge = world.as(judge);
  const { version } = await asJudge.reply(routes.saveScoreSheet, { path, body, ifMatch: 0 });
  await asJudge.reply(routes.submitScoreSheet, { path, ifMatch: version });
}

/** All three judges hand every sheet in; the n-th entry gets n x `gap` half points less. */
export async function scoreAll(
  world: World,
  entries: readonly Contender[],
  { roundId = firstRound, gap = 2 } = {},
): Promise<void> {
  for (const [index, { entryId }] of entries.entries()) {
    for (const judge of judges) {
      await handIn(world, judge, entryId, { halfPointsLess: index * gap, roundId });
    }
  }
}

/** An organiser closes scoring with every sheet in, or accepts what is missing. */
export async function close(
  world: World,
  roundId = firstRound,
  body: object = { acceptMissing: false },
): Promise<void> {
  await world.as(people.organiserA).reply(routes.closeRound, { path: { roundId }, body });
}

/** Closing with sheets missing. */
export const acceptMissing = { acceptMissing: true, reason: 'Giám khảo vắng' };
