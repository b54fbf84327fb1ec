import { decisionsOf } from '../../lib/contest/decisions.ts';
import { divergenceFlags } from '../../lib/contest/divergence.ts';
import { type FlagRuling, flagStands } from '../../lib/contest/flag.ts';
import type { OrganisersDecision } from '../../lib/contest/organisers-decision.ts';
import { deriveOutcome } from '../../lib/contest/outcome.ts';
import { type Plan, roundOf } from '../../lib/contest/plan.ts';
import type { Assignment, Round } from '../../lib/contest/round.ts';
import type { GivenValues } from '../../lib/contest/round-facts.ts';
import { markedParts } from '../../lib/contest/rubric.ts';
import type { ScoreSheet } from '../../lib/contest/score-sheet.ts';
import type { TieRuling } from '../../lib/contest/tie-ruling.ts';
import type { DecisionRequest } from '../../lib/papers/decision-model.ts';
import type { PaperFacts } from '../../lib/papers/paper-facts.ts';
import { digestOf, sha256Hex } from '../../lib/store/digest.ts';
import { examplePlan } from './example-plan.ts';

export interface ToldEntry {
  readonly title?: string;
  readonly applicantName?: string;
  readonly members?: readonly string[];
  readonly trackId?: string;
  /** What each judge leaves out of full marks, in hundredths, on the first criterion. */
  readonly less: readonly number[];
  /** What it got from no judge. */
  readonly given?: GivenValues;
}

export interface ToldRound {
  readonly plan?: Plan;
  readonly roundId?: string;
  readonly judges?: readonly string[];
  readonly entries?: readonly ToldEntry[];
  readonly comment?: string;
  readonly ties?: readonly TieRuling[];
  readonly flags?: readonly FlagRuling[];
  readonly decided?: readonly OrganisersDecision[];
  readonly round?: Partial<Round>;
  readonly isApproved?: boolean;
  /** Struck sheets, by entry and judge: `0 2`. */
  readonly struck?: readonly string[];
  /** Sheets whose task was taken back, as those. */
  readonly takenBack?: readonly string[];
}

export const judgeNames = ['Trần Thị Bích Hằng', 'A Dôn', 'Nguyễn Văn Đức', 'Y Blô', 'Lê Thị Ửng'];
export const entryId = (at: number): string => `entry-${at + 1}`;
export const judgeId = (at: number): string => `judge-${at + 1}`;

const defaultEntries: readonly ToldEntry[] = [
  { less: [0, 100, 50] },
  { less: [250, 300, 200], trackId: 'y-tuong' },
  { less: [400, 450, 400] },
];

/** A closed round derived by the real rules, with all its papers tell: the first judge leads the panel. */
export function toldRound(told: ToldRound = {}): PaperFacts {
  const { plan = examplePlan(), roundId = 'chung-ket', entries = defaultEntries } = told;
  const { judges = judgeNames.slice(0, 3), ties = [], decided = [], isApproved = false } = told;
  const { takenBack = [] } = told;
  const roundPlan = roundOf(plan, roundId)!;
  const ids = judges.map((_, at) => judgeId(at));
  const isHeld = (at: number, judge: number) => !takenBack.includes(`${at} ${judge}`);
  const tasks = entries.flatMap((entry, at) =>
    ids.flatMap((judge, index) => (isHeld(at, index) ? taskOf(entry, { at, judge, roundId }) : [])),
  );
  const written = entries.flatMap(({ less }, at) =>
    less.map((hundredths, judge) => ({
      sheet: sheetOf(told, { at, judge, hundredths, roundId, plan }),
      isHeld: isHeld(at, judge),
    })),
  );
  const sheets = written.flatMap(({ sheet, isHeld: holds }) => (holds ? sheet : []));
  const round: Round = {
    editionId: 'kon-tum-2022',
    roundId,
    state: 'closed',
    planVersion: 1,
    assignmentRevisions: ['r1'],
    panel: { judges: ids, chair: judgeId(0) },
    openedAt: '2022-09-01T01:00:00.000Z',
    closedAt: '2022-09-20T09:00:00.000Z',
    version: 3,
    ...told.round,
  };
  const outcome = deriveOutcome({
    plan,
    round,
    roundPlan,
    entries: entries.map(({ trackId = 'du-an', given }, at) => ({
      entryId: entryId(at),
      trackId,
      ...(given === undefined ? {} : { given }),
    })),
    sheets: written.map(({ sheet, isHeld: holds }) => ({ ...sheet, takenBack: !holds })),
    decisions: decisionsOf(
      { round, entryIds: entries.map((_, at) => entryId(at)), ties, decided },
      sha256Hex,
    ),
  });
  const digest = digestOf(outcome);
  const approval = { digest, by: 'organiser-a', at: '2022-09-21T02:00:00.000Z' };
  return {
    plan,
    roundPlan,
    round: isApproved ? { ...round, state: 'approved', approval } : round,
    outcome,
    digest,
    flags: flagStands(
      round,
      divergenceFlags(outcome.rankings, roundPlan.divergence),
      told.flags ?? [],
    ),
    ties,
    decided,
    tasks,
    sheets,
    names: new Map([
      ...ids.map((id, at) => [id, judges[at]!] as const),
      ['organiser-a', 'Phạm Minh'],
    ]),
  };
}

function taskOf(
  {
    title,
    applicantName = 'Hợp tác xã Măng Đen',
    members = ['Nguyễn Thị Hồng Đào', 'A Dôn'],
    trackId = 'du-an',
  }: ToldEntry,
  { at, judge, roundId }: { at: number; judge: string; roundId: string },
): Assignment {
  return {
    editionId: 'kon-tum-2022',
    roundId,
    entryId: entryId(at),
    judgeId: judge,
    revisions: ['r1'],
    code: `KT22-${String(at + 1).padStart(4, '0')}`,
    title: title ?? `Chế biến sâm dây Ngọc Linh số ${at + 1}`,
    applicantName,
    members,
    trackId,
    fieldId: 'duoc-lieu',
    version: 1,
  };
}

function sheetOf(
  { comment = 'Ý tưởng tốt, cần làm rõ thị trường.', struck = [] }: ToldRound,
  of: { at: number; judge: number; hundredths: number; roundId: string; plan: Plan },
): ScoreSheet {
  const parts = markedParts(roundOf(of.plan, of.roundId)!.rubrics[0]!.rubric).flat();
  const marks = parts.map(({ id, maxPoints }, index) => [
    id,
    maxPoints - (index === 0 ? of.hundredths : 0),
  ]);
  return {
    editionId: 'kon-tum-2022',
    roundId: of.roundId,
    entryId: entryId(of.at),
    judgeId: judgeId(of.judge),
    state: 'submitted',
    marks: Object.fromEntries(marks),
    comment,
    note: '',
    recused: struck.includes(`${of.at} ${of.judge}`),
    planVersion: 1,
    savedAt: '2022-09-20T08:00:00.000Z',
    submittedAt: '2022-09-20T08:30:00.000Z',
    version: 2,
  };
}

/** What an office says about the decision it drafts. */
export const decisionSaid: DecisionRequest = {
  issuer: 'Ủy ban nhân dân tỉnh Kon Tum',
  decidedBy: 'Chủ tịch Ủy ban nhân dân tỉnh Kon Tum',
  symbol: 'QĐ-UBND',
  place: 'Kon Tum',
  issuedOn: '2022-03-05',
  grounds: ['Căn cứ Luật Tổ chức chính quyền địa phương;', 'Căn cứ Nghị quyết số 15/2020/NQ-HĐND.'],
  recipients: ['Thường trực Tỉnh ủy'],
  signer: {
    authority: [
      { form: 'TM', of: 'Ủy ban nhân dân' },
      { form: 'KT', of: 'Chủ tịch' },
    ],
    position: 'Phó Chủ tịch',
    name: 'Y Ngọc',
  },
};
