import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { reaction } from '../../../functions/notification/index.ts';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { MailRefused } from '../../../lib/platform/mail-rules.ts';
import type { Mail } from '../../../lib/platform/mailer.ts';
import type { Item } from '../../../lib/platform/table.ts';
import { keys } from '../../../lib/store/keys.ts';
import { aroundTable } from '../../support/around-table.ts';
import { openWorld, type World } from '../../support/world.ts';
import {
  closeSubmissions,
  draftEntry,
  exampleContent,
  screen,
  submittedEntry,
} from '../../support/world-entries.ts';
import { heldMails, outboxOf } from '../../support/world-mails.ts';
import { people } from '../../support/world-people.ts';

const { applicant1, applicant2, organiserA, secretary } = people;

/** The deadline moved by a numbered decision; the edition's item before and after. */
async function moveDeadline(world: World, submissionsCloseAt: string) {
  const key = keys.edition(world.editionId);
  const before = await world.table.get(key);
  const { plan, version } = await world.anonymous.reply(routes.getEdition);
  const changed = { ...plan, dates: { ...plan.dates, submissionsCloseAt } } as WirePlan;
  await world.as(organiserA).reply(routes.changePlan, {
    body: { plan: changed, reason: 'Bão số 4', documentNumber: '80/QĐ-BTC' },
    ifMatch: version,
  });
  const after = await world.table.get(key);
  return { kind: 'item-changed', id: 'moved', before: before!, after: after! } as const;
}

const sentTo = (world: World, prefix: string) =>
  world.mails.filter(({ id }) => id.startsWith(prefix)).map(({ id, to }) => ({ id, to }));

const stateOf = (world: World, mailId: string) =>
  outboxOf(world).find((mail) => mail.mailId === mailId)?.state;

/** What a mail's item told, as a change. */
const changeOf = async (world: World, mailId: string) => {
  const after = await world.table.get(keys.mail(world.editionId, mailId));
  return { kind: 'item-changed', id: randomUUID(), after: after! } as const;
};

describe('a mail is composed', () => {
  it('for a part in a team, in the name of the edition and on its clocks', async () => {
    await using world = await openWorld();
    const { entryId, code } = await draftEntry(world);
    const { invitationId } = await world.as(applicant1).reply(routes.inviteTeammate, {
      path: { entryId },
      body: { email: 'ban@example.vn', name: 'Bạn', role: 'editor' },
    });
    await world.settle();
    const mail = world.mails.find(({ to }) => to === 'ban@example.vn');
    expect([mail?.id, mail?.subject]).toEqual([
      `team-invitation-${invitationId}`,
      `Mời tham gia nhóm dự thi ${code}`,
    ]);
    for (const said of ['Kon Tum năm 2022', 'trước 10:00 29/06/2022', 'Opening the link accepts']) {
      expect(mail?.text).toContain(said);
    }
  });

  it('for a supplement once, with what is asked for and until when', async () => {
    await using world = await openWorld();
    const { entryId, code } = await submittedEntry(world);
    await closeSubmissions(world);
    await world.as(secretary).reply(routes.requestSupplement, {
      path: { entryId },
      body: {
        fields: ['summary'],
        documents: ['thuyet-minh'],
        message: 'Bổ sung bảng dự toán',
        closesAt: '2022-08-10T17:00',
      },
    });
    await world.settle();
    const mail = world.mails.at(-1);
    expect(mail?.subject).toBe(`Đề nghị bổ sung hồ sơ ${code}`);
    for (const said of ['Bổ sung bảng dự toán', '- Tóm tắt', 'trước 17:00 10/08/2022']) {
      expect(mail?.text).toContain(said);
    }
    // The entry changes again, the supplement stays.
    await world.as(applicant1).reply(routes.submitEntry, {
      path: { entryId },
      body: { acceptedPlanVersion: 1 },
    });
    await world.settle();
    expect(sentTo(world, 'supplement-')).toHaveLength(1);
  });

  it('for a decision of the secretariat, which waits to be read; a decision that says no more is none', async () => {
    await using world = await openWorld();
    const { entryId, code } = await submittedEntry(world);
    await closeSubmissions(world);
    await screen(world, entryId, 'ineligible');
    await world.settle();
    world.at('2022-08-01T03:00:00.000Z');
    await screen(world, entryId, 'ineligible');
    await world.settle();
    expect(sentTo(world, 'screening-')).toEqual([]);
    const held = outboxOf(world).filter(({ kind }) => kind === 'screening');
    expect(held.map(({ to, state, subject }) => ({ to, state, subject }))).toEqual([
      { to: applicant1.email, state: 'held', subject: `Kết quả xét tính hợp lệ hồ sơ ${code}` },
    ]);
    expect(held[0]?.text).toContain('Không đúng đối tượng dự thi');
    world.at('2022-08-01T04:00:00.000Z');
    await screen(world, entryId, 'eligible');
    await world.settle();
    const texts = outboxOf(world).filter(({ kind }) => kind === 'screening');
    expect(texts.map(({ text }) => text.includes('is eligible'))).toEqual([false, true]);
  });

  it('for a moved deadline, to each owner once and not about what was withdrawn', async () => {
    await using world = await openWorld();
    await draftEntry(world, applicant1);
    const { entryId } = await draftEntry(world, applicant2, exampleContent(1));
    await world.as(applicant2).reply(routes.withdrawEntry, { path: { entryId } });
    const event = await moveDeadline(world, '2022-08-05T17:00');
    await world.settle();
    await reaction(world.services)(event);
    await world.settle();
    expect(sentTo(world, 'deadline-change-').map(({ to }) => to)).toEqual([applicant1.email]);
    const { subject, text } = world.mails.at(-1)!;
    expect(subject).toBe('Thay đổi hạn nộp hồ sơ: 17:00 05/08/2022');
    for (const said of ['17:00 31/07/2022', '17:00 05/08/2022', 'Bão số 4', '80/QĐ-BTC']) {
      expect(text).toContain(said);
    }
  });

  it('for none of a plan that changed and left the deadline', async () => {
    await using world = await openWorld();
    await draftEntry(world);
    await moveDeadline(world, '2022-07-31T17:00');
    await world.settle();
    expect(sentTo(world, 'deadline-')).toEqual([]);
  });
});

it('a fan-out to 120 owners that broke in the middle reaches each of them once', async () => {
  await using world = await openWorld();
  const { entryId } = await draftEntry(world);
  const first = await world.table.get(keys.entry(world.editionId, entryId));
  for (let at = 1; at < 120; at += 1) await world.table.write([copyOf(first!, at)]);
  const event = await moveDeadline(world, '2022-08-05T17:00');
  const table = aroundTable(world.table, async ({ method, number }, proceed) => {
    if (method === 'write' && number > 60) throw new Error('the table is away');
    return await proceed();
  });
  await expect(reaction({ ...world.services, table })(event)).rejects.toThrow('is away');
  const half = outboxOf(world).filter(({ kind }) => kind === 'deadline-change').length;
  expect(half).toBeGreaterThan(20);
  expect(half).toBeLessThan(100);
  await reaction(world.services)(event);
  await world.settle();
  const told = sentTo(world, 'deadline-change-').map(({ to }) => to);
  expect([told.length, new Set(told).size]).toEqual([120, 120]);
});

const copyOf = (item: Item, at: number) => {
  const entryId = randomUUID().replace(/^(.{14})./u, '$17');
  const { pk, sk } = keys.entry(String(item['editionId']), entryId);
  const entry = { entryId, ownerId: `owner-${at}`, ownerEmail: `owner-${at}@example.vn` };
  return { kind: 'put', item: { ...item, pk, sk, gsi1sk: `draft#${entryId}`, ...entry } } as const;
};

describe('a mail that is due', () => {
  const due = { state: 'due' } as const;

  it('comes again after the mailer failed, and is then sent once', async () => {
    await using world = await openWorld();
    await heldMails(world, ['screening-x'], due);
    const mailer = { send: async () => Promise.reject(new Error('the relay is away')) };
    const event = await changeOf(world, 'screening-x');
    await expect(reaction({ ...world.services, mailer })(event)).rejects.toThrow('is away');
    expect(stateOf(world, 'screening-x')).toBe('due');
    await reaction(world.services)(event);
    await reaction(world.services)(event);
    expect(sentTo(world, 'screening-x')).toHaveLength(1);
    const { sentAt, state } = outboxOf(world).find(({ mailId }) => mailId === 'screening-x')!;
    expect({ sentAt, state }).toEqual({ sentAt: world.now(), state: 'sent' });
  });

  it('goes out at least once where a crash hides that it was sent, under the same id', async () => {
    await using world = await openWorld();
    await heldMails(world, ['screening-x'], due);
    const table = aroundTable(world.table, async ({ method }, proceed) => {
      if (method === 'write') throw new Error('killed');
      return await proceed();
    });
    const event = await changeOf(world, 'screening-x');
    await expect(reaction({ ...world.services, table })(event)).rejects.toThrow('killed');
    await reaction(world.services)(event);
    expect(sentTo(world, 'screening-x').map(({ id }) => id)).toEqual([
      'screening-x',
      'screening-x',
    ]);
  });

  it.each([
    [{ to: 'không phải địa chỉ' }, 'address-refused'],
    [{ subject: ' ' }, 'mail-refused'],
  ])('and can never be delivered is put aside: %j', async (change, failure) => {
    await using world = await openWorld();
    await heldMails(world, ['screening-x'], { ...due, ...change });
    await world.settle();
    const mail = outboxOf(world).find(({ mailId }) => mailId === 'screening-x');
    expect([mail?.state, mail?.failure, mail?.sentAt]).toEqual(['failed', failure, undefined]);
  });

  it('is put aside when the relay takes none for its address', async () => {
    await using world = await openWorld();
    await heldMails(world, ['screening-x'], due);
    const send = async (_: Mail) => Promise.reject(new MailRefused('to', 'was refused'));
    await reaction({ ...world.services, mailer: { send } })(await changeOf(world, 'screening-x'));
    expect(stateOf(world, 'screening-x')).toBe('failed');
  });

  it('does not leave when it waits to be read, or was cancelled', async () => {
    await using world = await openWorld();
    await heldMails(world, ['screening-x']);
    await heldMails(world, ['screening-y'], { state: 'cancelled' });
    await world.settle();
    expect(sentTo(world, 'screening-')).toEqual([]);
  });
});
