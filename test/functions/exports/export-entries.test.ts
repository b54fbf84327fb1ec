import { afterAll, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { readWorkbook } from '../../support/read-workbook.ts';
import { openWorld } from '../../support/world.ts';
import type { Said } from '../../support/world-callers.ts';
import {
  closeSubmissions,
  draftEntry,
  exampleContent,
  screen,
  sha256Of,
  submittedEntry,
} from '../../support/world-entries.ts';
import { people } from '../../support/world-people.ts';
import { each, forbidden, refusalsOf, unauthenticated } from '../../support/wrong-actors.ts';

const world = await openWorld({ servesFiles: true });
afterAll(async () => await world[Symbol.asyncDispose]());
const route = routes.exportEntries;
const formula = '=HYPERLINK("http://evil.example","x")';
const { secretary, organiserA, applicant1, applicant2 } = people;

const written = exampleContent(0, {
  title: formula,
  answers: { 'giai-doan': 'doanh-thu', 'doanh-thu-nam': '+CMD', 'can-ho-tro': ['von', 'shtt'] },
});
const { entryId, code } = await submittedEntry(world, { owner: applicant1, content: written });
const entry = await world.as(applicant1).reply(routes.getEntry, { path: { entryId } });
await world.as(applicant1).reply(routes.editEntry, {
  path: { entryId },
  body: { ...written, title: 'Bản nháp sau khi nộp' },
  ifMatch: entry.version,
});
const draft = await draftEntry(world, applicant2, exampleContent(1));

/** The rows of an export, each by the titles of its columns. */
async function exported(said: Said = { body: {} }, who = secretary) {
  const reply = await world.as(who).reply(route, said);
  const response = await fetch(reply.url);
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect({ size: bytes.length, sha256: sha256Of(bytes) }).toEqual({
    size: reply.size,
    sha256: reply.sha256,
  });
  const { sheets, parts } = await readWorkbook(bytes);
  const [titles = [], ...rows] = sheets[0]!.rows;
  expect(rows.length).toBe(reply.entries);
  return {
    disposition: response.headers.get('content-disposition'),
    xml: [...parts.values()].join('\n'),
    rows: rows.map((row) => Object.fromEntries(row.map((cell, at) => [titles[at], cell]))),
  };
}

test('has each entry as it was handed in, else its draft; nothing in it can run', async () => {
  const { rows, xml, disposition } = await exported();
  const [first, second] = rows;
  expect(first).toMatchObject({ 'Mã số dự thi': draft.code, 'Trạng thái': 'Nháp' });
  expect(second).toMatchObject({
    'Mã số dự thi': code,
    'Trạng thái': 'Đã nộp',
    'Tên ý tưởng, dự án': formula,
    'Bảng thi': 'Dự án',
    'Đối tượng dự thi': 'Doanh nghiệp',
    'Điện thoại': '+84900000001',
    'Thời điểm nhận': '10:00 15/06/2022',
    'Thành viên': 'Nguyễn Thị Hồng Đào (trưởng nhóm)\nA Dôn',
    'Dự án đang ở giai đoạn nào?': 'Đã có doanh thu',
    'Doanh thu năm gần nhất đến từ đâu?': '+CMD',
    'Nhóm cần hỗ trợ gì?': 'Vốn\nSở hữu trí tuệ',
  });
  expect(xml).not.toMatch(/<f[ >]|<hyperlink|externalLink/u);
  expect(disposition).toContain(
    "filename*=UTF-8''KT22%20-%20Danh%20s%C3%A1ch%20h%E1%BB%93%20s%C6%A1.xlsx",
  );
});

test('of one state has those alone', async () => {
  const { rows } = await exported({ body: { state: 'draft' } }, organiserA);
  expect(rows.map((row) => row['Mã số dự thi'])).toEqual([draft.code]);
});

test('is refused to all but those who run the edition', async () => {
  const names = ['applicant1', 'judge1', 'organiserElsewhere', 'administrator', 'revoked'] as const;
  expect(await refusalsOf(world, route, { body: {} }, names)).toEqual({
    anonymous: unauthenticated,
    ...each(names, forbidden('secretary')),
  });
});

test('leaves one record that says who took what', async () => {
  const count = () =>
    world.table.database
      .prepare("SELECT count(*) AS n FROM ledger WHERE gsi1pk LIKE 'SUBJECT#export/%'")
      .get()?.['n'];
  const before = Number(count());
  await exported();
  expect(count()).toBe(before + 1);
});

test('reads the edition, a page of entries and their submissions, and writes once', async () => {
  expect(await world.tripsOf(async () => await exported())).toEqual({
    reads: 3,
    writes: 1,
    waits: 4,
  });
});

test('its file is none that the inspection would look at', async () => {
  await exported();
  await world.settle();
});

test('shows why an entry was kept out', async () => {
  await closeSubmissions(world);
  await screen(world, entryId, 'ineligible');
  const { rows } = await exported({ body: { state: 'ineligible' } });
  expect(rows[0]).toMatchObject({ 'Lý do sơ tuyển': 'Không đúng đối tượng dự thi' });
});
