import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ContestEvent } from '../../../lib/platform/events.ts';
import {
  type DynamoLocal,
  LOCAL_CREDENTIALS,
  skipsDynamoLocal,
  startDynamoLocal,
} from '../../support/dynamo-local.ts';
import { type Radosgw, startRadosgw, whyNoRadosgw } from '../../support/radosgw.ts';
import { runningHost } from './running-host.ts';
import { temporaryFolder } from './temporary-folder.ts';

const put = (sk: string, v = 1) => ({ kind: 'put', item: { pk: 'A', sk, v } }) as const;

/** Keeps what happened, but for its id. */
function listener() {
  const seen: object[] = [];
  const probe = () => async (event: ContestEvent) => {
    const { id: _, ...rest } = event;
    seen.push(rest);
  };
  return { seen, joined: { reactions: { probe } } };
}

describe.skipIf(skipsDynamoLocal())('a host on a DynamoDB endpoint', () => {
  let dynamo: DynamoLocal;
  beforeAll(async () => {
    dynamo = await startDynamoLocal();
  });
  afterAll(async () => await dynamo.stop());

  test('makes its tables, hears of each change in order, and goes on after a restart', async () => {
    const dataFolder = await temporaryFolder();
    const { endpoint } = dynamo;
    const table = {
      kind: 'dynamodb',
      endpoint,
      region: 'local',
      credentials: LOCAL_CREDENTIALS,
    } as const;
    const first = listener();
    const host = await runningHost({ dataFolder, table }, first.joined);
    await host.table.write([put('1'), put('2')]);
    await host.table.write([put('1', 2)]);
    await host.table.write([{ kind: 'append', item: { pk: 'L', sk: '1', v: 1 } }]);
    await host.table.write([{ kind: 'delete', key: { pk: 'A', sk: '2' } }]);
    await host.settled();
    const ofItem = (sk: string) =>
      first.seen.filter((event) => JSON.stringify(event).includes(`"sk":"${sk}"`));
    expect(ofItem('1')).toEqual([
      { kind: 'item-changed', after: { pk: 'A', sk: '1', v: 1 } },
      {
        kind: 'item-changed',
        before: { pk: 'A', sk: '1', v: 1 },
        after: { pk: 'A', sk: '1', v: 2 },
      },
    ]);
    expect(ofItem('2')).toEqual([
      { kind: 'item-changed', after: { pk: 'A', sk: '2', v: 1 } },
      { kind: 'item-changed', before: { pk: 'A', sk: '2', v: 1 } },
    ]);
    expect(first.seen.length).toBe(4);

    await host.close();
    const second = listener();
    const again = await runningHost({ dataFolder, table }, second.joined);
    expect(await again.table.get({ pk: 'L', sk: '1' }, 'ledger')).toEqual({
      pk: 'L',
      sk: '1',
      v: 1,
    });
    await again.table.write([put('3')]);
    await again.settled();
    expect(second.seen).toEqual([{ kind: 'item-changed', after: { pk: 'A', sk: '3', v: 1 } }]);
  });
});

const noRadosgw = whyNoRadosgw();
if (noRadosgw !== undefined) console.warn(`skipped: ${noRadosgw}`);

describe.skipIf(noRadosgw !== undefined)('a host on an S3 endpoint', () => {
  let rados: Radosgw;
  beforeAll(async () => {
    rados = await startRadosgw([]);
  });
  afterAll(async () => await rados.stop());

  test('makes its buckets, hears of each version once, and goes on after a restart', async () => {
    const dataFolder = await temporaryFolder();
    const { endpoint } = rados;
    // The server of test/support takes this pair.
    const credentials = LOCAL_CREDENTIALS;
    const files = { kind: 's3', endpoint, region: 'default', credentials } as const;
    const first = listener();
    const host = await runningHost({ dataFolder, files }, first.joined);
    const bytes = Buffer.from('a dossier');
    const ticket = await host.services.documents.ticket({
      key: 'e/1',
      contentType: 'application/pdf',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      expiresInSeconds: 60,
    });
    const { 'content-length': _, ...headers } = ticket.headers;
    const sent = await fetch(ticket.url, { method: 'PUT', headers, body: bytes });
    expect([sent.status, new URL(ticket.url).origin]).toEqual([200, endpoint]);
    await host.settled();
    const { versionId } = (await host.services.documents.head('e/1')) ?? {};
    expect(first.seen).toEqual([{ kind: 'object-stored', key: 'e/1', versionId, size: 9 }]);

    const page = { contentType: 'text/html; charset=utf-8' };
    await host.services.results.put('results/e/index.html', Buffer.from('won'), page);
    expect(await (await fetch(`${host.origin}/results/e/`)).text()).toBe('won');

    await host.close();
    const second = listener();
    const again = await runningHost({ dataFolder, files }, second.joined);
    const stored = await again.services.documents.put('e/2', bytes, {
      contentType: 'application/pdf',
    });
    await again.settled();
    expect(second.seen).toEqual([
      { kind: 'object-stored', key: 'e/2', versionId: stored.versionId, size: 9 },
    ]);
  });
});
