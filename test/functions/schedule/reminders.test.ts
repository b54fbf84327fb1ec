import { describe, expect, it } from 'vitest';
import { reaction } from '../../../functions/schedule/index.ts';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { openWorld, type World } from '../../support/world.ts';
import {
  draftEntry,
  exampleContent,
  submittedEntry,
  uploadedDocument,
} from '../../support/world-entries.ts';
import { outboxOf } from '../../support/world-mails.ts';
import { people } from '../../support/world-people.ts';

const { applicant1, applicant2, applicant3 } = people;
// The example reminds seven days and one day before its close at 17:00 in Kon Tum.
const sevenBefore = '2022-07-24T10:00:00.000Z';
const oneBefore = '2022-07-30T10:00:00.000Z';

const reminders = (world: World) =>
  world.mails
    .filter(({ id }) => id.startsWith('deadline-reminder-'))
    .map(({ to, id }) => `${to} ${id.slice('deadline-reminder-'.length + 37)}`);

async function at(world: World, instant: string): Promise<readonly string[]> {
  const earlier = reminders(world).length;
  world.at(instant);
  await world.settle();
  return reminders(world).slice(earlier).toSorted();
}

const due = (world: World, daysBefore: number) =>
  ({ kind: 'due', id: 'due-1', name: `remind.${world.editionId}.${daysBefore}` }) as const;

async function change(world: World, changed: (plan: WirePlan) => WirePlan): Promise<void> {
  const { plan, version } = await world.anonymous.reply(routes.getEdition);
  await world.as(people.organiserA).reply(routes.changePlan, {
    body: { plan: changed(plan as WirePlan), reason: 'Gia hạn', documentNumber: '80/QĐ-BTC' },
    ifMatch: version,
  });
  await world.settle();
}

const extend = async (world: World, submissionsCloseAt: string) =>
  await change(world, (plan) => ({ ...plan, dates: { ...plan.dates, submissionsCloseAt } }));

describe('a reminder', () => {
  it('comes so many days before the close and no millisecond before, and says until when', async () => {
    await using world = await openWorld();
    const { code } = await draftEntry(world);
    await world.settle();
    expect(await at(world, '2022-07-24T09:59:59.999Z')).toEqual([]);
    expect(await at(world, sevenBefore)).toEqual([`${applicant1.email} 7-20220731`]);
    const { subject, text } = world.mails.at(-1)!;
    expect(subject).toBe(`Nhắc hạn nộp hồ sơ ${code}: 17:00 31/07/2022`);
    expect(text).toContain('has not been handed in');
    expect(await at(world, '2022-07-30T09:59:59.999Z')).toEqual([]);
    expect(await at(world, oneBefore)).toEqual([`${applicant1.email} 1-20220731`]);
    expect(await at(world, '2022-07-31T10:01:00.000Z')).toEqual([]);
  });

  it('is for drafts, and for what was changed since it was handed in', async () => {
    await using world = await openWorld();
    const [first, second, third] = [exampleContent(0), exampleContent(1), exampleContent(2)];
    await submittedEntry(world, { owner: applicant1, content: first });
    const changed = await submittedEntry(world, { owner: applicant2, content: second });
    const path = { entryId: changed.entryId };
    const { version } = await world.as(applicant2).reply(routes.getEntry, { path });
    const body = { ...second, summary: `${second.summary} Thêm.` };
    await world.as(applicant2).reply(routes.editEntry, { path, body, ifMatch: version });
    const refiled = await submittedEntry(world, { owner: applicant3, content: third });
    await uploadedDocument(world, refiled.entryId, { owner: applicant3, kind: 'minh-chung' });
    const dropped = await draftEntry(world, applicant1, exampleContent(3));
    await world.as(applicant1).reply(routes.withdrawEntry, { path: { entryId: dropped.entryId } });
    expect(await at(world, sevenBefore)).toEqual([
      `${applicant2.email} 7-20220731`,
      `${applicant3.email} 7-20220731`,
    ]);
    expect(world.mails.at(-1)?.text).toContain('có thay đổi chưa nộp kể từ lần nộp 1');
  });

  it('comes once, however often it is told', async () => {
    await using world = await openWorld();
    await draftEntry(world);
    await world.settle();
    world.at(sevenBefore);
    const react = reaction(world.services);
    await Promise.all([react(due(world, 7)), react(due(world, 7))]);
    await world.settle();
    expect(reminders(world)).toEqual([`${applicant1.email} 7-20220731`]);
  });

  it('that is due too early, too late, or of nothing there is, does nothing', async () => {
    await using world = await openWorld();
    await draftEntry(world);
    const react = reaction(world.services);
    await react(due(world, 7));
    await react(due(world, 3));
    await react({ kind: 'due', id: 'x', name: 'remind.nowhere.7' });
    await react({ kind: 'due', id: 'x', name: `remind.${world.editionId}` });
    world.at('2022-07-31T10:00:00.000Z');
    await react(due(world, 1));
    expect(outboxOf(world).filter(({ kind }) => kind === 'deadline-reminder')).toEqual([]);
  });

  it('moves with an extension, and comes again for the new close', async () => {
    await using world = await openWorld();
    await draftEntry(world);
    await world.settle();
    await extend(world, '2022-08-05T17:00');
    expect(await at(world, sevenBefore)).toEqual([]);
    expect(await at(world, '2022-07-29T10:00:00.000Z')).toEqual([`${applicant1.email} 7-20220805`]);
    await extend(world, '2022-08-09T17:00');
    expect(await at(world, '2022-08-02T10:00:00.000Z')).toEqual([`${applicant1.email} 7-20220809`]);
  });

  it('that went out is not asked for again by an extension of hours or another change', async () => {
    await using world = await openWorld();
    await draftEntry(world);
    await world.settle();
    await at(world, '2022-07-24T12:30:00.000Z');
    await extend(world, '2022-07-31T22:00');
    expect(await at(world, '2022-07-24T15:00:00.000Z')).toEqual([]);
    expect(reminders(world)).toEqual([`${applicant1.email} 7-20220731`]);
  });

  it('that the plan no longer has does not come', async () => {
    await using world = await openWorld();
    await draftEntry(world);
    await world.settle();
    await change(world, (plan) => ({ ...plan, mail: { ...plan.mail, remindDaysBefore: [1] } }));
    expect(await at(world, sevenBefore)).toEqual([]);
    expect(await at(world, oneBefore)).toEqual([`${applicant1.email} 1-20220731`]);
  });
});
