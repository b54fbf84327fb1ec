import { describe, expect, it } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { faultsIn } from '../../support/check-derivation.ts';
import { readDocument } from '../../support/read-document.ts';
import { type ReadSheet, readWorkbook } from '../../support/read-workbook.ts';
import { openWorld, type World } from '../../support/world.ts';
import { handInPoints, partsAndComponents } from '../../support/world-components.ts';
import { exampleContent } from '../../support/world-entries.ts';
import {
  type Contender,
  close,
  eligibleEntries,
  finalRound,
  firstRound,
  openScoring,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import { approve, publish, signMinutes } from '../../support/world-results.ts';

const { applicant1, organiserA, judge1, judge2, judge3 } = people;
const judges = [judge1, judge2, judge3];
/** Of one track, so that it has an average. */
const ideas = [0, 1, 2].map((at) =>
  exampleContent(at, { title: `Ý tưởng thứ ${at + 1}`, trackId: exampleContent(0).trackId }),
);
const given = [
  { points: { 'chuyen-can': '7.5' }, votes: 333 },
  { points: { 'chuyen-can': '0' }, votes: 1000 },
  { points: { 'chuyen-can': '10' }, votes: 0 },
];

/** A round scored, given what no judge gives, and closed; of the final one sheet is struck with its task. */
async function scored(world: World, entries: readonly Contender[], roundId: string) {
  await openScoring(world, entries, { roundId });
  for (const [at, { entryId }] of entries.entries()) {
    for (const [judge, each] of judges.entries()) {
      const points = {
        'tinh-moi': ['9', '9.5', '10'][judge]!,
        'ham-luong': '18.5',
        'kha-thi': ['40', '38', '36'][at]!,
      };
      await handInPoints(world, each, entryId, points, roundId);
    }
    const said = { path: { roundId, entryId }, body: given[at]!, ifMatch: 0 };
    await world.as(organiserA).reply(routes.giveComponents, said);
  }
  if (roundId === finalRound) {
    const pairs = [{ entryId: entries[0]!.entryId, judgeId: judge3.personId }];
    const body = { pairs, reason: 'Ốm', strike: true };
    await world.as(organiserA).reply(routes.takeBackEntries, { path: { roundId }, body });
  }
  await close(world, roundId);
}

async function closedFinal(world: World) {
  const entries = await eligibleEntries(world, ideas);
  await scored(world, entries, firstRound);
  await approve(world);
  await scored(world, entries, finalRound);
  return entries;
}

const path = { roundId: finalRound };
const bytesAt = async ({ url }: { readonly url: string }) =>
  new Uint8Array(await (await fetch(url)).arrayBuffer());

/** The rows of a sheet by its titles, numbers as numbers. */
function rowsOf(sheet: ReadSheet | undefined) {
  const [titles = [], ...rows] = sheet?.rows ?? [];
  return rows.map((row) =>
    Object.fromEntries(
      titles.map((title, at) => {
        const cell = row[at];
        return [title, typeof cell === 'object' ? cell.number : (cell ?? '')];
      }),
    ),
  );
}

/** (67.5 + 68) / 2 without the third, 67.75; 7.5; 20 x 333 / 1000. */
const first = {
  mean: '271/4',
  sum: '1639/20',
  printed: '81.95',
  components: [
    { componentId: 'chuyen-can', printed: '7.50' },
    { componentId: 'binh-chon', printed: '6.7', votes: 333 },
  ],
};

describe('a contest with parts, components and a sheet taken back', () => {
  it('is told alike by ranking, derivation, deliberation, workbook, papers and feedback', async () => {
    await using world = await openWorld({ plan: partsAndComponents, servesFiles: true });
    const entries = await closedFinal(world);
    const [one] = entries as [Contender, Contender, Contender];
    const asOrganiser = world.as(organiserA);

    const { rankings } = await asOrganiser.reply(routes.previewRanking, { path });
    const ranked = rankings[0]!.entries.find(({ entryId }) => entryId === one.entryId)!;
    expect(ranked.score).toMatchObject(first);
    const takenBack = [{ judgeId: judge3.personId, because: 'taken-back' }];
    expect([ranked.sheets.length, ranked.notCounted]).toEqual([2, takenBack]);

    for (const language of ['vi', 'en'] as const) {
      const { text } = await asOrganiser.reply(routes.getDerivation, { path, query: { language } });
      expect(faultsIn(text)).toEqual([]);
      expect(text).toContain('9.00 + 18.50 = 27.50');
      expect(text).toContain(': 271/4 + 7.50 + 6.7 = 1639/20\n');
      expect(text).toMatch(/the task was taken back|đã thu lại phân công/u);
    }

    const name = { vi: 'Tiêu chí', en: 'Criterion' };
    const laid = { path: { ...path, entryId: one.entryId } };
    const page = await asOrganiser.reply(routes.getDeliberation, laid);
    expect(page).toMatchObject({
      criteria: [
        {
          criterionId: 'doi-moi',
          maxPoints: '30',
          printed: '27.75',
          parts: [
            { id: 'tinh-moi', name, maxPoints: '10' },
            { id: 'ham-luong', name, maxPoints: '20' },
          ],
        },
        { criterionId: 'kha-thi', printed: '40.00' },
      ],
      components: [
        { componentId: 'chuyen-can', name, maxPoints: '10', printed: '7.50' },
        { componentId: 'binh-chon', name, maxPoints: '20', printed: '6.7', votes: 333 },
      ],
      mostVotes: 1000,
      score: { mean: first.mean, sum: first.sum, printed: first.printed },
      notCounted: takenBack,
    });
    expect(page.sheets.map(({ points }) => points['tinh-moi'])).toEqual(['9', '9.5']);
    expect('parts' in page.criteria[1]!).toBe(false);

    const workbook = await bytesAt(await asOrganiser.reply(routes.exportScores, { path }));
    const { sheets } = await readWorkbook(workbook);
    const marks = rowsOf(sheets[0]).filter((row) => row['Mã số dự thi'] === one.code);
    expect(
      marks.map((row) => [
        row['Giám khảo'],
        row['Tiêu chí: Tiêu chí (tối đa 20)'],
        row['Tiêu chí (tối đa 30), tổng các mục'],
        row['Tiêu chí (tối đa 40)'],
        row['Tổng điểm'],
        row['Tính vào kết quả'],
      ]),
    ).toEqual([
      [judge1.personId, 18.5, 27.5, 40, 67.5, 'Có'],
      [judge2.personId, 18.5, 28, 40, 68, 'Có'],
      [judge3.personId, '', '', '', '', 'Không: đã thu lại phân công'],
    ]);
    const [row] = rowsOf(sheets[1]).filter((each) => each['Mã số dự thi'] === one.code);
    expect(row).toMatchObject({
      'Số phiếu tính điểm': 2,
      'Điểm trung bình (phân số)': first.mean,
      'Tiêu chí (tối đa 10)': 7.5,
      'Tiêu chí: số phiếu': 333,
      'Tiêu chí (tối đa 20)': 6.7,
      'Điểm tổng (phân số)': first.sum,
      'Điểm công bố': 81.95,
    });
    const notes = rowsOf(sheets[2]).map((each) => String(each['Nội dung']));
    expect(notes).toContain('Điểm của tiêu chí có mục nhỏ là tổng điểm các mục.');
    expect(notes).toContain(
      'Cộng điểm "Tiêu chí": 20 nhân số phiếu chia số phiếu cao nhất, làm tròn ngay đến 1 chữ số thập phân.',
    );

    const paper = { path, body: { kind: 'minutes' as const } };
    const minutes = await readDocument(
      await bytesAt(await asOrganiser.reply(routes.makePaper, paper)),
    );
    expect(minutes.paragraphs.join('\n')).toContain(
      `Hồ sơ ${one.code}: phiếu của giám khảo ${judge3.personId} không được tính do phân công đã được thu lại.`,
    );

    const digest = await approve(world, finalRound);
    await signMinutes(world, digest);
    await publish(world, digest);
    const { rounds } = await world
      .as(applicant1)
      .reply(routes.getFeedback, { path: { entryId: one.entryId } });
    // Averages of 81.95, 86 and 74; of 7.5, 0 and 10; of 6.7, 20 and 0.
    expect(rounds[1]).toMatchObject({
      total: first.printed,
      averageTotal: '80.65',
      criteria: [
        { criterionId: 'doi-moi', mean: '27.75', average: '27.92' },
        { criterionId: 'kha-thi', mean: '40.00', average: '38.00' },
      ],
      components: [
        { componentId: 'chuyen-can', name, maxPoints: '10', points: '7.50', average: '5.83' },
        { componentId: 'binh-chon', name, maxPoints: '20', points: '6.7', average: '8.90' },
      ],
    });
  });
});
