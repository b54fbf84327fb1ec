import { expect, test } from 'vitest';
import { documentAt, documentKey } from '../../lib/contest/document-key.ts';

test('a key is made of ids and gives them back', () => {
  const address = { editionId: 'kon-tum-2022', entryId: 'e1', documentId: 'd1' };
  expect(documentKey(address)).toBe('kon-tum-2022/e1/d1');
  expect(documentAt('kon-tum-2022/e1/d1')).toEqual(address);
});

test.each(['', 'kon-tum-2022', 'a/b', 'a//b', '/a/b', 'a/b/', 'a/b/c/', 'a/b/c/d'])(
  'no document lies at %j',
  (key) => {
    expect(documentAt(key)).toBeUndefined();
  },
);
