import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { inspectObject } from '../../../functions/inspection/inspect-object.ts';
import { inspectionLimits } from '../../../functions/inspection/inspection-limits.ts';
import { eicar } from '../../support/fixtures/eicar.ts';
import { verdictOn } from '../../support/fixtures/inspect.ts';
import { box, largeBox, minimalMp4 } from '../../support/fixtures/mp4.ts';

const look = (bytes: Uint8Array, limits = {}) => verdictOn(bytes, 'video/mp4', limits);
const sound = minimalMp4();

/** Announced truly, sent as the source likes. */
const lookAt = async (
  source: AsyncIterable<Uint8Array>,
  announced: { size?: number; sha256?: string } = {},
  limits = {},
) =>
  await inspectObject(
    source,
    {
      size: sound.length,
      sha256: createHash('sha256').update(sound).digest('hex'),
      ...announced,
      contentType: 'video/mp4',
    },
    { ...inspectionLimits, ...limits },
  );

const rejected = (reason: string) => ({ verdict: 'rejected', reason });

test('byte for byte as in one piece', async () => {
  async function* bytewise() {
    for (const byte of sound) yield Uint8Array.of(byte);
  }
  expect(await lookAt(bytewise())).toEqual({ verdict: 'clean' });
});

test('the test virus is found wherever a piece ends', async () => {
  const bytes = minimalMp4({ data: box('mdat', eicar()) });
  const at = bytes.length - 30;
  async function* halves() {
    yield bytes.subarray(0, at);
    yield bytes.subarray(at, at + 1);
    yield bytes.subarray(at + 1);
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(await lookAt(halves(), { size: bytes.length, sha256 })).toEqual(rejected('malware'));
});

test('so many boxes and no more', async () => {
  const many = Buffer.concat([sound, ...Array.from({ length: 300 }, () => box('free'))]);
  expect(await look(many)).toBe('clean');
  expect(await look(many, { boxes: 300 })).toBe('structure');
});

describe('a source', () => {
  async function* only(...pieces: Uint8Array[]) {
    yield* pieces;
  }

  test('of more, fewer or other bytes than announced', async () => {
    expect(await lookAt(only(sound, Buffer.from('x')))).toEqual(rejected('size-mismatch'));
    expect(await lookAt(only(sound.subarray(1000)))).toEqual(rejected('signature-mismatch'));
    expect(await lookAt(only(sound.subarray(0, 1000)))).toEqual(rejected('size-mismatch'));
    expect(await lookAt(only(sound), { sha256: '0'.repeat(64) })).toEqual(
      rejected('hash-mismatch'),
    );
    const size = 500 * 1024 * 1024 + 1;
    expect(await lookAt(only(sound), { size })).toEqual(rejected('size-mismatch'));
  });

  test('without an end is read as far as announced', async () => {
    let sent = 0;
    let isClosed = false;
    async function* endless() {
      try {
        yield minimalMp4({ data: largeBox('mdat', Buffer.alloc(0), 1_000_000n) });
        for (;;) {
          sent += 1;
          yield new Uint8Array(1000);
        }
      } finally {
        isClosed = true;
      }
    }
    expect(await lookAt(endless(), { size: 1_200_000 })).toEqual(rejected('structure'));
    expect(isClosed && sent < 1200).toBe(true);
  });

  test('that falls silent or dribbles ends without a verdict', async () => {
    async function* silent() {
      yield sound.subarray(0, 100);
      await new Promise(() => undefined);
    }
    const stopped = 'the store stopped sending the object';
    await expect(lookAt(silent(), {}, { silenceMilliseconds: 20 })).rejects.toThrow(stopped);
    async function* dribbling() {
      yield minimalMp4({ data: largeBox('mdat', Buffer.alloc(0), 400_000_000n) });
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve));
        yield Uint8Array.of(0);
      }
    }
    const size = minimalMp4({ data: Buffer.alloc(0) }).length + 400_000_000;
    await expect(lookAt(dribbling(), { size }, { readMilliseconds: 50 })).rejects.toThrow(stopped);
  });

  test('that fails says so', async () => {
    async function* failing() {
      yield sound.subarray(0, 100);
      throw new Error('connection lost');
    }
    await expect(lookAt(failing())).rejects.toThrow('connection lost');
  });
});
