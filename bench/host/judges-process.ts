import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSystem } from '../../lib/platform/host/system.ts';
import { seedContest, seededAt, seedJudges } from '../contest/seed-contest.ts';

/**
 * `node judges-process.ts <judges>`: the running system on a fresh folder with an open round in which each judge has one entry
 * to score. Says in one line of JSON where it is and who they are; ends when its standard input does.
 */
const [, , judges = '300'] = process.argv;
const dataFolder = await mkdtemp(join(tmpdir(), 'contest-judges-'));
const offset = Date.parse(seededAt) - Date.now();
// All come from one address here, as they never do.
const generous = { perSecond: 1e6, burst: 1e6 };
const system = await startSystem({
  dataFolder,
  port: 0,
  clock: () => Date.now() + offset,
  log: () => {},
  gatewayLimits: { perAddress: generous, perPerson: generous },
});
const subjectOf = (token: string): string =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).sub;
const tokens: string[] = [];
for (let at = 0; at < Number(judges); at += 1) {
  tokens.push(await system.token(`judge-${at}@example.vn`));
}
const cast = { organiser: 'organiser', secretary: 'secretary', judge: 'judge', submitters: [] };
await seedContest(system.table, cast, 10);
const entryIds = await seedJudges(system.table, tokens.map(subjectOf));
await system.settled();
const seeded = tokens.map((token, at) => ({ token, entryId: entryIds[at] }));
process.stdout.write(`${JSON.stringify({ origin: system.origin, judges: seeded })}\n`);
process.stdin.resume().once('end', async () => {
  await system.close();
  await rm(dataFolder, { recursive: true, force: true });
});
