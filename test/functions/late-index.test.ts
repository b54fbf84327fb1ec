import { afterAll, expect, test } from 'vitest';
import { routes } from '../../lib/contract/routes.ts';
import { refusalIn } from '../support/refusal-in.ts';
import { openWorld } from '../support/world.ts';
import { draftEntry, exampleContent, submittedEntry } from '../support/world-entries.ts';
import { people } from '../support/world-people.ts';

/** The index shows nothing of all that happens here: who decides by it decides wrongly. */
const world = await openWorld({ indexLagMs: 365 * 86_400_000 });
afterAll(async () => await world[Symbol.asyncDispose]());
const { applicant1, applicant2, organiserA, secretary } = people;

test('lists show what the index shows', async () => {
  await submittedEntry(world);
  expect(await world.anonymous.reply(routes.listEditions)).toEqual({ items: [] });
  expect((await world.as(applicant1).reply(routes.getMe)).entries).toEqual([]);
});

test('the list of entries waits for the events and not for the index', async () => {
  await world.settle();
  const { items } = await world.as(secretary).reply(routes.listEntries);
  expect(items).toMatchObject([{ state: 'submitted', submission: 1 }]);
});

test('titles, limits and parts in the contest are decided without it', async () => {
  const create = async (title: string, who = applicant1) =>
    refusalIn(await world.as(who).call(routes.createEntry, { body: exampleContent(0, { title }) }));
  expect(await create(exampleContent(0).title, applicant2)).toMatchObject({
    code: 'duplicate-entry',
  });
  for (const title of ['Hai', 'Ba']) {
    await draftEntry(world, applicant1, exampleContent(0, { title }));
  }
  expect(await create('Bốn')).toMatchObject({ code: 'limit-reached' });
  const { invitationId } = await world.as(organiserA).reply(routes.invitePerson, {
    body: { email: applicant1.email, name: 'A', role: 'judge' },
  });
  const said = { path: { invitationId } };
  const accepted = await world.as(applicant1).call(routes.acceptInvitation, said);
  expect(refusalIn(accepted)).toMatchObject({ because: 'also-applicant' });
});

test('a role that was taken away is gone at once', async () => {
  const path = { personId: secretary.personId };
  await world.as(organiserA).reply(routes.revokePerson, { path });
  const answer = await world.as(secretary).call(routes.listEntries);
  expect(refusalIn(answer)).toEqual({ status: 403, code: 'forbidden', needs: 'secretary' });
});
