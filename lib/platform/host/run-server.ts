import { clamdText } from './clamd-address.ts';
import { FolderInUse } from './folder-lock.ts';
import type { HostOptions } from './host-options.ts';
import { PortInUse } from './http-server.ts';
import { causeOf } from './log.ts';
import { HELP, readOptions } from './options.ts';
import { PEOPLE } from './seed-people.ts';
import type { System } from './system.ts';
import { UsageError } from './usage-error.ts';

/** A second Ctrl-C, or this long after the first, ends it at once: everything acknowledged is on the disk. */
const LONGEST_END_MS = 5000;

/** `npm start`: runs the system until it is told to end. What a person can put right is one line and exit status 2. */
export async function runServer(args: readonly string[]): Promise<void> {
  try {
    const options = readOptions(args, process.env);
    if (options.kind === 'help') say(HELP);
    else await run(options.host, options.isSeeded);
  } catch (error) {
    process.stderr.write(`${lineOf(error)}\n`);
    process.exit(error instanceof UsageError ? 2 : 1);
  }
}

async function run(host: HostOptions, isSeeded: boolean): Promise<void> {
  let system: System | undefined;
  let isEnding = false;
  const end = (): void => {
    // Before it is up there is nothing to wait for.
    if (isEnding || system === undefined) process.exit(isEnding ? 1 : 0);
    isEnding = true;
    setTimeout(() => process.exit(1), LONGEST_END_MS).unref();
    system.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${lineOf(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);

  // The hundred calls of the seed are no news.
  let isQuiet = isSeeded;
  const log = (line: string): void => {
    if (!isQuiet || line.includes('"level":"error"') || line.includes('"level":"ERROR"')) say(line);
  };
  // Read only now: a mistake on the command line is told at once, not after a second of loading.
  const [{ startSystem }, { seed }] = await Promise.all([
    import('./system.ts'),
    import('./seed.ts'),
  ]);
  const started = await startSystem({ ...host, log });
  if (isSeeded) await seed(started, host.dataFolder);
  isQuiet = false;
  say(welcome(started.origin, host, isSeeded));
  system = started;
}

function welcome(
  origin: string,
  { mail, dataFolder, issuer, clamd }: HostOptions,
  isSeeded: boolean,
): string {
  const lines = [
    '',
    `The contest is running at ${origin}`,
    '',
    `  See the contest        ${origin}/`,
    `  Read and try the API   ${origin}/docs/`,
    ...(mail?.kind === 'box'
      ? [`  Mail box               ${origin}/mailbox (sign-in codes arrive here)`]
      : []),
    `  Everything is kept in  ${dataFolder}`,
    `  Malware scan           ${scannerText(clamd)}`,
    ...(issuer === undefined ? [] : [`  Sign-in                ${issuer.url}`]),
    ...(isSeeded
      ? ['', '  Sign in as', ...PEOPLE.map(({ email, is }) => `    ${email.padEnd(34)}${is}`)]
      : []),
    ...(issuer === undefined
      ? ['', `  A token for curl: npm run token -- ${PEOPLE[1]?.email ?? ''}`]
      : []),
    '',
    'Ctrl-C ends it.',
    '',
  ];
  return lines.join('\n');
}

function scannerText(clamd: HostOptions['clamd']): string {
  if (clamd !== undefined)
    return `clamd at ${clamdText(clamd)}; no file opens before it was scanned`;
  return 'off: there is no scanner here, and every dossier says so';
}

/** What a person can put right in one line; anything else with where it happened. */
function lineOf(error: unknown): string {
  if (error instanceof PortInUse)
    return `${error.message}: end what runs there, or choose another with --port`;
  if (error instanceof FolderInUse)
    return `${error.message}: end it, or choose another folder with --data`;
  return error instanceof UsageError ? error.message : causeOf(error);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
