import { afterAll, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { absentId, expectForbidden } from '../../support/denials.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld } from '../../support/world.ts';
import {
  closeSubmissions,
  draftEntry,
  exampleContent,
  keptContent,
  submittedEntry,
} from '../../support/world-entries.ts';
import { people } from '../../support/world-people.ts';

const route = routes.screenEntry;
const { applicant1, applicant2, secretary, organiserA } = people;
const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());
const one = await submittedEntry(world);
const path = { entryId: one.entryId };
const draft = await draftEntry(world, applicant2, exampleContent(1));
const edited = exampleContent(0, { title: 'Bản nháp sau khi nộp' });
await world.as(applicant1).reply(routes.editEntry, { path, ifMatch: 2, body: edited });
const eligible = { decision: 'eligible', reasons: [] };
const screen = async (said: object = {}) =>
  await world.as(secretary).call(route, { path, body: eligible, ...said });

test('waits for the freeze, not for the deadline', async () => {
  const receivedAt = '2022-07-31T10:00:59.999Z';
  expect(refusalIn(await screen({ at: receivedAt }))).toEqual({
    status: 409,
    code: 'phase-closed',
    receivedAt,
    opensAt: '2022-07-31T10:01:00.000Z',
  });
  await closeSubmissions(world);
});

test('is for those who run this edition', async () => {
  const { judge1, revoked, organiserElsewhere, administrator } = people;
  const strangers = [applicant1, applicant2, judge1, revoked, organiserElsewhere, administrator];
  const said = { path, body: eligible };
  await expectForbidden(world, route, said, { needs: 'secretary', strangers });
});

test('decides on what was handed in, and decides again', async () => {
  const first = await screen();
  expect([first.status, first.headers['etag'], first.body.state]).toEqual([200, '"4"', 'eligible']);
  expect(first.body.content).toEqual(keptContent(exampleContent(0)));
  expect(first.body.screening).toEqual({ ...eligible, at: world.now() });
  const body = { decision: 'ineligible', reasons: [{ code: 'qua-nam-nam' }] };
  const second = await world.as(organiserA).reply(route, { path, body });
  expect([second.state, second.screening, second.version]).toEqual([
    'ineligible',
    { ...body, at: world.now() },
    5,
  ]);
  // The entrant learns the decision and its reasons.
  const seen = await world.as(applicant1).reply(routes.getEntry, { path });
  expect(seen.screening).toEqual({ ...body, at: world.now() });
});

test('is refused for what was never handed in, is not there, or has no reasons', async () => {
  expect(refusalIn(await screen({ path: { entryId: draft.entryId } }))).toEqual({
    status: 409,
    code: 'state-conflict',
    state: 'draft',
  });
  const nothing = { status: 404, code: 'not-found' };
  expect(refusalIn(await screen({ path: { entryId: absentId } }))).toEqual(nothing);
  expect(refusalIn(await screen({ path: { ...path, editionId: 'nowhere' } }))).toEqual(nothing);
  expect(refusalIn(await screen({ body: { decision: 'ineligible', reasons: [] } }))).toEqual({
    status: 422,
    code: 'validation-failed',
    errors: [{ pointer: '/reasons', code: 'required' }],
  });
});

test('repeated with its key it is the same; one round of reads and one write', async () => {
  const said = { idempotencyKey: 'screen' };
  const first = await screen(said);
  const again = await screen(said);
  expect([again.status, again.text]).toEqual([200, first.text]);
  expect(await world.tripsOf(screen)).toEqual({ reads: 2, writes: 1, waits: 2 });
});
