import { describe, expect, it } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { listHistory } from '../../../lib/store/audit.ts';
import { interposed } from '../../support/interposed.ts';
import { refusalIn, sameBytes } from '../../support/refusal-in.ts';
import { openWorld } from '../../support/world.ts';
import { exampleContent } from '../../support/world-entries.ts';
import {
  acceptMissing,
  allPairs,
  assign,
  close,
  contenders,
  declare,
  eligibleEntries,
  finalRound,
  firstRound,
  handIn,
  marksOf,
  open,
  openScoring,
  saveDraft,
  scoreAll,
  scoringEntries,
  sheetBody,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import { approve } from '../../support/world-results.ts';
import {
  each,
  forbidden,
  notFound,
  refusalsOf,
  unauthenticated,
} from '../../support/wrong-actors.ts';

const { organiserA, judge1, judge2, judge3 } = people;
const unknownId = '0198a2c4-6f1d-7c55-9d0e-2b8f6a1c7e43';
const notJudges = [
  'organiserA',
  'secretary',
  'applicant1',
  'administrator',
  'organiserElsewhere',
  'revoked',
] as const;
const notDeclared = { status: 403, code: 'conflict-of-interest', because: 'not-declared' };
const declared = { ...notDeclared, because: 'declared' };

describe('listQueue', () => {
  it('shows title, applicant and team, the rest once no conflict is declared, and how far each task is', async () => {
    await using world = await openWorld();
    const content = exampleContent(0);
    const [one] = await eligibleEntries(world, [content]);
    await assign(world, allPairs([one!], [judge1]));
    const task = {
      roundId: firstRound,
      entryId: one!.entryId,
      title: content.title,
      applicantName: content.applicant?.name,
      members: content.members.map(({ name }) => name),
    };
    const { trackId, fieldId } = content;
    const opened = { code: one!.code, trackId, fieldId };
    const queue = async () => await world.as(judge1).reply(routes.listQueue);
    const shown = (declaration: string, sheet: string) => ({
      items: [{ ...task, ...(declaration === 'no-conflict' ? opened : {}), declaration, sheet }],
    });
    expect(await queue()).toEqual(shown('none', 'none'));
    await declare(world, judge1, one!.entryId);
    await open(world);
    expect(await queue()).toEqual(shown('no-conflict', 'none'));
    await saveDraft(world, judge1, one!.entryId);
    expect(await queue()).toEqual(shown('no-conflict', 'draft'));
    await declare(world, judge1, one!.entryId, { conflict: true });
    expect(await queue()).toEqual(shown('conflict', 'draft'));
    expect(await world.as(judge2).reply(routes.listQueue)).toEqual({ items: [] });
  });

  it('leads through all tasks page by page, at one round trip of reads and one for the rounds', async () => {
    await using world = await openWorld();
    const entries = await eligibleEntries(world, contenders(3));
    await openScoring(world, entries);
    await scoreAll(world, entries);
    await close(world);
    await approve(world);
    await openScoring(world, entries, { roundId: finalRound });
    await scoreAll(world, entries, { roundId: finalRound });
    const seen: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const query = { limit: '1', ...(cursor === undefined ? {} : { cursor }) };
      const page = await world.as(judge1).reply(routes.listQueue, { query });
      seen.push(
        ...page.items.map(({ entryId, roundId, sheet }) => `${entryId} ${roundId} ${sheet}`),
      );
      cursor = page.next;
      pages += 1;
    } while (cursor !== undefined);
    const both = (entryId: string) => [
      `${entryId} ${finalRound} submitted`,
      `${entryId} ${firstRound} submitted`,
    ];
    const ids = entries.map(({ entryId }) => entryId).sort();
    expect([pages, seen]).toEqual([3, ids.flatMap(both)]);
    const trips = await world.tripsOf(
      async () => await world.as(judge1).reply(routes.listQueue, { query: { limit: '1' } }),
    );
    expect(trips).toEqual({ reads: 3, writes: 0, waits: 2 });
  });

  it('loses no task of an entry that fills a page to its end', async () => {
    await using world = await openWorld({
      plan: (plan) => {
        const [first, last] = plan.rounds;
        const advance = { perTrack: 5 };
        const between = ['hai', 'ba'].map((id, index) => ({
          ...first!,
          id,
          closesAt: `2022-09-0${index + 1}T17:00`,
          rules: { ...first!.rules, advance },
        }));
        return { ...plan, rounds: [first!, ...between, last!] };
      },
    });
    const entries = await eligibleEntries(world, contenders(1));
    const rounds = [firstRound, 'hai', 'ba', finalRound];
    for (const roundId of rounds) {
      await openScoring(world, entries, { roundId });
      for (const judge of [judge1, judge2, judge3]) {
        const points = marksOf(roundId === finalRound ? finalRound : firstRound);
        const said = { path: { roundId, entryId: entries[0]!.entryId }, ifMatch: 0 };
        await world
          .as(judge)
          .reply(routes.saveScoreSheet, { ...said, body: sheetBody({ points }) });
        await world.as(judge).reply(routes.submitScoreSheet, { ...said, ifMatch: 1 });
      }
      await close(world, roundId);
      await approve(world, roundId);
    }
    const page = await world.as(judge1).reply(routes.listQueue, { query: { limit: '1' } });
    expect(page.items.map(({ roundId }) => roundId).sort()).toEqual([...rounds].sort());
  });

  it('is a judge’s, and takes only a cursor of that judge', async () => {
    await using world = await openWorld();
    expect(await refusalsOf(world, routes.listQueue, {}, notJudges)).toEqual({
      anonymous: unauthenticated,
      ...each(notJudges, forbidden('judge')),
    });
    await assign(world, allPairs(await eligibleEntries(world, contenders(2))));
    const { next } = await world.as(judge1).reply(routes.listQueue, { query: { limit: '1' } });
    for (const cursor of [next!, `${next}AAAA`, 'AAAA']) {
      const by = cursor === next ? judge2 : judge1;
      const answer = await world.as(by).call(routes.listQueue, { query: { cursor } });
      expect(refusalIn(answer)).toMatchObject({ status: 400, code: 'cursor-invalid' });
    }
    for (const query of [{ sort: 'score' }, { judgeId: judge2.personId }, { group: 'x' }]) {
      const answer = await world.as(judge1).call(routes.listQueue, { query });
      expect(refusalIn(answer)).toMatchObject({ status: 400, code: 'unknown-parameter' });
    }
  });
});

describe('declareConflict', () => {
  it('is kept with the time, once under one key', async () => {
    await using world = await openWorld();
    const [one] = await eligibleEntries(world, contenders(1));
    await assign(world, allPairs([one!]));
    const said = {
      path: { roundId: firstRound, entryId: one!.entryId },
      body: { conflict: false, reason: '' },
      idempotencyKey: 'declare-once',
    };
    const answer = await world.as(judge1).call(routes.declareConflict, said);
    const declaration = { entryId: one!.entryId, conflict: false, declaredAt: world.now() };
    expect([answer.status, answer.body]).toEqual([200, declaration]);
    const repeated = await world.as(judge1).call(routes.declareConflict, said);
    expect(repeated.text).toBe(answer.text);
  });

  it('late strikes the sheet, keeps it for the record and takes it out of the ranking', async () => {
    await using world = await openWorld();
    const [one] = await scoringEntries(world);
    const { entryId } = one!;
    for (const judge of [judge1, judge2]) await handIn(world, judge, entryId);
    await handIn(world, judge3, entryId, { halfPointsLess: 40 });
    await declare(world, judge3, entryId, { conflict: true, reason: 'Cố vấn cũ' });
    const path = { roundId: firstRound, entryId };
    const read = await world.as(judge3).call(routes.getScoreSheet, { path });
    expect(refusalIn(read)).toEqual(declared);
    const back = { path, body: { conflict: false, reason: '' } };
    expect(refusalIn(await world.as(judge3).call(routes.declareConflict, back))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'conflict-declared',
    });
    const subject = `declaration/${world.editionId}/${entryId}/${judge3.personId}`;
    const { records } = await listHistory(world.table, subject, { limit: 10 });
    expect(records.map(({ detail }) => detail)).toEqual([
      { conflict: false, reason: '', struck: false },
      { conflict: true, reason: 'Cố vấn cũ', struck: true },
    ]);
    await close(world, firstRound, acceptMissing);
    const { rankings } = await world
      .as(organiserA)
      .reply(routes.previewRanking, { path: { roundId: firstRound } });
    expect(rankings[0]?.entries).toEqual([
      {
        entryId,
        trackId: 'du-an',
        sheets: [judge1, judge2].map(({ personId }) => ({ judgeId: personId, total: '100' })),
        score: expect.objectContaining({ mean: '100', printed: '100.00' }),
        notCounted: [{ judgeId: judge3.personId, because: 'recused' }],
        whyNotEligible: [expect.objectContaining({ code: 'too-few-sheets' })],
      },
    ]);
    const late = { path, body: { conflict: true, reason: 'x' } };
    expect(refusalIn(await world.as(judge1).call(routes.declareConflict, late))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'closed',
    });
  });

  it('is the assigned judge’s', async () => {
    await using world = await openWorld();
    const [one] = await eligibleEntries(world, contenders(1));
    await assign(world, allPairs([one!], [judge1]));
    const said = {
      path: { roundId: firstRound, entryId: one!.entryId },
      body: { conflict: false, reason: '' },
    };
    expect(await refusalsOf(world, routes.declareConflict, said, [...notJudges, 'judge2'])).toEqual(
      {
        anonymous: unauthenticated,
        ...each(notJudges, forbidden('judge')),
        judge2: notFound,
      },
    );
  });
});

describe('getJudgedEntry', () => {
  it('shows what was handed in: no draft, contact, tax number or owner', async () => {
    await using world = await openWorld();
    const content = exampleContent(0);
    const [one] = await scoringEntriesOf(world, content);
    const { entryId, code, documentId } = one!;
    const path = { roundId: firstRound, entryId };
    const answer = await world.as(judge1).call(routes.getJudgedEntry, { path });
    const { title, trackId, fieldId, summary, publicSummary } = content;
    expect([answer.status, answer.body]).toEqual([
      200,
      {
        entryId,
        code,
        content: { title, trackId, fieldId, summary, publicSummary },
        applicantName: content.applicant?.name,
        members: content.members.map(({ name }) => name),
        documents: [
          {
            documentId,
            kind: 'thuyet-minh',
            fileName: 'thuyet-minh.pdf',
            contentType: 'application/pdf',
            size: expect.any(Number),
            sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
            confirmed: true,
            inspection: 'clean',
          },
        ],
      },
    ]);
    for (const secret of [content.applicant!.phone, content.applicant!.taxCode!, 'applicant-1']) {
      expect(answer.text).not.toContain(secret);
    }
  });

  it('shows the answers that count and the links, and neither an address nor a birthday', async () => {
    const name = { vi: 'Tên', en: 'Name' };
    const options = ['co', 'chua'].map((id) => ({ id, name }));
    const question = { name, required: false };
    await using world = await openWorld({
      plan: (plan) => ({
        ...plan,
        questions: [
          { ...question, id: 'doanh-thu', kind: 'choice', options },
          {
            ...question,
            id: 'bao-nhieu',
            kind: 'text',
            when: { question: 'doanh-thu', is: ['co'] },
          },
        ],
        documents: plan.documents.map((one) => ({ ...one, linkHosts: ['youtu.be'] })),
      }),
    });
    const links = [{ kind: 'trinh-chieu', url: 'https://youtu.be/dQw4w9WgXcQ' }];
    const [lead] = exampleContent(0).members;
    const content = exampleContent(0, {
      answers: { 'doanh-thu': 'chua', 'bao-nhieu': 'Không hỏi' },
      links,
      members: [{ ...lead!, birthDate: '1990-02-01' }],
    });
    const [one] = await scoringEntriesOf(world, content);
    const path = { roundId: firstRound, entryId: one!.entryId };
    const { body, text } = await world.as(judge1).call(routes.getJudgedEntry, { path });
    const { title, trackId, fieldId, summary, publicSummary } = content;
    const said = { title, trackId, fieldId, summary, publicSummary };
    expect(body.content).toEqual({ ...said, answers: { 'doanh-thu': 'chua' }, links });
    const { detail, oldAddress } = content.applicant!.address!;
    for (const secret of [detail, oldAddress, '23446', '1990-02-01', 'Không hỏi']) {
      expect(text).not.toContain(secret);
    }
  });

  it('opens to the assigned judge who declared no conflict', async () => {
    await using world = await openWorld();
    const [one] = await eligibleEntries(world, contenders(1));
    const { entryId } = one!;
    await assign(world, allPairs([one!], [judge1, judge2]));
    await declare(world, judge2, entryId, { conflict: true });
    const path = { roundId: firstRound, entryId };
    const refusals = await refusalsOf(world, routes.getJudgedEntry, { path }, [
      ...notJudges,
      'judge1',
      'judge2',
      'judge3',
    ]);
    expect(refusals).toEqual({
      anonymous: unauthenticated,
      ...each(notJudges, forbidden('judge')),
      judge1: notDeclared,
      judge2: declared,
      judge3: notFound,
    });
    const missing = { path: { ...path, entryId: unknownId } };
    const [hidden, absent] = [
      await world.as(judge3).call(routes.getJudgedEntry, { path }),
      await world.as(judge3).call(routes.getJudgedEntry, missing),
    ];
    expect(sameBytes(hidden)).toBe(sameBytes(absent));
  });
});

describe('getScoreSheet', () => {
  it('shows the own sheet alone, version 0 before the first save', async () => {
    await using world = await openWorld();
    const [one] = await scoringEntries(world);
    const path = { roundId: firstRound, entryId: one!.entryId };
    await saveDraft(world, judge1, one!.entryId, {
      body: sheetBody({ comment: 'CANARY-comment', note: 'CANARY-note' }),
    });
    const empty = await world.as(judge2).call(routes.getScoreSheet, { path });
    expect([empty.status, empty.headers['etag'], empty.body]).toEqual([
      200,
      '"0"',
      {
        ...path,
        state: 'none',
        planVersion: 1,
        points: {},
        total: '0',
        comment: '',
        note: '',
        version: 0,
      },
    ]);
    const own = await world.as(judge1).call(routes.getScoreSheet, { path });
    expect([own.headers['etag'], own.body]).toEqual([
      '"1"',
      {
        ...path,
        state: 'draft',
        planVersion: 1,
        points: marksOf(firstRound),
        total: '100',
        comment: 'CANARY-comment',
        note: 'CANARY-note',
        savedAt: world.now(),
        version: 1,
      },
    ]);
    expect(await refusalsOf(world, routes.getScoreSheet, { path }, notJudges)).toEqual({
      anonymous: unauthenticated,
      ...each(notJudges, forbidden('judge')),
    });
  });
});

describe('submitScoreSheet', () => {
  it('locks the sheet as it was read, at one read and one write', async () => {
    await using world = await openWorld();
    const [one] = await scoringEntries(world);
    const { entryId } = one!;
    await saveDraft(world, judge1, entryId);
    const path = { roundId: firstRound, entryId };
    const said = { path, ifMatch: 1, idempotencyKey: 'submit-once' };
    const { call } = world.as(judge1);
    let first = '';
    const trips = await world.tripsOf(async () => {
      const answer = await call(routes.submitScoreSheet, said);
      first = answer.text;
      expect([answer.status, answer.headers['etag'], answer.body]).toEqual([
        200,
        '"2"',
        {
          ...path,
          state: 'submitted',
          planVersion: 1,
          points: marksOf(firstRound),
          total: '100',
          comment: 'Ý tưởng tốt',
          note: '',
          savedAt: world.now(),
          submittedAt: world.now(),
          version: 2,
        },
      ]);
    });
    expect(trips).toEqual({ reads: 1, writes: 1, waits: 2 });
    expect((await call(routes.submitScoreSheet, said)).text).toBe(first);
    const locked = { status: 409, code: 'state-conflict', state: 'submitted' };
    const again = await call(routes.submitScoreSheet, { path, ifMatch: 2 });
    expect(refusalIn(again)).toEqual(locked);
    expect(refusalIn(await saveDraft(world, judge1, entryId, { basedOn: 2 }))).toEqual(locked);
    await close(world).catch(() => undefined);
    const afterwards = await call(routes.submitScoreSheet, said);
    expect([afterwards.status, afterwards.text]).toEqual([200, first]);
  });

  it('needs a whole sheet, the comment where the plan says so, and its version', async () => {
    await using world = await openWorld({
      plan: (plan) => ({
        ...plan,
        rounds: plan.rounds.map((round) => ({ ...round, commentRequired: true })),
      }),
    });
    const [one] = await scoringEntries(world);
    const { entryId } = one!;
    const path = { roundId: firstRound, entryId };
    const submit = async (ifMatch?: number) =>
      refusalIn(
        await world
          .as(judge1)
          .call(routes.submitScoreSheet, ifMatch === undefined ? { path } : { path, ifMatch }),
      );
    expect(await submit()).toEqual({ status: 428, code: 'precondition-required' });
    expect(await submit(0)).toEqual({ status: 409, code: 'state-conflict', state: 'not-started' });
    const { 'ho-so': left, ...points } = marksOf(firstRound);
    await saveDraft(world, judge1, entryId, { body: sheetBody({ points, comment: '' }) });
    expect(await submit(1)).toEqual({
      status: 422,
      code: 'validation-failed',
      errors: [
        { pointer: '/points/ho-so', code: 'required' },
        { pointer: '/comment', code: 'required' },
      ],
    });
    expect(await submit(0)).toEqual({
      status: 412,
      code: 'precondition-failed',
      currentVersion: 1,
      sheet: await world.as(judge1).reply(routes.getScoreSheet, { path }),
    });
    expect(left).toBe('5');
  });

  it('is decided again when the round closes or a conflict is declared before its write', async () => {
    const { around, beforeNextWrite } = interposed();
    await using world = await openWorld({ around });
    const entries = await scoringEntries(world, 2);
    const [one, two] = entries.map(({ entryId }) => ({ roundId: firstRound, entryId }));
    for (const { entryId } of entries) await saveDraft(world, judge1, entryId);
    const submit = async (path: { roundId: string; entryId: string }) =>
      refusalIn(await world.as(judge1).call(routes.submitScoreSheet, { path, ifMatch: 1 }));
    beforeNextWrite(async () => await declare(world, judge1, two!.entryId, { conflict: true }));
    // The conflict has struck the sheet; what is stored is not shown to whoever has one.
    expect(await submit(two!)).toEqual({
      status: 403,
      code: 'conflict-of-interest',
      because: 'declared',
    });
    beforeNextWrite(
      async () =>
        await world.as(organiserA).reply(routes.closeRound, {
          path: { roundId: firstRound },
          body: { acceptMissing: true, reason: 'Hết thời gian' },
        }),
    );
    const closedAt = world.now();
    const closed = { code: 'phase-closed', receivedAt: closedAt, closesAt: closedAt };
    expect(await submit(one!)).toEqual({ status: 409, ...closed });
  });

  it('is refused to all but the judge of the entry', async () => {
    await using world = await openWorld();
    const [one] = await eligibleEntries(world, contenders(1));
    await assign(world, allPairs([one!], [judge1]));
    await open(world);
    const said = { path: { roundId: firstRound, entryId: one!.entryId }, ifMatch: 0 };
    const names = [...notJudges, 'judge1', 'judge2'] as const;
    expect(await refusalsOf(world, routes.submitScoreSheet, said, names)).toEqual({
      anonymous: unauthenticated,
      ...each(notJudges, forbidden('judge')),
      judge1: notDeclared,
      judge2: notFound,
    });
  });
});

async function scoringEntriesOf(
  world: Awaited<ReturnType<typeof openWorld>>,
  content: ReturnType<typeof exampleContent>,
) {
  const entries = await eligibleEntries(world, [content]);
  await openScoring(world, entries);
  return entries;
}
