import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSystem } from '../../lib/platform/host/system.ts';
import { type Cast, seedContest, seededAt } from '../contest/seed-contest.ts';

/**
 * `node host-process.ts <entries> <submitters>`: the running system on a fresh folder with a seeded contest. Says in one line
 * of JSON where it is and with which tokens to call it; ends when its standard input does.
 */
const [, , entries = '10', submitters = '1'] = process.argv;
const dataFolder = await mkdtemp(join(tmpdir(), 'contest-bench-'));
const offset = Date.parse(seededAt) - Date.now();
const generous = { perSecond: 1e6, burst: 1e6 };
const system = await startSystem({
  dataFolder,
  port: 0,
  clock: () => Date.now() + offset,
  log: () => {},
  gatewayLimits: { perAddress: generous, perPerson: generous },
});
const tokenOf = async (name: string) => await system.token(`${name}@example.vn`);
const subjectOf = (token: string): string =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).sub;
const tokens = {
  organiser: await tokenOf('organiser'),
  secretary: await tokenOf('secretary'),
  judge: await tokenOf('judge'),
  submitters: await Promise.all(
    Array.from({ length: Number(submitters) }, async (_, at) => await tokenOf(`submitter-${at}`)),
  ),
};
const cast: Cast = {
  organiser: subjectOf(tokens.organiser),
  secretary: subjectOf(tokens.secretary),
  judge: subjectOf(tokens.judge),
  submitters: tokens.submitters.map(subjectOf),
};
const seeded = await seedContest(system.table, cast, Number(entries));
await system.settled();
process.stdout.write(`${JSON.stringify({ origin: system.origin, tokens, seeded })}\n`);
process.stdin.resume().once('end', async () => {
  await system.close();
  await rm(dataFolder, { recursive: true, force: true });
});
