import { afterAll, describe, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { readDocument } from '../../support/read-document.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import { sha256Of } from '../../support/world-entries.ts';
import {
  close,
  finalRound,
  firstRound,
  scoreAll,
  scoringEntries,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import { approve, closedFinal } from '../../support/world-results.ts';
import { each, forbidden, refusalsOf, unauthenticated } from '../../support/wrong-actors.ts';

const route = routes.makePaper;
const { organiserA, organiserB, judge1, judge2 } = people;

const decision = {
  kind: 'draft-decision',
  issuer: 'Ủy ban nhân dân tỉnh Kon Tum',
  decidedBy: 'Chủ tịch Ủy ban nhân dân tỉnh Kon Tum',
  symbol: 'QĐ-UBND',
  place: 'Kon Tum',
  signer: { authority: [{ form: 'KT', of: 'Chủ tịch' }], position: 'Phó Chủ tịch', name: 'Y Ngọc' },
};

const asked = (body: object, roundId = finalRound) => ({ path: { roundId }, body });

/** A paper taken home, as its reader opens it. */
async function taken(world: World, body: object, roundId = finalRound) {
  const reply = await world.as(organiserA).reply(route, asked(body, roundId));
  const response = await fetch(reply.url);
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect({ size: bytes.length, sha256: sha256Of(bytes) }).toEqual({
    size: reply.size,
    sha256: reply.sha256,
  });
  const disposition = response.headers.get('content-disposition') ?? '';
  return { reply, disposition, ...readDocument(bytes) };
}

describe('after the final', async () => {
  const world = await openWorld({ servesFiles: true });
  afterAll(async () => await world[Symbol.asyncDispose]());
  const [first, second] = await closedFinal(world, { gap: 13 });

  test('a judge’s sheets, the tally and the minutes are there to be signed', async () => {
    const sheets = await taken(world, { kind: 'score-sheet', judgeId: judge1.personId });
    expect(sheets.paragraphs.filter((text) => text.startsWith('Mã số dự thi'))).toEqual(
      [first!.code, second!.code].toSorted().map((code) => `Mã số dự thi: ${code}`),
    );
    expect(sheets.reply.parts).toBe(1);
    const one = await taken(world, {
      kind: 'score-sheet',
      judgeId: judge2.personId,
      entryId: second!.entryId,
    });
    expect(one.paragraphs).toContain(`Mã số dự thi: ${second!.code}`);
    expect(one.paragraphs).not.toContain(`Mã số dự thi: ${first!.code}`);
    const tally = await taken(world, { kind: 'tally' });
    expect(tally.tables.flat(2)).toEqual(expect.arrayContaining(['100,00', '93,50']));
    const minutes = await taken(world, { kind: 'minutes', secretary: 'Phạm Minh' });
    expect(minutes.tables.flat(2)).toContain('Giải Nhất');
    expect(minutes.paragraphs).toContain('Không có vấn đề phát sinh.');
  });

  test('the decision is drafted with its winners; nothing in it runs', async () => {
    const { tables, parts, fields, disposition } = await taken(world, decision);
    expect(tables.flat(2)).toEqual(
      expect.arrayContaining([
        '30.000.000\nBa mươi triệu đồng',
        '20.000.000\nHai mươi triệu đồng',
        '50.000.000',
      ]),
    );
    expect(fields).toEqual(['PAGE']);
    expect([...parts.values()].join('')).not.toMatch(/TargetMode="External"|w:hyperlink/u);
    expect(disposition).toContain('KT22%20-%20chung-ket%20-%20draft-decision.docx');
  });

  test('it is refused to all but organisers', async () => {
    const names = [
      'applicant1',
      'judge1',
      'secretary',
      'organiserElsewhere',
      'administrator',
      'revoked',
    ] as const;
    expect(await refusalsOf(world, route, asked({ kind: 'tally' }), names)).toEqual({
      anonymous: unauthenticated,
      ...each(names, forbidden('organiser')),
    });
  });

  test('leaves one record that says who took what, and no file that the inspection would look at', async () => {
    const records = () =>
      world.table.database
        .prepare("SELECT body FROM ledger WHERE gsi1pk LIKE 'SUBJECT#paper/%' ORDER BY sk")
        .all();
    const before = records().length;
    await taken(world, { kind: 'tally' });
    const written = records();
    expect(written).toHaveLength(before + 1);
    await world.settle();
    expect(world.lines.join('\n')).not.toContain('Giải Nhất');
  });

  test('what is not there or not well said is refused', async () => {
    const refused = async (body: object, roundId = finalRound) =>
      refusalIn(await world.as(organiserA).call(route, asked(body, roundId)));
    const notFound = { status: 404, code: 'not-found' };
    expect(await refused({ kind: 'tally' }, 'ban-ket')).toEqual(notFound);
    expect(await refused({ kind: 'score-sheet', judgeId: 'nobody' })).toEqual(notFound);
    const tooFar = { kind: 'score-sheet', judgeId: judge1.personId, part: 2 };
    expect(await refused(tooFar)).toEqual(notFound);
    expect(await refused({ kind: 'diploma' })).toMatchObject({ status: 422 });
    expect(await refused({ kind: 'tally', extra: 1 })).toMatchObject({ status: 422 });
    expect(await refused({ ...decision, issuedOn: '2022-02-30' })).toMatchObject({ status: 422 });
    expect(await refused({ ...decision, place: 'Kon\u202eTum' })).toMatchObject({ status: 422 });
    expect(await refused(decision, firstRound)).toMatchObject({
      status: 422,
      errors: [{ pointer: '/kind', code: 'not-allowed' }],
    });
  });

  test('reads the round once, the people and the caller’s conflicts, and writes once', async () => {
    const trips = await world.tripsOf(
      async () => await world.as(organiserA).reply(route, asked({ kind: 'tally' })),
    );
    expect(trips).toMatchObject({ writes: 1 });
    expect(trips.waits).toBeLessThanOrEqual(6);
  });

  test('once approved it is no draft any more', async () => {
    const draft = await taken(world, { kind: 'tally' });
    expect(draft.reply).toMatchObject({ kind: 'tally', isDraft: true });
    expect(draft.footers['default']?.text).toContain('DỰ THẢO');
    const digest = await approve(world, finalRound);
    expect(draft.reply.digest).toBe(digest);
    const approved = await taken(world, { kind: 'tally' });
    expect(approved.reply).toMatchObject({ isDraft: false, digest });
    expect(approved.footers['first']?.text).toBe(`Kết quả đã được phê duyệt - SHA-256: ${digest}`);
  });
});

test('there is none before the round is closed', async () => {
  await using world = await openWorld();
  const refused = async () =>
    refusalIn(await world.as(organiserA).call(route, asked({ kind: 'tally' }, firstRound)));
  const conflict = { status: 409, code: 'state-conflict' };
  expect(await refused()).toEqual({ ...conflict, state: 'planned' });
  const entries = await scoringEntries(world, 2);
  expect(await refused()).toEqual({ ...conflict, state: 'scoring' });
  await scoreAll(world, entries);
  await close(world);
  const { kind } = await world.as(organiserA).reply(route, asked({ kind: 'tally' }, firstRound));
  expect(kind).toBe('tally');
});

test('no decision is drafted while people still have to decide who gets what', async () => {
  await using world = await openWorld();
  await closedFinal(world, { gap: 0 });
  const answer = await world.as(organiserA).call(route, asked(decision));
  expect(refusalIn(answer)).toMatchObject({
    status: 409,
    code: 'state-conflict',
    state: 'closed',
    blockers: [{ code: 'open-tie-across-prizes' }, { code: 'open-tie-across-prizes' }],
  });
});

test('an organiser who judges too and is close to an entry gets none, another one does', async () => {
  await using world = await openWorld();
  const entries = await scoringEntries(world, 2);
  await scoreAll(world, entries);
  await close(world);
  await world.table.write([
    {
      kind: 'put',
      item: {
        pk: `DECLARED#${world.editionId}#${entries[0]!.entryId}`,
        sk: organiserB.personId,
        v: 1,
        editionId: world.editionId,
        entryId: entries[0]!.entryId,
        judgeId: organiserB.personId,
        conflict: true,
        reason: 'Họ hàng',
        declaredAt: world.now(),
        version: 1,
      },
    },
  ]);
  const said = asked({ kind: 'tally' }, firstRound);
  expect(refusalIn(await world.as(organiserB).call(route, said))).toEqual({
    status: 403,
    code: 'conflict-of-interest',
    because: 'declared',
  });
  await world.as(organiserA).reply(route, said);
});
