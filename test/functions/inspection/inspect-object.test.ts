import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { inspectObject } from '../../../functions/inspection/inspect-object.ts';
import { inspectionLimits } from '../../../functions/inspection/inspection-limits.ts';
import { minimalJpeg, minimalPng } from '../../support/fixtures/images.ts';
import { verdictOn } from '../../support/fixtures/inspect.ts';
import { minimalPdf, onePage, pdfOf } from '../../support/fixtures/pdf.ts';

const pdf = minimalPdf('hello');
const expected = {
  size: pdf.length,
  sha256: createHash('sha256').update(pdf).digest('hex'),
  contentType: 'application/pdf',
};

async function* chunks(...bytes: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* bytes;
}

test('the bytes that were announced are clean', async () => {
  const halves = chunks(pdf.subarray(0, 100), pdf.subarray(100));
  expect(await inspectObject(halves, expected)).toEqual({ verdict: 'clean' });
});

test('more or fewer bytes, or as many others', async () => {
  const reason = async (source: AsyncIterable<Uint8Array>, change = {}) => {
    const verdict = await inspectObject(source, { ...expected, ...change });
    return verdict.verdict === 'rejected' ? verdict.reason : 'clean';
  };
  expect(await reason(chunks(pdf, pdf.subarray(0, 1)))).toBe('size-mismatch');
  expect(await reason(chunks(pdf.subarray(1)))).toBe('size-mismatch');
  expect(await reason(chunks())).toBe('size-mismatch');
  expect(await reason(chunks(pdf), { size: 26 * 1024 * 1024 })).toBe('size-mismatch');
  expect(await reason(chunks(minimalPdf('hellp')))).toBe('hash-mismatch');
  expect(await reason(chunks(pdf), { contentType: 'image/svg+xml' })).toBe('signature-mismatch');
});

test('reading stops at the announced size', async () => {
  let sent = 0;
  async function* endless() {
    for (;;) {
      sent += 1;
      yield new Uint8Array(1000);
    }
  }
  await inspectObject(endless(), { ...expected, size: 5000 });
  expect(sent).toBe(6);
});

test('a failing store gives no verdict', async () => {
  async function* failing() {
    yield pdf.subarray(0, 10);
    throw new Error('connection lost');
  }
  await expect(inspectObject(failing(), expected)).rejects.toThrow('connection lost');
});

test('what takes too long is rejected', async () => {
  const large = pdfOf([...onePage('hello'), `[${'0 '.repeat(200_000)}]`]);
  const sha256 = createHash('sha256').update(large).digest('hex');
  const verdict = await inspectObject(
    chunks(large),
    { size: large.length, sha256, contentType: 'application/pdf' },
    { ...inspectionLimits, milliseconds: 1 },
  );
  expect(verdict).toEqual({ verdict: 'rejected', reason: 'structure' });
});

test('the test virus is found', async () => {
  const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(
    '',
  );
  const verdict = await verdictOn(
    pdfOf([...onePage('hello'), `% ${eicar}\nnull`]),
    'application/pdf',
  );
  expect(verdict).toBe('malware');
});

test('images of usual size are clean; those that ask for too many pixels are not', async () => {
  expect(await verdictOn(minimalPng(640, 480), 'image/png')).toBe('clean');
  expect(await verdictOn(minimalJpeg(640, 480), 'image/jpeg')).toBe('clean');
  expect(await verdictOn(minimalPng(12_000, 4_166), 'image/png')).toBe('clean');
  for (const [width, height] of [
    [12_001, 1],
    [1, 12_001],
    [10_000, 5_001],
  ] as const) {
    expect(await verdictOn(minimalPng(width, height), 'image/png')).toBe('image-limits');
    expect(await verdictOn(minimalJpeg(width, height), 'image/jpeg')).toBe('image-limits');
  }
});

test('images that are something else, cut short or carry more', async () => {
  const png = minimalPng(10, 10);
  const jpeg = minimalJpeg(10, 10);
  expect(await verdictOn(jpeg, 'image/png')).toBe('signature-mismatch');
  expect(await verdictOn(png, 'image/jpeg')).toBe('signature-mismatch');
  expect(await verdictOn(png.subarray(0, png.length - 5), 'image/png')).toBe('structure');
  expect(await verdictOn(Buffer.concat([png, Buffer.from('<script>')]), 'image/png')).toBe(
    'structure',
  );
  expect(await verdictOn(jpeg.subarray(0, jpeg.length - 2), 'image/jpeg')).toBe('structure');
  expect(await verdictOn(minimalPng(0, 10), 'image/png')).toBe('structure');
  const damaged = Buffer.from(png);
  damaged[20] = 1;
  expect(await verdictOn(damaged, 'image/png')).toBe('structure');
});
