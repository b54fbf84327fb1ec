import { afterAll, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { expectForbidden } from '../../support/denials.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld } from '../../support/world.ts';
import { draftEntry, exampleContent, submittedEntry } from '../../support/world-entries.ts';
import { otherEditionId, people } from '../../support/world-people.ts';

const route = routes.countEntries;
const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());
const { applicant1, applicant2, applicant3, secretary, organiserA } = people;
const none = { draft: 0, submitted: 0, eligible: 0, ineligible: 0, withdrawn: 0 };
const nothing = {
  ...{ total: 0, byState: none, byTrack: [], byField: [] },
  ...{ incomplete: 0, supplementsOpen: 0 },
};

test('of an edition without entries: nothing', async () => {
  expect(await world.as(secretary).reply(route)).toEqual(nothing);
});

test('how many there are of what', async () => {
  await submittedEntry(world);
  const { entryId } = await draftEntry(world, applicant2, exampleContent(1));
  await draftEntry(world, applicant3, exampleContent(2));
  await world.as(applicant2).reply(routes.withdrawEntry, { path: { entryId } });
  await world.settle();
  const one = (state: keyof typeof none) => ({ ...none, [state]: 1 });
  for (const who of [secretary, organiserA]) {
    expect(await world.as(who).reply(route)).toEqual({
      total: 3,
      byState: { ...none, draft: 1, submitted: 1, withdrawn: 1 },
      byTrack: [
        { trackId: 'du-an', byState: { ...none, submitted: 1, withdrawn: 1 } },
        { trackId: 'y-tuong', byState: one('draft') },
      ],
      byField: [
        { fieldId: 'chuyen-doi-so', byState: one('draft') },
        { fieldId: 'duoc-lieu', byState: one('submitted') },
        { fieldId: 'nong-nghiep-cnc', byState: one('withdrawn') },
      ],
      incomplete: 1,
      supplementsOpen: 0,
    });
  }
});

test('one round of parallel reads, as long as the list is one page', async () => {
  const count = async () => await world.as(secretary).reply(route);
  expect(await world.tripsOf(count)).toEqual({ reads: 2, writes: 0, waits: 1 });
});

test('is for those who run this edition', async () => {
  const { judge1, revoked, organiserElsewhere, administrator } = people;
  const strangers = [applicant1, judge1, revoked, organiserElsewhere, administrator];
  await expectForbidden(world, route, {}, { needs: 'secretary', strangers });
  const nowhere = await world.as(secretary).call(route, { path: { editionId: 'nowhere' } });
  expect(refusalIn(nowhere)).toEqual({ status: 404, code: 'not-found' });
  const elsewhere = { path: { editionId: otherEditionId } };
  expect(await world.as(organiserElsewhere).reply(route, elsewhere)).toEqual(nothing);
});
