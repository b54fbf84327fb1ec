import { createInterface } from 'node:readline';
import { startSystem } from '../../lib/platform/host/system.ts';
import { grantAdministrator } from '../../lib/store/editions.ts';

/**
 * `node storm-process.ts <folder> <port> <milliseconds ahead> <applicants>`: the running system on this folder, with its usual
 * limits and its clock so far ahead. Says in one line of JSON where it is and with which tokens to call it; each line on its
 * standard input sets the clock forward by so many milliseconds; ends when that input does. Faults go to standard error.
 */
const [, , dataFolder = '', port = '0', ahead = '0', applicants = '0'] = process.argv;
const system = await startSystem({
  dataFolder,
  port: Number(port),
  clock: () => Date.now() + Number(ahead),
  isShiftable: true,
  log: (line) => {
    if (/"level":"error"/i.test(line)) process.stderr.write(`${line}\n`);
  },
});
const administrator = 'administrator@example.vn';
await grantAdministrator(system.table, administrator);
const say = (what: object): void => void process.stdout.write(`${JSON.stringify(what)}\n`);
say({
  origin: system.origin,
  administrator: await system.token(administrator),
  applicants: await Promise.all(
    Array.from(
      { length: Number(applicants) },
      async (_, at) => await system.token(`applicant-${at}@example.vn`),
    ),
  ),
});
const lines = createInterface(process.stdin);
lines.on('line', (milliseconds) => {
  system.advance(Number(milliseconds));
  say({ advanced: Number(milliseconds) });
});
lines.once('close', () => void system.close());
