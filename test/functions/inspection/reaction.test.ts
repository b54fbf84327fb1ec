import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { reaction } from '../../../functions/inspection/index.ts';
import type { DocumentContentType } from '../../../lib/contest/plan.ts';
import { routes } from '../../../lib/contract/routes.ts';
import type { ContestEvent, ScanVerdict } from '../../../lib/platform/events.ts';
import { loadDossier } from '../../../lib/store/entries.ts';
import { absentId, contentsOf } from '../../support/denials.ts';
import { box, dataReference, minimalMp4, movie, track } from '../../support/fixtures/mp4.ts';
import { onePage, pdfOf } from '../../support/fixtures/pdf.ts';
import { interposed } from '../../support/interposed.ts';
import { openWorld, type World } from '../../support/world.ts';
import { draftEntry, offerOf } from '../../support/world-entries.ts';
import { people, person } from '../../support/world-people.ts';

const script = '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>';
const active = pdfOf(onePage('x', script));
const honest = pdfOf(onePage('x'));
let names = 0;

/** A stored file that nothing was told of yet, and the events about it. */
async function stored(
  world: World,
  bytes: Uint8Array = honest,
  contentType: DocumentContentType = 'application/pdf',
) {
  names += 1;
  const owner = person(`owner-${names}`);
  const title = `Hồ sơ ${names}`;
  const { entryId } = await draftEntry(world, owner, {
    title,
    trackId: 'du-an',
    members: [],
    consents: [],
  });
  const said = { path: { entryId }, body: { ...offerOf(bytes), contentType } };
  const { documentId } = await world.as(owner).reply(routes.requestUpload, said);
  const key = `${world.editionId}/${entryId}/${documentId}`;
  const { versionId, size } = await world.documents.put(key, bytes, { contentType });
  const isStored: ContestEvent = {
    kind: 'object-stored',
    id: `stored-${names}`,
    key,
    versionId,
    size,
  };
  return {
    key,
    versionId,
    path: { entryId, documentId },
    isStored,
    scanned: (verdict: ScanVerdict): ContestEvent => ({
      kind: 'object-scanned',
      id: `scanned-${names}-${verdict}`,
      key,
      versionId,
      verdict,
    }),
    inspection: async () => {
      const { documents } = await loadDossier(world.table, world.editionId, entryId);
      return documents[0]?.inspection;
    },
  };
}

const world = await openWorld({ malwareScan: 'required' });
afterAll(async () => await world[Symbol.asyncDispose]());
const react = reaction(world.services);

describe('a stored file', () => {
  test('is found sound, and clean once the scanner said so too', async () => {
    const file = await stored(world);
    await react(file.isStored);
    const { versionId } = file;
    expect(await file.inspection()).toEqual({ verdict: 'pending', structure: versionId });
    await react(file.scanned('NO_THREATS_FOUND'));
    expect(await file.inspection()).toEqual({ verdict: 'clean', versionId });
  });

  test('with a script is turned away, whatever the scanner says', async () => {
    const file = await stored(world, active);
    await react(file.scanned('NO_THREATS_FOUND'));
    await react(file.isStored);
    const { versionId } = file;
    const rejected = { verdict: 'rejected', versionId, reason: 'active-content' };
    expect(await file.inspection()).toEqual(rejected);
    await react(file.scanned('NO_THREATS_FOUND'));
    expect(await file.inspection()).toEqual(rejected);
  });

  test('of which the scanner could not tell stays unread', async () => {
    const file = await stored(world);
    await react(file.isStored);
    const before = contentsOf(world);
    for (const verdict of ['UNSUPPORTED', 'ACCESS_DENIED', 'FAILED'] as const) {
      await react(file.scanned(verdict));
    }
    expect(contentsOf(world)).toEqual(before);
  });

  test('leaves one record of each finding, by the system', async () => {
    const file = await stored(world);
    for (const event of [file.isStored, file.isStored, file.scanned('THREATS_FOUND')]) {
      await react(event);
    }
    const records = world.table.database
      .prepare("SELECT body FROM ledger WHERE gsi1pk = 'SUBJECT#document/' || ? ORDER BY rowid")
      .all(file.key)
      .map((row) => JSON.parse(String(row['body'])))
      .filter(({ actorId }) => actorId === 'system:inspection');
    const { versionId } = file;
    expect(records.map(({ operation, at, detail }) => [operation, at, detail])).toEqual([
      ['object-stored', world.now(), { by: 'structure', clean: true, versionId }],
      ['object-scanned', world.now(), { by: 'scan', clean: false, versionId }],
    ]);
  });
});

test('events about nothing of ours change nothing', async () => {
  const file = await stored(world);
  const before = contentsOf(world);
  const ends = [
    'x',
    'a/b/c/d',
    `kon-tum-2022/${absentId}/${file.path.documentId}`,
    `kon-tum-2022/${file.path.entryId}/${absentId}`,
    `dak-lak-2022/${file.path.entryId}/${file.path.documentId}`,
  ];
  for (const key of ends) {
    await react({ ...file.isStored, key } as ContestEvent);
    await react({ ...file.scanned('THREATS_FOUND'), key } as ContestEvent);
  }
  await react({ kind: 'due', id: 'due-1', name: 'freeze.kon-tum-2022' });
  expect(contentsOf(world)).toEqual(before);
});

test('a version that is not there is no verdict: the event comes again', async () => {
  const file = await stored(world);
  const before = contentsOf(world);
  await expect(react({ ...file.isStored, versionId: 'v9' } as ContestEvent)).rejects.toThrow();
  expect(contentsOf(world)).toEqual(before);
});

test('a dossier that moves between decision and save loses nothing', async () => {
  const file = await stored(world);
  const between = interposed();
  const slow = reaction({ ...world.services, table: between.around(world.table) });
  const owner = person(`owner-${names}`);
  between.beforeNextWrite(async () => {
    await world.as(owner).reply(routes.confirmDocument, { path: file.path });
    const body = offerOf(honest, 'trinh-chieu');
    const path = { entryId: file.path.entryId };
    await world.as(owner).reply(routes.requestUpload, { path, body });
  });
  await slow(file.isStored);
  const dossier = await loadDossier(world.table, world.editionId, file.path.entryId);
  expect(
    dossier.documents.map(({ kind, stored: pinned, inspection }) => [
      kind,
      pinned?.versionId,
      inspection,
    ]),
  ).toEqual([
    ['thuyet-minh', file.versionId, { verdict: 'pending', structure: file.versionId }],
    ['trinh-chieu', undefined, { verdict: 'pending' }],
  ]);
});

test('P21: twice, late and in any order, the end is the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([0, 0, 1, 1, 2], { minLength: 5 }),
      fc.boolean(),
      async (order, isThreat) => {
        const file = await stored(world);
        const events = [
          file.isStored,
          file.scanned(isThreat ? 'THREATS_FOUND' : 'NO_THREATS_FOUND'),
          file.scanned('FAILED'),
        ];
        for (const at of order) await react(events[at]!);
        const { versionId } = file;
        expect(await file.inspection()).toEqual(
          isThreat
            ? { verdict: 'rejected', versionId, reason: 'malware' }
            : { verdict: 'clean', versionId },
        );
      },
    ),
    { numRuns: 30 },
  );
});

test('without a scanner the structure alone decides', async () => {
  await using office = await openWorld();
  const file = await stored(office);
  await reaction(office.services)(file.isStored);
  expect(await file.inspection()).toEqual({ verdict: 'clean', versionId: file.versionId });
});

test('a video that the rules ask for is found sound, one with its pixels elsewhere is not', async () => {
  await using office = await openWorld({
    plan: (example) => ({
      ...example,
      documents: example.documents.map((one) => ({ ...one, contentTypes: ['video/mp4'] })),
    }),
  });
  const outside = dataReference(box('url ', Buffer.alloc(4), 'https://a.example/v.mp4\0'));
  const files = [
    await stored(office, minimalMp4(), 'video/mp4'),
    await stored(office, minimalMp4({ moov: movie(track('vide', outside)) }), 'video/mp4'),
  ];
  await office.settle();
  const found = await Promise.all(files.map(async (file) => await file.inspection()));
  expect(found).toEqual([
    { verdict: 'clean', versionId: files[0]?.versionId },
    { verdict: 'rejected', versionId: files[1]?.versionId, reason: 'active-content' },
  ]);
});

test('a whole edition settles with every file inspected', async () => {
  await using office = await openWorld();
  const files = [await stored(office), await stored(office, active), await stored(office)];
  await office.settle();
  const verdicts = await Promise.all(files.map(async (file) => (await file.inspection())?.verdict));
  expect(verdicts).toEqual(['clean', 'rejected', 'clean']);
  expect(office.mails.length).toBeGreaterThan(0);
  expect(office.mails.every(({ to }) => to !== people.applicant1.email)).toBe(true);
});
