import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type * as z from 'zod';
import { client } from '../../../lib/contract/client.ts';
import type { receiptView } from '../../../lib/contract/receipt-views.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { checkReceipt } from '../../../lib/platform/host/check-receipt.ts';
import { readCheckOptions } from '../../../lib/platform/host/receipt-check-options.ts';
import { compareFiles } from '../../../lib/platform/host/receipt-files.ts';
import { seed } from '../../../lib/platform/host/seed.ts';
import { type System, startSystem } from '../../../lib/platform/host/system.ts';
import { UsageError } from '../../../lib/platform/host/usage-error.ts';
import { keyIdOf } from '../../../lib/platform/verify-signature.ts';
import { freePort } from '../../support/free-port.ts';
import { listen } from '../../support/http-server.ts';

// The command is a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const run = promisify(execFile);

let folder: string;
let system: System;
let receipt: z.output<typeof receiptView>;
let publicKey: string;
/** What was handed in, as its owner keeps it. */
let kept: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'contest-receipt-'));
  const dataFolder = join(folder, 'data');
  system = await startSystem({ dataFolder, port: 0, log: () => undefined });
  await seed(system, dataFolder);
  await system.settled();
  const token = async () => await system.token('startup-1@example.vn');
  const startup = client({ origin: system.origin, token });
  const [path] = (await startup.call(routes.getMe)).body.entries;
  receipt = (await startup.call(routes.getReceipt, { path: path! })).body;
  publicKey = (await startup.call(routes.getSigningKey)).body.publicKey;
  const { documentId } = receipt.documents[0]!;
  const link = await startup.call(routes.linkDocument, { path: { ...path!, documentId } });
  kept = Buffer.from(await (await fetch(link.body.url)).arrayBuffer());
});
afterAll(async () => {
  await system.close();
  await rm(folder, { recursive: true });
});

/** What the command says and how it ends. */
async function check(...args: readonly string[]): Promise<readonly [status: number, said: string]> {
  try {
    const { status, lines } = await checkReceipt(readCheckOptions(args)!);
    return [status, lines.join('\n')];
  } catch (error) {
    if (error instanceof UsageError) return [2, error.message];
    throw error;
  }
}

/** The same by `node bin/run.mjs check-receipt …`, as a person runs it. */
async function program(...args: readonly string[]) {
  try {
    const { stdout } = await run(process.execPath, ['bin/run.mjs', 'check-receipt', ...args]);
    return { status: 0, stdout, stderr: '' };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status: code, stdout, stderr };
  }
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
}

const receiptFile = async (changes: object = {}, name = 'receipt.json') =>
  await file(name, JSON.stringify({ ...receipt, ...changes }));

const facts = () =>
  [
    `valid: signed by key ${receipt.keyId}`,
    `entry ${receipt.code} of kon-tum-2022, submission 1, under version 1 of the rules`,
    `received ${receipt.receivedAt} (UTC)`,
  ].join('\n');

const documentLine = () => {
  const { kind, fileName, size, sha256 } = receipt.documents[0]!;
  return `${kind}: ${fileName}, ${size} bytes, SHA-256 ${sha256}`;
};

test('as a person runs it', async () => {
  const path = await receiptFile();
  const plan = await file('plan.pdf', kept);
  expect(await program(path, '--origin', system.origin, '--files', plan)).toEqual({
    status: 0,
    stdout: `${facts()}\nsame        ${documentLine()}\n`,
    stderr: '',
  });
  const other = await file('other.pdf', 'another file');
  expect((await program(path, `--key=${publicKey}`, '--files', plan, other)).status).toBe(1);
  const tampered = await receiptFile({ submission: 2 }, 'tampered.json');
  expect(await program(tampered, `--key=${publicKey}`)).toEqual({
    status: 1,
    stdout: `NOT VALID: this is not what key ${receipt.keyId} signed\n`,
    stderr: '',
  });
  const text = await file('text.json', 'not JSON');
  expect(await program(text, `--key=${publicKey}`)).toEqual({
    status: 2,
    stdout: '',
    stderr: `${text} is no receipt: it is not JSON\n`,
  });
  expect((await program(path, '--colour')).status).toBe(2);
  const nobody = `http://127.0.0.1:${await freePort()}`;
  expect(await program(path, '--origin', nobody)).toEqual({
    status: 3,
    stdout: '',
    stderr: `${nobody} cannot be reached\n`,
  });
  const help = await program('--help');
  expect([help.status, help.stdout.startsWith('usage: npm run check-receipt -- ')]).toEqual([
    0,
    true,
  ]);
});

describe('a receipt is valid', () => {
  test('by the key of the running system, and by the key alone', async () => {
    const path = await receiptFile();
    const said = [0, `${facts()}\n${documentLine()}`];
    expect(await check(path, '--origin', `${system.origin}/`)).toEqual(said);
    expect(await check(path, `--key=${publicKey}`)).toEqual(said);
  });

  test('whatever was added beside what was signed: the scan, a byte order mark, a layout', async () => {
    const { scan: _, ...bare } = receipt;
    const text = JSON.stringify({ note: 'kept by Lan', ...bare }, null, 4);
    const path = await file('mark.json', `\uFEFF${text}`);
    const said = [0, `${facts()}\n${documentLine()}`];
    expect(await check(path, `--key=${publicKey}`)).toEqual(said);
    const rejected = await receiptFile({ scan: 'rejected' });
    expect(await check(rejected, `--key=${publicKey}`)).toEqual(said);
  });
});

describe('a receipt is not valid', () => {
  test.each([
    ['with another time', { receivedAt: '2022-06-14T03:00:00.000Z' }],
    ['with another code', { code: 'KT22-000000' }],
    ['with another content', { contentSha256: '0'.repeat(64) }],
    ['without its files', { documents: [] }],
    ['with another signature', { signature: 'A'.repeat(86) }],
    ['and nothing of it is repeated', { code: '\u001b[2Jvalid' }],
  ])('%s', async (_, changes) => {
    const path = await receiptFile(changes);
    const plan = await file('plan.pdf', kept);
    expect(await check(path, `--key=${publicKey}`, '--files', plan)).toEqual([
      1,
      `NOT VALID: this is not what key ${receipt.keyId} signed`,
    ]);
  });

  test('with a file that was changed', async () => {
    const [document] = receipt.documents;
    const path = await receiptFile({ documents: [{ ...document, sha256: '0'.repeat(64) }] });
    expect((await check(path, `--key=${publicKey}`))[0]).toBe(1);
  });

  test('by another key', async () => {
    const { x } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
    const keyId = keyIdOf(Buffer.from(x!, 'base64url'));
    expect(await check(await receiptFile(), `--key=${x}`)).toEqual([
      1,
      `NOT VALID: key ${keyId} did not sign this, and the receipt names another key`,
    ]);
  });
});

test('a key that begins with a dash is a key', async () => {
  const [status, said] = await check(await receiptFile(), `--key=-${'A'.repeat(42)}`);
  expect([status, said.startsWith('NOT VALID: key ')]).toEqual([1, true]);
});

describe('files are compared', () => {
  const compare = async (...files: readonly string[]) =>
    await check(await receiptFile(), `--key=${publicKey}`, '--files', ...files);
  const saying = (status: number, ...lines: readonly string[]) => [
    status,
    [facts(), ...lines].join('\n'),
  ];

  test('by what is in them, whatever they are called now', async () => {
    const renamed = await file('my plan.pdf', kept);
    expect(await compare(renamed)).toEqual(saying(0, `same        ${documentLine()}`));
  });

  test('those of a folder too, and what else lies there is passed over', async () => {
    await file('dossier/notes.txt', 'nothing of the contest');
    await file('dossier/deep/plan.pdf', kept);
    const all = saying(0, `same        ${documentLine()}`);
    expect(await compare(join(folder, 'dossier'))).toEqual(all);
  });

  test('a changed one under the same name differs, even if its size is the same', async () => {
    const changed = Buffer.from(kept);
    changed[changed.length - 1]! ^= 1;
    const { fileName } = receipt.documents[0]!;
    const differs = saying(1, `different   ${documentLine()}`);
    expect(await compare(await file(`same-size/${fileName}`, changed))).toEqual(differs);
    await file(`longer/${fileName}`, Buffer.concat([kept, Buffer.from('\n')]));
    expect(await compare(join(folder, 'longer'))).toEqual(differs);
    // The right one is there as well.
    const right = await file('right.pdf', kept);
    const both = await compare(right, join(folder, 'longer'));
    expect(both).toEqual(saying(0, `same        ${documentLine()}`));
  });

  test('a name is the same however a file system writes its accents', async () => {
    const [document] = receipt.documents;
    const named = { ...document!, fileName: 'Bản thuyết minh.pdf' };
    const path = await file('accents/Bản thuyết minh.pdf'.normalize('NFD'), 'changed');
    expect(await compareFiles([named], [path])).toEqual({
      documents: [{ document: named, outcome: 'different' }],
      strangers: [],
    });
  });

  test('another one is none of the receipt', async () => {
    const other = await file('other.pdf', 'another file');
    expect(await compare(other)).toEqual(
      saying(
        1,
        `not given   ${documentLine()}`,
        `unknown     ${other}: no document of this receipt`,
      ),
    );
  });

  test('an empty folder has none of them', async () => {
    await mkdir(join(folder, 'empty'));
    expect(await compare(join(folder, 'empty'))).toEqual(
      saying(0, `not given   ${documentLine()}`),
    );
  });
});

describe('what cannot be checked is told in one line', () => {
  test('no receipt', async () => {
    const none = join(folder, 'none.json');
    const text = await file('text.json', 'not JSON');
    const partial = await receiptFile({ documents: [{ kind: 'thuyet-minh' }] }, 'partial.json');
    const short = await receiptFile({ signature: 'abc' }, 'short.json');
    const array = await file('array.json', '[]');
    const said = [];
    for (const path of [none, folder, text, partial, short, array]) {
      said.push(await check(path, `--key=${publicKey}`));
    }
    expect(said).toEqual([
      [2, `${none} cannot be read`],
      [2, `${folder} cannot be read`],
      [2, `${text} is no receipt: it is not JSON`],
      [2, `${partial} is no receipt: /documents/0/documentId is required`],
      [2, `${short} is no receipt: /signature is wrong-format`],
      [2, `${array} is no receipt: it is wrong-type`],
    ]);
  });

  test('no file', async () => {
    const gone = join(folder, 'gone.pdf');
    expect(await check(await receiptFile(), `--key=${publicKey}`, '--files', gone)).toEqual([
      2,
      `${gone} cannot be read`,
    ]);
  });

  test('no use of it', async () => {
    const path = await receiptFile();
    const either = 'name either --origin or --key (see --help)';
    expect([
      await check(path),
      await check(path, `--key=${publicKey}`, '--origin', system.origin),
      await check(path, `--key=${publicKey.slice(1)}`),
      await check(path, '--origin', 'contest.example.vn'),
      await check(path, '--origin', 'file:///etc/passwd'),
      await check(path, path, `--key=${publicKey}`),
      (await check(`--key=${publicKey}`))[0],
    ]).toEqual([
      [2, either],
      [2, either],
      [2, '--key is 43 characters: "publicKey" as /api/signing-key answers it'],
      [2, '--origin is the address of the system: https://contest.example.vn'],
      [2, '--origin is the address of the system: https://contest.example.vn'],
      [2, 'one receipt at a time; name files after --files'],
      2,
    ]);
  });

  test.each([
    ['a page', '<h1>Another page</h1>', 'it answered with status 200'],
    [
      'another kind of key',
      '{"keyId":"0123456789abcdef","algorithm":"Ed25519","publicKey":"abc"}',
      'it is not of the kind that signs receipts',
    ],
  ])('no system, but %s', async (_, body, why) => {
    const other = await listen((_request, response) => void response.end(body));
    onTestFinished(other.close);
    expect(await check(await receiptFile(), '--origin', other.url)).toEqual([
      3,
      `${other.url} gives no key: ${why}`,
    ]);
  });
});
