import { expect, test } from 'vitest';
import { functions } from '../../../lib/platform/host/functions.ts';
import type { Table } from '../../../lib/platform/table.ts';
import { publishedFiles } from '../../support/published-files.ts';
import { openWorld } from '../../support/world.ts';
import { publishedWorld } from '../../support/world-certificates.ts';
import { issueAll } from '../../support/world-results.ts';
import { runningHost } from './running-host.ts';

/** Counts the calls of this very table from now on. */
function countCalls(table: Table): () => number {
  let calls = 0;
  const counted =
    <Given extends unknown[], Answer>(call: (...given: Given) => Answer) =>
    (...given: Given): Answer => {
      calls += 1;
      return call(...given);
    };
  Object.assign(table, {
    get: counted(table.get),
    getMany: counted(table.getMany),
    query: counted(table.query),
    write: counted(table.write),
    increment: counted(table.increment),
  });
  return () => calls;
}

test('whoever reads a result or checks a certificate calls no function and reads no table (P9)', async () => {
  await using world = await openWorld();
  await publishedWorld(world);
  await issueAll(world);
  await world.settle();
  const files = await publishedFiles(world);
  const folders = new Set(files.map(({ key }) => key.split('/')[0]));
  expect(folders).toEqual(new Set(['certificates', 'results']));

  const lines: string[] = [];
  const host = await runningHost({ log: (line) => lines.push(line) }, functions);
  const { results, table } = host.services;
  for (const { key, text, contentType } of files) {
    await results.put(key, new TextEncoder().encode(text), { contentType, cacheControl: '' });
  }
  await host.settled();
  const calls = countCalls(table);
  const answered = () => lines.filter((line) => line.includes('"operation"')).length;

  for (const { key, text } of files) {
    const [page, none] = [
      await fetch(`${host.origin}/${key}`),
      await fetch(`${host.origin}/${key}x`),
    ];
    expect([page.status, await page.text(), none.status]).toEqual([200, text, 404]);
  }
  const folder = await fetch(`${host.origin}/results/${world.editionId}/`);
  expect([folder.status, calls(), answered()]).toEqual([200, 0, 0]);

  // So that a count of nothing is no broken counter.
  await fetch(`${host.origin}/api/editions/${world.editionId}/result`);
  expect([calls(), answered()]).toEqual([1, 1]);
});
