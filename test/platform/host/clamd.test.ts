import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ContestEvent } from '../../../lib/platform/events.ts';
import type { ClamdAddress } from '../../../lib/platform/host/clamd-address.ts';
import { scanStream } from '../../../lib/platform/host/clamd-scan.ts';
import type { Host } from '../../../lib/platform/host/host.ts';
import { type Clamd, startClamd, whyNoClamd } from '../../support/clamd.ts';
import { type FakeClamd, says, startFakeClamd } from '../../support/fake-clamd.ts';
import { eicar } from '../../support/fixtures/eicar.ts';
import { freePort } from '../../support/free-port.ts';
import { runningHost } from './running-host.ts';
import { temporaryFolder } from './temporary-folder.ts';

const pdf = { contentType: 'application/pdf' };

async function* pieces(...all: (string | Uint8Array)[]) {
  for (const piece of all) yield Buffer.from(piece);
}

async function scan(clamd: FakeClamd, source = pieces('a', '', 'b'), longestMs?: number) {
  return await scanStream({ host: '127.0.0.1', port: clamd.port }, source, longestMs);
}

describe('a stream', () => {
  test('is sent whole, and the reply is a verdict', async () => {
    await using clamd = await startFakeClamd();
    const large = Buffer.alloc(3_000_000, 7);
    expect(await scan(clamd, pieces('a', '', large))).toEqual({
      verdict: 'NO_THREATS_FOUND',
      text: 'stream: OK',
    });
    expect(
      clamd.streamed.map((bytes) => bytes.equals(Buffer.concat([Buffer.from('a'), large]))),
    ).toEqual([true]);
  });

  test.each([
    ['stream: OK', 'NO_THREATS_FOUND'],
    ['stream: Eicar-Test-Signature FOUND', 'THREATS_FOUND'],
    ['stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND', 'FAILED'],
    ['stream: Heuristics.Encrypted.PDF FOUND', 'UNSUPPORTED'],
    ['INSTREAM size limit exceeded. ERROR', 'FAILED'],
    ["stream: Can't allocate memory ERROR", 'FAILED'],
    ['UNKNOWN COMMAND', 'FAILED'],
    ['', 'FAILED'],
    ['OK', 'FAILED'],
  ])('%j is %s', async (reply, verdict) => {
    await using clamd = await startFakeClamd();
    clamd.behave(says(reply));
    expect(await scan(clamd)).toEqual({ verdict, text: reply });
  });

  test('of which clamd had enough before the end gets its verdict', async () => {
    await using clamd = await startFakeClamd();
    clamd.interrupt('INSTREAM size limit exceeded. ERROR');
    async function* endless() {
      for (;;) yield Buffer.alloc(60_000);
    }
    expect(await scan(clamd, endless())).toEqual({
      verdict: 'FAILED',
      text: 'INSTREAM size limit exceeded. ERROR',
    });
  });

  test('gets none from a clamd that is away, breaks off, is silent or says too much', async () => {
    await using clamd = await startFakeClamd();
    clamd.behave((socket) => socket.destroy());
    await expect(scan(clamd)).rejects.toThrow();
    clamd.behave((socket) => socket.end('stream: OK'));
    await expect(scan(clamd)).rejects.toThrow('clamd broke off');
    clamd.behave(() => undefined);
    await expect(scan(clamd, pieces('a'), 50)).rejects.toThrow('clamd took too long');
    clamd.behave((socket) => socket.write('x'.repeat(5000)));
    await expect(scan(clamd)).rejects.toThrow('clamd says too much');
    const port = await freePort();
    const nobody = scanStream({ host: '127.0.0.1', port }, pieces('a'));
    await expect(nobody).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('that fails or stands still gets none either', async () => {
    await using clamd = await startFakeClamd();
    async function* failing() {
      yield Buffer.from('a');
      throw new Error('connection lost');
    }
    await expect(scan(clamd, failing())).rejects.toThrow('connection lost');
    async function* still() {
      yield Buffer.from('a');
      await new Promise(() => undefined);
    }
    await expect(scan(clamd, still(), 50)).rejects.toThrow('clamd took too long');
    expect(clamd.streamed).toEqual([]);
  });
});

/** A host that keeps what is said of objects, but for the ids of events. */
async function scanningHost(clamd: number | ClamdAddress, options = {}) {
  const seen: object[] = [];
  const logged: string[] = [];
  const probe =
    () =>
    async ({ id: _, ...event }: ContestEvent) => {
      if (event.kind === 'object-scanned') seen.push(event);
    };
  const host = await runningHost(
    {
      ...options,
      clamd: typeof clamd === 'number' ? { host: '127.0.0.1', port: clamd } : clamd,
      isShiftable: true,
      log: (line) => void logged.push(line),
    },
    { reactions: { probe } },
  );
  const put = async (key: string, bytes: string) =>
    await host.services.documents.put(key, Buffer.from(bytes), pdf);
  return { host, seen, logged, put };
}

const bytewise = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

const scanned = ({ key, versionId }: { key: string; versionId: string }, verdict: string) => ({
  kind: 'object-scanned',
  key,
  versionId,
  verdict,
});

describe('a host with a clamd', () => {
  test('asks for a scan of everything, and has each version scanned', async () => {
    await using clamd = await startFakeClamd();
    const { host, seen, put } = await scanningHost(clamd.port);
    expect(host.services.settings.malwareScan).toBe('required');
    const first = await put('e/1', 'one');
    const second = await put('e/1', 'two');
    const other = await put('e/2', 'three');
    await host.settled();
    expect(seen.toSorted(bytewise)).toEqual(
      [first, second, other].map((version) => scanned(version, 'NO_THREATS_FOUND')),
    );
    expect(clamd.streamed.map(String).toSorted()).toEqual(['one', 'three', 'two']);
  });

  test('tells of a threat, and of a file that clamd could not look at', async () => {
    await using clamd = await startFakeClamd();
    const { host, seen, logged, put } = await scanningHost(clamd.port);
    clamd.behave(says('stream: Eicar FOUND'));
    const bad = await put('e/1', 'one');
    await host.settled();
    clamd.behave(says('INSTREAM size limit exceeded. ERROR'));
    const large = await put('e/2', 'two');
    await host.settled();
    expect(seen).toEqual([scanned(bad, 'THREATS_FOUND'), scanned(large, 'FAILED')]);
    const lines = logged
      .map((line) => JSON.parse(line))
      .filter((line) => line.message === 'malware scan');
    expect(lines.map(({ verdict, said, key }) => [verdict, said, key])).toEqual([
      ['THREATS_FOUND', 'stream: Eicar FOUND', 'e/1'],
      ['FAILED', 'INSTREAM size limit exceeded. ERROR', 'e/2'],
    ]);
  });

  test('scans what came while clamd was away, once it is back', async () => {
    const port = await freePort();
    const { host, seen, put } = await scanningHost(port);
    const file = await put('e/1', 'one');
    await host.settled();
    expect(seen).toEqual([]);
    await using clamd = await startFakeClamd(port);
    host.advance(1500);
    await host.settled();
    expect(seen).toEqual([scanned(file, 'NO_THREATS_FOUND')]);
    expect(clamd.streamed.map(String)).toEqual(['one']);
  });

  test('has what was put aside scanned at the next upload that is, and at the next start', async () => {
    const dataFolder = await temporaryFolder();
    const port = await freePort();
    const { host, seen, put } = await scanningHost(port, { dataFolder });
    const giveUp = async (each: Host) => {
      for (let tries = 0; tries < 8; tries += 1) {
        each.advance(2 * 3600_000);
        await each.settled();
      }
    };
    const first = await put('e/1', 'one');
    await giveUp(host);
    const clamd = await startFakeClamd(port);
    host.advance(3600_000);
    await host.settled();
    expect(seen).toEqual([]);
    const second = await put('e/2', 'two');
    await host.settled();
    expect(seen).toEqual([scanned(second, 'NO_THREATS_FOUND'), scanned(first, 'NO_THREATS_FOUND')]);
    await clamd[Symbol.asyncDispose]();

    const third = await put('e/3', 'three');
    await giveUp(host);
    await host.close();
    await using _ = await startFakeClamd(port);
    const again = await scanningHost(port, { dataFolder, clock: () => Date.now() + 1e9 });
    await again.host.settled();
    expect(again.seen).toEqual([scanned(third, 'NO_THREATS_FOUND')]);
  });

  test('and one without asks for none', async () => {
    const host = await runningHost();
    expect(host.services.settings.malwareScan).toBe('off');
  });
});

const noClamd = whyNoClamd();
if (noClamd !== undefined) console.warn(`skipped: ${noClamd}`);

describe.skipIf(noClamd !== undefined)('the real clamd', () => {
  let clamd: Clamd;
  beforeAll(async () => {
    clamd = await startClamd();
  });
  afterAll(async () => await clamd.stop());

  const verdictOn = async (...all: (string | Uint8Array)[]) =>
    (await scanStream({ path: clamd.path }, pieces(...all))).verdict;

  test('knows what is harmless, what is not, and what is too large to say', async () => {
    expect(await verdictOn('a dossier', '', ' in pieces')).toBe('NO_THREATS_FOUND');
    expect(await verdictOn('x'.repeat(500), eicar())).toBe('THREATS_FOUND');
    expect(await verdictOn(eicar().slice(0, 20), eicar().slice(20))).toBe('THREATS_FOUND');
    // Larger than it looks at, larger than it takes.
    expect(await verdictOn(Buffer.alloc(700_000, 7))).toBe('FAILED');
    expect(await verdictOn(...Array.from({ length: 20 }, () => Buffer.alloc(100_000)))).toBe(
      'FAILED',
    );
  });

  test('is asked over its socket by a running host', async () => {
    const { host, seen, put } = await scanningHost({ path: clamd.path });
    const fine = await put('e/1', 'fine');
    const bad = await put('e/2', eicar());
    await host.settled();
    expect(seen.toSorted(bytewise)).toEqual([
      scanned(fine, 'NO_THREATS_FOUND'),
      scanned(bad, 'THREATS_FOUND'),
    ]);
  });
});
