import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../platform/host/temporary-folder.ts';
import { corpus } from '../../support/fixtures/corpus/all.ts';
import { inspectApart } from '../../support/inspect-apart.ts';

test('a large video is not held', async () => {
  const { verdicts, grownMegabytes } = await inspectApart();
  expect(verdicts).toEqual(['clean']);
  // 256 MB went through.
  expect(grownMegabytes).toBeLessThan(128);
});

test('the whole corpus takes little memory', async () => {
  const folder = await temporaryFolder();
  const list = [];
  for (const [at, { type, bytes }] of corpus.entries()) {
    const made = bytes();
    await writeFile(join(folder, String(at)), made);
    const sha256 = createHash('sha256').update(made).digest('hex');
    list.push({ file: String(at), sha256, size: made.length, contentType: type });
  }
  await writeFile(join(folder, 'list.json'), JSON.stringify(list));
  const { verdicts, grownMegabytes } = await inspectApart(folder);
  expect(verdicts).toEqual(corpus.map(({ says }) => says));
  expect(grownMegabytes).toBeLessThan(256);
});
