import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { OutboxMail } from '../../../lib/contest/outbox.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { listHistory } from '../../../lib/store/audit.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import { submittedEntry } from '../../support/world-entries.ts';
import { heldMails, outboxOf } from '../../support/world-mails.ts';
import { people } from '../../support/world-people.ts';

const { organiserA, secretary, judge1, applicant1 } = people;

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.settle();
});
afterAll(async () => await world[Symbol.asyncDispose]());

const mailOf = (mailId: string): OutboxMail | undefined =>
  outboxOf(world).find((mail) => mail.mailId === mailId);
const release = (mailIds: readonly string[], dryRun = false, by = secretary) =>
  world.as(by).call(routes.releaseMails, { body: { mailIds, dryRun } });
const cancel = (mailIds: readonly string[]) =>
  world.as(organiserA).call(routes.cancelMails, { body: { mailIds, reason: 'Gửi nhầm' } });
const historyOf = async (subject: string) =>
  (await listHistory(world.table, subject, { limit: 100 })).records.map(
    ({ actorId, operation, detail }) => ({ actorId, operation, detail }),
  );

describe('the list', () => {
  test('is by id, of one state or kind, in pages, and without a text', async () => {
    const ids = ['screening-l1', 'screening-l2', 'screening-l3', 'supplement-l1'];
    await heldMails(world, ids.slice(0, 3));
    await heldMails(world, ids.slice(3), { kind: 'supplement', state: 'cancelled' });
    const list = async (query: { [name: string]: string }) => {
      const page = await world.as(secretary).reply(routes.listMails, { query });
      return { ...page, items: page.items.map(({ mailId }) => mailId) };
    };
    expect(await list({ kind: 'supplement' })).toEqual({ items: ['supplement-l1'] });
    expect(await list({ state: 'held', kind: 'supplement' })).toEqual({ items: [] });
    expect(await list({ state: 'cancelled', kind: 'supplement' })).toEqual({
      items: ['supplement-l1'],
    });
    const first = await list({ state: 'held', limit: '2' });
    expect(first).toEqual({ items: ids.slice(0, 2), next: expect.any(String) });
    const second = { state: 'held', limit: '2', cursor: first.next! };
    expect(await list(second)).toEqual({ items: ['screening-l3'] });
    // Six were invited.
    const all = await world.as(organiserA).reply(routes.listMails, { query: { limit: '100' } });
    expect(all.items.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      ...Array.from({ length: 6 }, () => 'invitation sent'),
      ...Array.from({ length: 3 }, () => 'screening held'),
      'supplement cancelled',
    ]);
    expect(JSON.stringify(all)).not.toContain('"text"');
  });

  test('goes on only in itself', async () => {
    const query = { state: 'held', limit: '1' };
    const { next } = await world.as(secretary).reply(routes.listMails, { query });
    for (const other of [{ state: 'sent' }, { state: 'held', kind: 'screening' }, {}]) {
      const said = { query: { ...other, cursor: next! } };
      const answer = await world.as(secretary).call(routes.listMails, said);
      expect(refusalIn(answer)).toMatchObject({ status: 400, code: 'cursor-invalid' });
    }
  });

  test('takes one read beside that of the caller, at once', async () => {
    const trips = await world.tripsOf(
      async () => await world.as(secretary).reply(routes.listMails, { query: { limit: '100' } }),
    );
    expect(trips).toEqual({ reads: 2, writes: 0, waits: 1 });
  });

  test('knows no other state, kind or id', async () => {
    for (const query of [{ state: 'lost' }, { kind: 'news' }, { order: 'to' }]) {
      expect((await world.as(secretary).call(routes.listMails, { query })).status).toBe(400);
    }
    for (const mailId of ['A', 'a%00', 'a_b', 'a'.repeat(129)]) {
      const answer = await world.as(secretary).call(routes.getMail, { path: { mailId } });
      expect(answer.status).toBe(400);
    }
    const nowhere = { path: { mailId: 'receipt-nowhere' } };
    expect((await world.as(secretary).call(routes.getMail, nowhere)).status).toBe(404);
    expect((await world.as(judge1).call(routes.getMail, nowhere)).status).toBe(403);
  });
});

describe('a held mail', () => {
  test('is read, changed by whoever saw its last version, and released', async () => {
    await heldMails(world, ['screening-c']);
    const path = { mailId: 'screening-c' };
    const read = await world.as(secretary).call(routes.getMail, { path });
    expect([read.body.text, read.headers['etag']]).toEqual(['Hồ sơ hợp lệ.\n', '"1"']);
    const body = { subject: 'Kết quả sơ loại', text: 'Hồ sơ đạt.\nXin chúc mừng.' };
    const said = { path, body, ifMatch: 1 };
    const changed = await world.as(secretary).reply(routes.changeMail, said);
    expect(changed).toEqual({
      mailId: 'screening-c',
      kind: 'screening',
      to: 'startup@example.vn',
      ...body,
      state: 'held',
      createdAt: world.now(),
      version: 2,
    });
    const stale = await world.as(organiserA).call(routes.changeMail, said);
    expect(refusalIn(stale)).toEqual({
      status: 412,
      code: 'precondition-failed',
      currentVersion: 2,
    });
    expect(await historyOf(`mail/${world.editionId}/screening-c`)).toEqual([
      {
        actorId: secretary.personId,
        operation: 'changeMail',
        detail: { subject: body.subject, version: 2 },
      },
    ]);
    expect((await release(['screening-c'])).body.mailIds).toEqual(['screening-c']);
    await world.settle();
    expect(world.mails.at(-1)).toEqual({
      id: 'screening-c',
      to: 'startup@example.vn',
      ...body,
    });
    const late = await world.as(secretary).call(routes.changeMail, { ...said, ifMatch: 4 });
    expect(refusalIn(late)).toEqual({ status: 409, code: 'state-conflict', state: 'sent' });
    expect(mailOf('screening-c')?.released).toEqual({
      by: secretary.personId,
      at: world.now(),
    });
  });

  it.each([
    [{ subject: '' }, '/subject'],
    [{ subject: 'a'.repeat(251) }, '/subject'],
    // 126 characters of two UTF-16 units each.
    [{ subject: '𝔸'.repeat(126) }, '/subject'],
    [{ subject: 'Chào\r\nBcc: x@example.vn' }, '/subject'],
    [{ text: ' ' }, '/text'],
    [{ text: 'a'.repeat(10_001) }, '/text'],
    [{ to: 'x@example.vn' }, '/to'],
  ])('is not given words that no mailer takes (%#)', async (change, pointer) => {
    await heldMails(world, ['screening-w']);
    const body = { subject: 'Kết quả', text: 'Đạt', ...change };
    const said = { path: { mailId: 'screening-w' }, body, ifMatch: 1 };
    const answer = await world.as(secretary).call(routes.changeMail, said);
    expect(answer.status).toBe(422);
    expect(JSON.parse(answer.text).errors[0].pointer).toBe(pointer);
  });

  test('leaves with all others or not at all; a dry run only says what is in the way', async () => {
    await heldMails(world, ['screening-d1', 'screening-d2']);
    await heldMails(world, ['screening-d3'], { state: 'cancelled' });
    const ids = ['screening-d1', 'screening-d2', 'screening-d3', 'screening-d4'];
    const blockers = [
      { code: 'mail-not-held', mailId: 'screening-d3', because: 'cancelled' },
      { code: 'mail-not-held', mailId: 'screening-d4' },
    ];
    expect((await release(ids, true)).body).toEqual({
      dryRun: true,
      mailIds: ids.slice(0, 2),
      blockers,
    });
    expect(refusalIn(await release(ids))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'mail-not-held',
      blockers,
    });
    expect(ids.map((id) => mailOf(id)?.state)).toEqual(['held', 'held', 'cancelled', undefined]);
    expect((await release(ids.slice(0, 2))).body).toEqual({
      dryRun: false,
      mailIds: ids.slice(0, 2),
      blockers: [],
    });
    await world.settle();
    expect(ids.slice(0, 2).map((id) => mailOf(id)?.state)).toEqual(['sent', 'sent']);
    expect((await historyOf(`mails/${world.editionId}`)).slice(-2)).toEqual([
      {
        actorId: secretary.personId,
        operation: 'releaseMails',
        detail: { dryRun: true, mailIds: ids },
      },
      {
        actorId: secretary.personId,
        operation: 'releaseMails',
        detail: { dryRun: false, mailIds: ids.slice(0, 2) },
      },
    ]);
  });

  test('is one of at most fifty, each named once', async () => {
    const ids = Array.from({ length: 50 }, (_, at) => `screening-m${at + 100}`);
    await heldMails(world, ids);
    for (const some of [[], [...ids, 'screening-m1'], [ids[0]!, ids[0]!], ['Screening']]) {
      expect((await release(some)).status).toBe(422);
    }
    expect((await release(ids)).status).toBe(200);
    await world.settle();
    const sent = world.mails.filter(({ id }) => ids.includes(id));
    expect(sent).toHaveLength(50);
  });

  test('that two release at once leaves once, and one of them is told', async () => {
    await heldMails(world, ['screening-r']);
    const answers = await Promise.all([
      release(['screening-r']),
      release(['screening-r'], false, organiserA),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    await world.settle();
    expect(world.mails.filter(({ id }) => id === 'screening-r')).toHaveLength(1);
  });

  test('takes one read and one write, with however many others', async () => {
    const ids = ['screening-t1', 'screening-t2', 'screening-t3'];
    await heldMails(world, ids);
    expect(await world.tripsOf(async () => await release(ids))).toEqual({
      reads: 1,
      writes: 1,
      waits: 2,
    });
  });

  test('that is cancelled never leaves, and says why', async () => {
    await heldMails(world, ['screening-n']);
    expect((await cancel(['screening-n'])).body).toEqual({ mailIds: ['screening-n'] });
    await world.settle();
    expect(world.mails.filter(({ id }) => id === 'screening-n')).toEqual([]);
    expect(mailOf('screening-n')?.cancelled).toEqual({
      by: organiserA.personId,
      at: world.now(),
      reason: 'Gửi nhầm',
    });
    const blockers = [{ code: 'mail-not-held', mailId: 'screening-n', because: 'cancelled' }];
    const refused = { status: 409, code: 'state-conflict', state: 'mail-not-held', blockers };
    expect(refusalIn(await release(['screening-n']))).toEqual(refused);
    expect(refusalIn(await cancel(['screening-n']))).toEqual(refused);
  });
});

test('a mail that is due for two hours is tried again, and none before', async () => {
  await heldMails(world, ['screening-s'], { state: 'due' });
  const after = (ms: number) => new Date(Date.parse(world.now()) + ms).toISOString();
  const body = { mailIds: ['screening-s'], dryRun: false };
  const call = async (at: string) =>
    await world.as(secretary).call(routes.releaseMails, { body, at });
  const blockers = [{ code: 'mail-not-held', mailId: 'screening-s', because: 'due' }];
  expect(refusalIn(await call(after(2 * 3_600_000 - 1)))).toEqual({
    status: 409,
    code: 'state-conflict',
    state: 'mail-not-held',
    blockers,
  });
  expect((await call(after(2 * 3_600_000))).status).toBe(200);
  // From then on it is due anew.
  expect((await call(after(4 * 3_600_000 - 1))).status).toBe(409);
  await world.settle();
  expect(world.mails.filter(({ id }) => id === 'screening-s')).toHaveLength(1);
  expect(mailOf('screening-s')?.state).toBe('sent');
});

describe('a mail goes out again', () => {
  const resend = (mailId: string, idempotencyKey?: string) =>
    world.as(secretary).call(routes.resendMail, {
      path: { mailId },
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    });

  test('as a new one with the same words, once for each act', async () => {
    const { entryId } = await submittedEntry(world);
    await world.settle();
    const first = world.mails.at(-1)!;
    const { body } = await resend(first.id, 'again-1');
    expect((await resend(first.id, 'again-1')).body).toEqual(body);
    await world.settle();
    const again = world.mails.filter(({ to }) => to === applicant1.email);
    expect(again).toEqual([first, { ...first, id: body.mailId }]);
    expect(mailOf(body.mailId)).toMatchObject({
      kind: 'receipt',
      entryId,
      state: 'sent',
      repeats: { mailId: first.id, by: secretary.personId, at: world.now() },
    });
    // The repeated one can be repeated.
    expect((await resend(body.mailId)).status).toBe(201);
  });

  it.each([
    ['receipt', 'held'],
    ['receipt', 'due'],
    ['invitation', 'cancelled'],
    ['screening', 'sent'],
    ['deadline-change', 'sent'],
  ] as const)('but not a %s that is %s', async (kind, state) => {
    const mailId = `${kind}-x-${state}`;
    await heldMails(world, [mailId], { kind, state });
    expect(refusalIn(await resend(mailId))).toEqual({ status: 409, code: 'state-conflict', state });
  });

  it.each(['team-invitation', 'screening'] as const)('where it failed: %s', async (kind) => {
    const mailId = `${kind}-x-failed`;
    await heldMails(world, [mailId], { kind, state: 'failed', failure: 'address-refused' });
    expect((await resend(mailId)).body).toMatchObject({ kind, state: 'due' });
  });

  test('not where there is none', async () => {
    expect(refusalIn(await resend('receipt-none'))).toEqual({ status: 404, code: 'not-found' });
  });
});
