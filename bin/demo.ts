import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playContest } from '../examples/play/play-contest.ts';
import { cast } from '../examples/play/stage.ts';
import { startSystem } from '../lib/platform/host/system.ts';
import { grantAdministrator } from '../lib/store/editions.ts';

// A system of its own in a temporary folder, with a clock that can be moved past the deadline.
const dataFolder = await mkdtemp(join(tmpdir(), 'contest-demo-'));
const system = await startSystem({ dataFolder, port: 0, isShiftable: true, log: () => {} });
const started = performance.now();
let steps = 0;
try {
  await grantAdministrator(system.table, cast.administrator);
  const { origin, token, settled, advance } = system;
  const now = () => Date.parse(system.services.now());
  const stage = { origin, token, settled, advance, now };
  const played = await playContest(stage, 'kon-tum-demo', ({ who, what, answer }) => {
    steps += 1;
    console.log(
      `${String(steps).padStart(3)}  ${who.padEnd(34)} ${what}\n     ${' '.repeat(34)} → ${answer}`,
    );
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `\n${steps} steps in ${seconds} s. Published: ${played.result.awards.length} awards, SHA-256 ${played.digest}`,
  );
} finally {
  await system.close();
  await rm(dataFolder, { recursive: true, force: true });
}
