import { afterAll, describe, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { appendAudit } from '../../../lib/store/audit.ts';
import { canariesIn, canarySheet } from '../../support/canaries.ts';
import { expectForbidden } from '../../support/denials.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, worldBeginsAt } from '../../support/world.ts';
import {
  closeSubmissions,
  exampleContent,
  screen,
  submittedEntry,
} from '../../support/world-entries.ts';
import {
  acceptMissing,
  close,
  firstRound,
  handIn,
  scoringEntries,
} from '../../support/world-judging.ts';
import { otherEditionId, people } from '../../support/world-people.ts';

const route = routes.listAuditTrail;
const { applicant1, organiserA, organiserB, secretary, judge1, judge2 } = people;
const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());

const { entryId, code } = await submittedEntry(world);
await closeSubmissions(world);
const screenedAt = world.now();
await screen(world, entryId);

type Query = { readonly [name: string]: string };
const read = async (query: Query = {}, by = organiserA) =>
  await world.as(by).reply(route, { query });
const operations = async (query: Query) =>
  (await read({ limit: '100', ...query })).items.map(({ operation }) => operation);

/** Every page of the trail, of `limit` each. */
async function everyPage(query: Query) {
  const items: unknown[] = [];
  let next: string | undefined;
  do {
    const page = await read({ ...query, ...(next === undefined ? {} : { cursor: next }) });
    items.push(...page.items);
    next = page.next;
  } while (next !== undefined);
  return items;
}

describe('the trail of an edition', () => {
  test('who did what to what, the last act first, with names of those who have a role', async () => {
    const { items, people: named, entries } = await read({ subject: `entry/${entryId}` });
    const subject = { kind: 'entry', name: `entry/${entryId}`, entryId };
    const requestId = expect.any(String);
    expect(items).toEqual([
      {
        at: screenedAt,
        actorId: secretary.personId,
        operation: 'screenEntry',
        subject,
        requestId,
        detail: { decision: 'eligible', reasons: [], state: 'eligible' },
      },
      {
        at: worldBeginsAt,
        actorId: applicant1.personId,
        operation: 'submitEntry',
        subject,
        requestId,
        detail: { submission: 1 },
      },
      {
        at: worldBeginsAt,
        actorId: applicant1.personId,
        operation: 'createEntry',
        subject,
        requestId,
      },
    ]);
    expect(named).toEqual([
      { personId: secretary.personId, name: expect.any(String), roles: ['secretary'] },
    ]);
    expect(entries).toEqual([{ entryId, code }]);
  });

  test('a page at a time, each act once, with and without a filter', async () => {
    const { items } = await read({ limit: '100' });
    expect(items.length).toBeGreaterThan(10);
    expect(await everyPage({ limit: '3' })).toEqual(items);
    expect(await everyPage({ limit: '2', actorId: applicant1.personId })).toEqual(
      items.filter(({ actorId }) => actorId === applicant1.personId),
    );
  });

  test('from an instant on, and before another one', async () => {
    const both = ['screenEntry', 'freezeEdition'];
    expect(await operations({ from: screenedAt })).toEqual(both);
    const later = new Date(Date.parse(screenedAt) + 1).toISOString();
    expect(await operations({ from: later })).toEqual([]);
    expect(await operations({ to: screenedAt })).not.toContain('screenEntry');
    expect(await operations({ to: later, from: screenedAt })).toEqual(both);
    expect(await operations({ from: later, to: screenedAt })).toEqual([]);
  });

  test('of one person, one operation, one kind of thing; a record meets all that is given', async () => {
    const actorId = secretary.personId;
    expect(new Set(await operations({ actorId }))).toEqual(
      new Set(['screenEntry', 'acceptInvitation']),
    );
    expect(await operations({ operation: 'submitEntry' })).toEqual(['submitEntry']);
    expect(await operations({ kind: 'entry' })).toEqual([
      'screenEntry',
      'submitEntry',
      'createEntry',
    ]);
    expect(await operations({ kind: 'entry', actorId })).toEqual(['screenEntry']);
    expect(await operations({ actorId: 'nobody' })).toEqual([]);
    expect(await operations({ operation: 'screen' })).toEqual([]);
    const freeze = { actorId: 'system:freeze', operation: 'freezeEdition' };
    expect(await operations(freeze)).toEqual(['freezeEdition']);
  });

  test('of another edition nothing, whatever subject is asked for', async () => {
    const elsewhere = {
      path: { editionId: otherEditionId },
      query: { subject: `entry/${entryId}` },
    };
    const { items } = await world.as(people.organiserElsewhere).reply(route, elsewhere);
    expect(items).toEqual([]);
    expect(await operations({ subject: `entry/${otherEditionId}/${entryId}` })).toEqual([]);
  });

  test('what a detail holds beyond the named facts, or in another shape, stays in the ledger', async () => {
    await using other = await openWorld();
    const secret = 'eyJhbGciOi-secret';
    const detail = {
      token: secret,
      codes: [secret],
      reasons: [secret],
      state: 'open',
      order: [secret],
    };
    const subject = `thing/${other.editionId}/x`;
    const act = { at: other.now(), actorId: 'system:probe', operation: 'probe', requestId: 'p-1' };
    await other.table.write([appendAudit({ ...act, subject, detail }, other.editionId)]);
    const answer = await other.as(organiserA).call(route, { query: { operation: 'probe' } });
    expect(answer.text).not.toContain(secret);
    expect(answer.body.items).toEqual([
      { ...act, subject: { kind: 'other', name: 'thing/x' }, detail: { state: 'open' } },
    ]);
  });
});

describe('whom it refuses, and what', () => {
  test('all but organisers', async () => {
    const { judge3, revoked, organiserElsewhere, administrator } = people;
    const strangers = [applicant1, judge3, secretary, revoked, organiserElsewhere, administrator];
    await expectForbidden(world, route, {}, { needs: 'organiser', strangers });
  });

  test('G1: a cursor of another person or other filters, or one that leads out of them', async () => {
    const invalid = {
      status: 400,
      code: 'cursor-invalid',
      errors: [{ pointer: '/query/cursor', code: 'not-allowed' }],
    };
    const { next = '' } = await read({ limit: '1' });
    const of = async (query: Query, by = organiserA) =>
      refusalIn(await world.as(by).call(route, { query }));
    expect(await of({ limit: '1', cursor: next }, organiserB)).toEqual(invalid);
    expect(await of({ cursor: next, actorId: applicant1.personId })).toEqual(invalid);
    expect(await of({ cursor: next.slice(0, 20) })).toEqual(invalid);
    const range = { from: worldBeginsAt, to: screenedAt };
    const within = (await read({ ...range, limit: '1' })).next ?? '';
    const sealed = Buffer.from(within, 'base64url').toString();
    for (const at of ['2022-06-15T02:59:59.999Z', screenedAt]) {
      const moved = sealed.replace(/\d{4}-\d\d-\d\dT[\d:.]{12}Z/, at);
      const cursor = Buffer.from(moved).toString('base64url');
      expect([at, await of({ ...range, cursor })]).toEqual([at, invalid]);
    }
  });

  test('G2, G3: what is no parameter, or not in its range', async () => {
    const of = async (query: Query) => refusalIn(await world.as(organiserA).call(route, { query }));
    expect(await of({ limit: '101' })).toMatchObject({ status: 400, code: 'invalid-parameter' });
    expect(await of({ kind: 'judge' })).toMatchObject({ status: 400, code: 'invalid-parameter' });
    expect(await of({ from: '2022' })).toMatchObject({ status: 400, code: 'invalid-parameter' });
    expect(await of({ subject: 'entry/#' })).toMatchObject({ status: 400 });
    expect(await of({ group: 'x' })).toMatchObject({ status: 400, code: 'unknown-parameter' });
  });

  test('an edition that is not there', async () => {
    const nowhere = { path: { editionId: 'nowhere' } };
    expect(refusalIn(await world.as(organiserA).call(route, nowhere))).toMatchObject({
      status: 404,
    });
  });
});

test('one read of the trail beside who calls, then the names; as many with one act as with three', async () => {
  for (const limit of ['1', '3']) {
    const trips = await world.tripsOf(async () => await read({ limit, kind: 'entry' }));
    expect(trips).toEqual({ reads: 4, writes: 0, waits: 2 });
  }
});

/** The points as they are stored, in hundredths, and not four digits of an id or a digest. */
const marks = /(?<![\w-])1350(?![\w-])/;

describe('how entries are judged', () => {
  test('no mark, comment or note, neither while judges score nor when the round is closed', async () => {
    await using scored = await openWorld();
    const [one] = await scoringEntries(scored);
    const path = { roundId: firstRound, entryId: one!.entryId };
    const judge = scored.as(judge1);
    await judge.reply(routes.saveScoreSheet, { path, body: canarySheet(), ifMatch: 0 });
    await judge.reply(routes.submitScoreSheet, { path, ifMatch: 1 });
    const told = async () =>
      (await scored.as(organiserA).call(route, { query: { kind: 'sheet' } })).text;
    const during = await told();
    expect(during).toContain('submitScoreSheet');
    await close(scored, firstRound, acceptMissing);
    const texts = during + (await told());
    expect([canariesIn(texts), marks.test(texts)]).toEqual([[], false]);
    const stored = JSON.stringify(scored.table.database.prepare('SELECT body FROM ledger').all());
    expect(marks.test(stored)).toBe(true);
  });

  test('nothing of it to who is close to the entry: not even that there was something', async () => {
    await using near = await openWorld();
    const [one, two] = await scoringEntries(near, 2);
    for (const { entryId: id } of [one!, two!]) await handIn(near, judge2, id);
    const of = async (query: Query, by = organiserB) =>
      await near.as(by).reply(route, { query: { ...query } });
    const entriesIn = async (by = organiserB) =>
      new Set((await of({ kind: 'sheet' }, by)).items.map(({ subject }) => subject.entryId));
    expect(await entriesIn()).toEqual(new Set([one!.entryId, two!.entryId]));
    const { version } = await near.as(organiserB).reply(routes.getOwnDetails);
    await near.as(organiserB).reply(routes.saveOwnDetails, {
      body: { organisation: exampleContent(0).applicant!.name },
      ifMatch: version,
    });
    expect(await entriesIn()).toEqual(new Set([two!.entryId]));
    expect(await entriesIn(organiserA)).toEqual(new Set([one!.entryId, two!.entryId]));
    const subject = `sheet/${firstRound}/${one!.entryId}/${judge2.personId}`;
    const nothing = { items: [], people: [], entries: [] };
    expect(await of({ subject, limit: '1' })).toEqual(nothing);
    expect((await of({ subject, limit: '1' }, organiserA)).items).toHaveLength(1);
    // Without a filter a page may be short, and what follows is still told.
    const rest = (await of({ limit: '100' })).items.map(({ subject: { name } }) => name);
    expect(rest.filter((name) => name === subject)).toEqual([]);
    expect(rest).toContain(`declaration/${one!.entryId}/${judge2.personId}`);
  });
});
