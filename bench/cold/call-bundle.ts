import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** `node call-bundle.js <bundle> <event.json>`: loads a function, calls it once and says in milliseconds how long that took. */
async function callOnce(bundle: string, eventFile: string): Promise<void> {
  const { handler } = createRequire(bundle)(bundle);
  const readyMs = performance.now();
  const loaded = new Set(builtins());
  const event: unknown = JSON.parse(readFileSync(eventFile, 'utf8'));
  const startedMs = performance.now();
  const answer = await handler(event, { getRemainingTimeInMillis: () => 10_000 });
  const firstMs = performance.now() - startedMs;
  const { user, system } = process.cpuUsage();
  const figures = {
    readyMs,
    firstMs,
    cpuMs: (user + system) / 1000,
    builtins: loaded.size,
    http: loaded.has('http'),
    undici: builtins().some((name) => name.includes('undici')),
    status: answer.statusCode,
    problem: answer.statusCode < 300 ? '' : answer.body,
  };
  process.stdout.write(`\nFIGURES${JSON.stringify(figures)}\n`, () => process.exit());
}

/** What of Node itself has been loaded; not in its types. */
function builtins(): string[] {
  const list: unknown = Reflect.get(process, 'moduleLoadList');
  return Array.isArray(list) ? list.map((line) => String(line).replace(/^.* /, '')) : [];
}

void callOnce(process.argv[2] ?? '', process.argv[3] ?? '');
