import { expect, test } from 'vitest';
import { documentContentTypes } from '../../../lib/contest/plan.ts';
import { corpus } from '../../support/fixtures/corpus/all.ts';
import { verdictOn } from '../../support/fixtures/inspect.ts';

const LONGEST_MS = 15_000;

test.each(corpus)('$type, $name: $says', async ({ type, bytes, says }) => {
  const made = bytes();
  const start = performance.now();
  const said = await verdictOn(made, type);
  expect([said, performance.now() - start < LONGEST_MS]).toEqual([says, true]);
});

test('every type has honest files and hostile ones, some of them with the test virus', () => {
  const few = documentContentTypes.filter((type) => {
    const said = corpus.filter((one) => one.type === type).map(({ says }) => says);
    const clean = said.filter((each) => each === 'clean').length;
    return clean < 3 || said.length - clean < 6 || !said.includes('malware');
  });
  expect(few).toEqual([]);
  expect(corpus.filter(({ says }) => says !== 'clean').length).toBeGreaterThanOrEqual(60);
  const names = corpus.map(({ type, name }) => `${type} ${name}`);
  expect(new Set(names).size).toBe(names.length);
});
