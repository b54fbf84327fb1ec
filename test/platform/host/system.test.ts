import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Client, client } from '../../../lib/contract/client.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { seed } from '../../../lib/platform/host/seed.ts';
import { type System, startSystem } from '../../../lib/platform/host/system.ts';
import { temporaryFolder } from './temporary-folder.ts';

const EDITION = { path: { editionId: 'kon-tum-2022' } };

const as = (system: System, email: string): Client =>
  client({ origin: system.origin, token: async () => await system.token(email) });

test('the seed goes through the API: files are inspected, people are told; a second time nothing happens', async () => {
  const dataFolder = await temporaryFolder();
  const lines: string[] = [];
  const system = await startSystem({ dataFolder, port: 0, log: (line) => lines.push(line) });
  onTestFinished(system.close);
  await seed(system, dataFolder);
  await system.settled();

  const [organiser, startup] = [
    as(system, 'ban-to-chuc-1@so-khcn.example.vn'),
    as(system, 'startup-1@example.vn'),
  ];
  const me = (await startup.call(routes.getMe)).body;
  expect(me.entries.length).toBe(2);
  for (const path of me.entries) {
    const { body } = await startup.call(routes.getEntry, { path });
    expect([body.state, body.submission, body.missing]).toEqual(['submitted', 1, []]);
    expect(body.documents.map(({ kind, inspection }) => [kind, inspection])).toEqual([
      ['thuyet-minh', 'clean'],
    ]);
  }
  const mails = async () => (await system.mails()).map(({ to, id }) => `${to} ${id}`).toSorted();
  const told = await mails();
  expect(told.map((mail) => mail.split('@')[0])).toEqual([
    ...['ban-to-chuc-1', 'ban-to-chuc-2', 'giam-khao-1', 'giam-khao-2', 'giam-khao-3'],
    ...['startup-1', 'startup-1', 'startup-2', 'startup-2', 'thanh-vien-1', 'thu-ky'],
  ]);
  const { teamInvitations } = (await as(system, 'thanh-vien-1@example.vn').call(routes.getMe)).body;
  expect(teamInvitations.map(({ title, role }) => [title, role])).toEqual([
    ['Bản đồ số du lịch cộng đồng Măng Đen', 'editor'],
  ]);
  const all = async () => ({
    edition: (await organiser.call(routes.getEdition, EDITION)).etag,
    people: (await organiser.call(routes.listPeople, EDITION)).body,
    entries: (await organiser.call(routes.listEntries, EDITION)).body,
    mails: await mails(),
  });
  const before = await all();

  await seed(system, dataFolder);
  // As after a crash just before the end: every act is asked for again, and answered as it was.
  await rm(join(dataFolder, 'seeded.txt'));
  await seed(system, dataFolder);
  await system.settled();
  expect(await all()).toEqual(before);
  const faults = lines.filter((line) => /"level":"(?:error|ERROR|warn)"/.test(line));
  expect(faults).toEqual([]);
});

test('every operation of the route table is answered by the gateway, none without a token', async () => {
  const dataFolder = await temporaryFolder();
  // More calls at once than one address may make.
  const gatewayLimits = { perAddress: { perSecond: 1000, burst: 1000 } };
  const system = await startSystem({ dataFolder, port: 0, gatewayLimits, log: () => undefined });
  onTestFinished(system.close);
  const statuses: [string, number][] = [];
  for (const { operation, method, path, audience } of Object.values(routes)) {
    const url = system.origin + path.replaceAll(/\{\w+\}/g, 'x');
    const isPublic = (audience as readonly string[]).includes('public');
    const { status } = await fetch(url, { method });
    if ((status === 401) === isPublic || status === 405) statuses.push([operation, status]);
  }
  expect(statuses).toEqual([]);
});
