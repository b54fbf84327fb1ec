import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleOptions, entryOf } from '../../lib/infra/bundling.ts';
import { apiFunctions, eventFunctions, signInFunction } from '../../lib/infra/function-shapes.ts';
import type { Need } from '../../lib/infra/grants.ts';
import { sorted } from './synthesize.ts';

const planned = [
  ...Object.values(apiFunctions),
  ...Object.values(eventFunctions),
  signInFunction,
].map(({ name }) => name);
const existing = planned.filter((name) => existsSync(entryOf(name)));
const kilobyte = 1000;

/**
 * P2 is 380. These carry a second client or a third, a few operations too many (judging and what is around it);
 * nobody waits for the event functions, yet none may grow unseen.
 */
const limits: { readonly [name: string]: number } = {
  certificates: 989,
  documents: 524,
  editions: 398,
  exports: 583,
  inspection: 526,
  judging: 449,
  notification: 441,
  papers: 834,
  publication: 507,
  results: 483,
  submission: 383,
};

/** Which needs call for which client. */
const clients: { readonly [client: string]: readonly Need[] } = {
  dynamodb: ['change-main', 'append-ledger'],
  kms: ['sign'],
  s3: ['take-documents', 'read-documents', 'keep-exports', 'write-results'],
  scheduler: ['schedule'],
  sesv2: ['send-mail'],
};

const needsOf = (name: string): readonly Need[] =>
  [...Object.values(apiFunctions), ...Object.values(eventFunctions)].find(
    (planned) => planned.name === name,
  )?.needs ?? [];

const needsClient = (name: string, client: string): boolean =>
  needsOf(name).some((need) => clients[client]?.includes(need));

interface Bundle {
  readonly file: string;
  readonly bytes: number;
  /** Files that left something in it. */
  readonly inputs: readonly string[];
}

const bundles = new Map<string, Bundle>();
const folder = mkdtempSync(join(tmpdir(), 'bundles-'));

const bundleOf = (name: string): Bundle => {
  const bundle = bundles.get(name);
  if (bundle === undefined) throw new Error(`${name} was not bundled`);
  return bundle;
};

const madeOf = (file: string, { outputs }: Metafile): Bundle => {
  // Lists and fonts are copied beside it: read when asked for, they are no part of what a start loads.
  const bundled = Object.entries(outputs).filter(([path]) => !/\.(json|ttf)$/.test(path));
  const [output, ...others] = bundled.map(([, made]) => made);
  if (output === undefined || others.length > 0) throw new Error('not one file');
  const kept = Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return { file, bytes: output.bytes, inputs: kept.map(([input]) => input) };
};

beforeAll(async () => {
  for (const name of existing) {
    const file = join(folder, name, 'index.js');
    const options = { ...bundleOptions(entryOf(name)), outfile: file, metafile: true as const };
    const { metafile } = await build(options);
    bundles.set(name, madeOf(file, metafile));
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

/** What Node has loaded once the bundle is: run apart, since the test runner itself loads nearly everything. */
const loadedBy = (
  file: string,
): { handler: string; builtins: readonly string[]; compiled: number } =>
  JSON.parse(
    execFileSync(
      process.execPath,
      [
        '-e',
        `let compiled = 0;
         globalThis.Function = new Proxy(Function, {
           construct: (...given) => { compiled += 1; return Reflect.construct(...given); },
         });
         const { handler } = require(${JSON.stringify(file)});
         const builtins = process.moduleLoadList;
         console.log(JSON.stringify({ handler: typeof handler, builtins, compiled }));`,
      ],
      { encoding: 'utf8', env: {} },
    ),
  );

test('every function is deployed, and every deployed one is there', () => {
  const folders = readdirSync(join(entryOf('sign-in'), '..', '..'));
  const withEntry = folders.filter((name) => existsSync(entryOf(name)));
  expect(sorted(withEntry)).toEqual(sorted(planned));
});

describe.each(existing)('the bundle of %s', (name) => {
  test('exports a handler and does not load undici', () => {
    const { handler, builtins } = loadedBy(bundleOf(name).file);
    expect(handler).toBe('function');
    const costly = builtins.filter((one) => /undici/.test(one));
    expect(costly).toEqual([]);
  });

  test('compiles no schema: zod tries whether it may as soon as it meets one', () => {
    expect(loadedBy(bundleOf(name).file).compiled).toBe(0);
  });

  test('carries no language of zod’s but English', () => {
    const locales = bundleOf(name).inputs.filter((input) => /zod\/.*\/locales\//.test(input));
    expect(locales.filter((input) => !/\/locales\/en\.js$/.test(input))).toEqual([]);
  });

  test('is small enough to start quickly', () => {
    expect(bundleOf(name).bytes).toBeLessThanOrEqual((limits[name] ?? 380) * kilobyte);
  });

  test('holds a client of AWS for each thing its role may do, and no other', () => {
    const carried = Object.keys(clients).filter((client) =>
      bundleOf(name).inputs.some((input) => input.includes(`/@aws-sdk/client-${client}/`)),
    );
    expect(carried).toEqual(Object.keys(clients).filter((client) => needsClient(name, client)));
  });
});
