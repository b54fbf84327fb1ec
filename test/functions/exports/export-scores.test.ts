import { describe, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { type ReadCell, type ReadSheet, readWorkbook } from '../../support/read-workbook.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import { exampleContent, sha256Of } from '../../support/world-entries.ts';
import {
  acceptMissing,
  close,
  eligibleEntries,
  finalRound,
  firstRound,
  handIn,
  openScoring,
  saveDraft,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import { approvedFinal, digestIn } from '../../support/world-results.ts';
import {
  each,
  forbidden,
  notFound,
  refusalsOf,
  unauthenticated,
} from '../../support/wrong-actors.ts';

const formula = '=HYPERLINK("http://evil.example","x")';
const { organiserA, judge1, judge2, judge3 } = people;

async function exported(world: World, roundId = firstRound) {
  const reply = await world.as(organiserA).reply(routes.exportScores, { path: { roundId } });
  const response = await fetch(reply.url);
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect({ size: bytes.length, sha256: sha256Of(bytes) }).toEqual({
    size: reply.size,
    sha256: reply.sha256,
  });
  const { sheets, parts } = await readWorkbook(bytes);
  return { reply, sheets, xml: [...parts.values()].join('\n') };
}

const shown = (cell: ReadCell | undefined): ReadCell | number =>
  typeof cell === 'object' ? cell.number : (cell ?? '');

/** The rows of a sheet by its titles, numbers as numbers. */
function rowsOf(sheet: ReadSheet | undefined) {
  const [titles = [], ...rows] = sheet?.rows ?? [];
  return rows.map((row) => Object.fromEntries(titles.map((title, at) => [title, shown(row[at])])));
}

/** A closed first round of two entries: the first whole, the second with a draft and a task nobody began. */
async function unevenRound(world: World) {
  const entries = await eligibleEntries(world, [
    exampleContent(0, { title: formula }),
    exampleContent(1),
  ]);
  await openScoring(world, entries);
  const [first, second] = entries;
  await handIn(world, judge1, first!.entryId);
  await handIn(world, judge2, first!.entryId, { halfPointsLess: 3 });
  await handIn(world, judge3, first!.entryId);
  await handIn(world, judge1, second!.entryId, { halfPointsLess: 4 });
  await saveDraft(world, judge2, second!.entryId);
  await close(world, firstRound, acceptMissing);
  return { first: first!, second: second! };
}

const byCodeAndJudge = (a: readonly unknown[], b: readonly unknown[]): number =>
  `${a[0]} ${a[1]}` < `${b[0]} ${b[1]}` ? -1 : 1;

describe('the workbook of a round', () => {
  test('has every mark, the ranking with its exact means, and how it came about', async () => {
    await using world = await openWorld({ servesFiles: true });
    const { first, second } = await unevenRound(world);
    const { reply, sheets, xml } = await exported(world);
    expect(sheets.map(({ name }) => name)).toEqual(['Điểm', 'Xếp hạng', 'Ghi chú']);
    expect(reply.sheets).toBe(5);
    expect(reply.digest).toBe(await digestIn(world));

    const marks = rowsOf(sheets[0]);
    const [criterion] = Object.keys(marks[0]!).filter((title) => title.includes('(tối đa 20)'));
    expect(
      marks.map((row) => [
        row['Mã số dự thi'],
        row['Giám khảo'],
        row[criterion!],
        row['Tổng điểm'],
        row['Tính vào kết quả'],
      ]),
    ).toEqual(
      [
        [first.code, 'judge-1-0001', 20, 100, 'Có'],
        [first.code, 'judge-2-0001', 18.5, 98.5, 'Có'],
        [first.code, 'judge-3-0001', 20, 100, 'Có'],
        [second.code, 'judge-1-0001', 18, 98, 'Có'],
        [second.code, 'judge-2-0001', 20, '', 'Không: chưa nộp'],
        [second.code, 'judge-3-0001', '', '', 'Không: chưa có phiếu'],
      ].sort(byCodeAndJudge),
    );
    const named = marks.find((row) => row['Mã số dự thi'] === first.code);
    expect(named!['Tên ý tưởng, dự án']).toBe(formula);

    const ranking = rowsOf(sheets[1]).map((row) => [
      row['Mã số dự thi'],
      row['Điểm trung bình (phân số)'],
      row['Điểm công bố'],
      row['Số phiếu tính điểm'],
    ]);
    expect(ranking.toSorted(byCodeAndJudge)).toEqual(
      [
        [first.code, '199/2', 99.5, 3],
        [second.code, '98', 98, 1],
      ].sort(byCodeAndJudge),
    );

    const notes = new Map(rowsOf(sheets[2]).map((row) => [row['Mục'], row['Nội dung']]));
    expect(notes.get('SHA-256 của kết quả')).toBe(reply.digest);
    expect(notes.get('Phiên bản thể lệ')).toBe(1);
    expect(notes.get('Trạng thái')).toBe('Đã đóng, chưa duyệt');
    expect([notes.get('Số phiếu'), notes.get('Số phiếu được tính')]).toEqual([5, 4]);
    expect(notes.get('Cách tính 1')).toContain('Chỉ tính phiếu đã nộp');
    expect([...notes.values()].join(' ')).toContain('Làm tròn một lần ở cuối đến 2 chữ số');
    expect(xml).not.toMatch(/<f[ >]|<hyperlink|externalLink/u);
    // What judges wrote for organisers alone, or for the startup, is none of it.
    expect(xml).not.toContain('Ý tưởng tốt');
  });

  test('of the final has the prizes, and is the same to the byte each time', async () => {
    await using world = await openWorld({ servesFiles: true });
    const { entries, digest } = await approvedFinal(world, {
      contents: [0, 1, 2].map((at) => exampleContent(at)),
    });
    const one = await exported(world, finalRound);
    const other = await exported(world, finalRound);
    expect(other.reply.sha256).toBe(one.reply.sha256);
    expect(one.reply.digest).toBe(digest);
    const ranking = rowsOf(one.sheets[1]);
    const first = ranking.find((row) => row['Mã số dự thi'] === entries[0]!.code);
    expect(first).toMatchObject({ 'Hạng chung': 1, 'Điểm công bố': 100 });
    expect(String(first!['Giải'])).toMatch(/nhất/iu);
    expect(rowsOf(one.sheets[2])[2]!['Nội dung']).toBe('Kết quả đã được duyệt');
  });

  test('is nobody’s before the round is closed', async () => {
    await using world = await openWorld({ servesFiles: true });
    const entries = await eligibleEntries(world, [exampleContent(0)]);
    await openScoring(world, entries);
    const refused = async (roundId: string) =>
      refusalIn(await world.as(organiserA).call(routes.exportScores, { path: { roundId } }));
    const conflict = { status: 409, code: 'state-conflict' };
    expect(await refused(firstRound)).toEqual({ ...conflict, state: 'scoring' });
    expect(await refused(finalRound)).toEqual({ ...conflict, state: 'planned' });
    expect(await refused('vong-ba')).toEqual(notFound);
  });

  test('is refused to all but organisers, and leaves a record of who took what', async () => {
    await using world = await openWorld({ servesFiles: true });
    await unevenRound(world);
    const names = [
      'secretary',
      'judge1',
      'applicant1',
      'organiserElsewhere',
      'administrator',
      'revoked',
    ] as const;
    const said = { path: { roundId: firstRound } };
    expect(await refusalsOf(world, routes.exportScores, said, names)).toEqual({
      anonymous: unauthenticated,
      ...each(names, forbidden('organiser')),
    });
    const count = () =>
      world.table.database
        .prepare("SELECT count(*) AS n FROM ledger WHERE gsi1pk LIKE 'SUBJECT#export/%'")
        .get()?.['n'];
    expect(count()).toBe(0);
    await exported(world);
    expect(count()).toBe(1);
  });
});
