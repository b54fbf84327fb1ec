import { describe, expect, it } from 'vitest';
import { type Plan, roundOf } from '../../lib/contest/plan.ts';
import type { Rubric } from '../../lib/contest/rubric.ts';
import { minutesPaper } from '../../lib/papers/minutes-paper.ts';
import type { Paper } from '../../lib/papers/paper.ts';
import { renderPaper } from '../../lib/papers/render-paper.ts';
import { scoreSheetPaper } from '../../lib/papers/score-sheet-paper.ts';
import { tallyPaper } from '../../lib/papers/tally-paper.ts';
import { examplePlan } from '../support/example-plan.ts';
import { readDocument } from '../support/read-document.ts';
import { judgeId, judgeNames, toldRound } from '../support/told-round.ts';

const read = async (paper: Paper | undefined) => readDocument(await renderPaper(paper!));
const part = (id: string, vi: string, points: number) => ({
  id,
  name: { vi, en: id },
  maxPoints: points * 100,
  step: 50,
});

/** 70 by judges, the first criterion in two parts; 10 by the organisers; 20 by the public. */
const rubric: Rubric = {
  mode: 'points',
  criteria: [
    {
      ...part('doi-moi', 'Đổi mới', 30),
      parts: [part('tinh-moi', 'Tính mới', 10), part('ham-luong', 'Hàm lượng', 20)],
    },
    part('kha-thi', 'Khả thi', 40),
  ],
  given: [part('chuyen-can', 'Chuyên cần', 10)],
  vote: { id: 'binh-chon', name: { vi: 'Bình chọn', en: 'Vote' }, maxPoints: 2000, decimals: 1 },
};

function planWith(one: Rubric): Plan {
  const plan = examplePlan();
  const rules = { ...roundOf(plan, 'chung-ket')!.rules, tieBreak: [{ kind: 'shared' as const }] };
  return {
    ...plan,
    rounds: plan.rounds.map((round) => ({ ...round, rules, rubrics: [{ rubric: one }] })),
  };
}

const entries = [
  { less: [0, 100, 50], given: { points: { 'chuyen-can': 750 }, votes: 333 } },
  { less: [250, 250, 200], given: { points: { 'chuyen-can': 0 }, votes: 1000 } },
  { less: [0, 0, 0], given: { points: {}, votes: 0 } },
];
const facts = (told: object = {}) => toldRound({ plan: planWith(rubric), entries, ...told });
const named = (number: number) =>
  `KT22-000${number} - Chế biến sâm dây Ngọc Linh số ${number}\nHợp tác xã Măng Đen`;

describe('papers of a round with parts and components', () => {
  it('list the parts of a criterion under it on a score sheet', async () => {
    const { tables } = await read(scoreSheetPaper(facts(), { judgeId: judgeId(1) }));
    expect(tables[1]).toEqual([
      ['TT', 'Tiêu chí chấm điểm', 'Điểm tối đa', 'Điểm chấm'],
      ['1', 'Đổi mới', '30', '29'],
      ['1.1', 'Tính mới', '10', '9'],
      ['1.2', 'Hàm lượng', '20', '20'],
      ['2', 'Khả thi', '40', '40'],
      ['Tổng điểm (thang điểm 70)', '69,00'],
    ]);
    const { criteria, ...rest } = rubric;
    const coefficients = criteria.map((criterion) => ({ ...criterion, coefficient: 150 }));
    const weighed: Rubric = { ...rest, mode: 'coefficient', criteria: coefficients };
    const told = toldRound({ plan: planWith(weighed), entries });
    const other = await read(scoreSheetPaper(told, { judgeId: judgeId(1) }));
    expect(other.tables[1]?.slice(1, 3)).toEqual([
      ['1', 'Đổi mới', '30', '1,5', '29'],
      ['1.1', 'Tính mới', '10', '', '9'],
    ]);
  });

  it('tally the mean of the sheets, each component and what they come to', async () => {
    const { tables, paragraphs, page } = await read(tallyPaper(facts({ takenBack: ['1 2'] })));
    // 69.5 + 7.5 + 6.7; 67.5 + 0 + 20
    expect(tables[1]).toEqual([
      [
        'TT',
        'Tên ý tưởng, dự án',
        'GK 1',
        'GK 2',
        'GK 3',
        'Điểm trung bình',
        'Chuyên cần',
        'Bình chọn',
        'Điểm tổng',
        'Xếp hạng',
        'Ghi chú',
      ],
      [
        '1',
        named(1),
        ...['70,00', '69,00', '69,50', '69,50', '7,50', '6,7 (333 phiếu)', '83,70', '1', ''],
      ],
      [
        '2',
        named(2),
        ...['67,50', '67,50', '-', '67,50', '0,00', '20,0 (1.000 phiếu)', '87,50', '-'],
        'Chỉ có 2/3 phiếu; 1 phiếu không tính do thu lại phân công',
      ],
      [
        '3',
        named(3),
        ...['70,00', '70,00', '70,00', '-', '-', '-', '-', '-', 'Thiếu điểm: Chuyên cần'],
      ],
    ]);
    expect(paragraphs).toContain(
      'Điểm tổng được làm tròn một lần đến 2 chữ số thập phân; xếp hạng theo điểm đã làm tròn.',
    );
    expect(page).toMatchObject({ width: 297 });
  });

  it('put many components into one column, and many judges beside them into another', async () => {
    const many: Rubric = {
      ...rubric,
      given: [1, 2, 3].map((at) => part(`g${at}`, `Điểm cộng ${at}`, 3)),
    };
    const given = { points: { g1: 50, g2: 100, g3: 300 }, votes: 7 };
    const judges = [...judgeNames, ...judgeNames];
    const told = toldRound({
      plan: planWith(many),
      judges,
      entries: [{ less: judges.map(() => 0), given }],
    });
    const { tables } = await read(tallyPaper(told));
    expect(tables[1]?.[0]?.slice(2, 6)).toEqual([
      'Điểm của giám khảo',
      'Điểm trung bình',
      'Điểm thành phần',
      'Điểm tổng',
    ]);
    expect(tables[1]?.[1]?.slice(4, 6)).toEqual([
      'Điểm cộng 1: 0,50\nĐiểm cộng 2: 1,00\nĐiểm cộng 3: 3,00\nBình chọn: 20,0 (7 phiếu)',
      '94,50',
    ]);
  });

  it('tell in the minutes what was added, and whose task was taken back', async () => {
    const { tables, paragraphs } = await read(minutesPaper(facts({ takenBack: ['1 2'] }), {}));
    expect(tables[1]?.slice(0, 2)).toEqual([
      ['Xếp hạng', 'Mã số', 'Tên ý tưởng, dự án'].concat([
        'Điểm trung bình',
        'Điểm thành phần',
        'Điểm tổng',
        'Kết quả',
      ]),
      [
        '1',
        'KT22-0001',
        'Chế biến sâm dây Ngọc Linh số 1\nHợp tác xã Măng Đen',
        '69,50',
        'Chuyên cần: 7,50\nBình chọn: 6,7 (333 phiếu)',
        '83,70',
        'Giải Nhất',
      ],
    ]);
    expect(paragraphs).toContain(
      '1. Hồ sơ KT22-0002: phiếu của giám khảo Nguyễn Văn Đức không được tính do phân công đã được thu lại.',
    );
  });
});
