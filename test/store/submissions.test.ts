import { expect, it } from 'vitest';
import { loadSubmissions } from '../../lib/store/entries.ts';
import { keys } from '../../lib/store/keys.ts';
import { openWorld } from '../support/world.ts';
import { submittedEntry } from '../support/world-entries.ts';

it('finds the submissions of more entries than one call can get', async () => {
  await using world = await openWorld();
  const { editionId, table } = world;
  const { entryId } = await submittedEntry(world);
  const one = await table.get(keys.submission(editionId, entryId));
  const ids = Array.from({ length: 101 }, (_, index) => `entry-${index}`);
  for (const id of ids) {
    const item = { ...one!, ...keys.submission(editionId, id), entryId: id };
    await table.write([{ kind: 'put', item }]);
  }
  const found = await loadSubmissions(table, editionId, [...ids, 'nowhere']);
  expect([...found.keys()]).toEqual(ids);
  expect(await loadSubmissions(table, editionId, [])).toEqual(new Map());
});
