import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Consumed } from '../../lib/platform/aws/consumed-capacity.ts';
import { createDynamoTable } from '../../lib/platform/aws/dynamo-table.ts';
import type { DynamoLocal } from '../support/dynamo-local.ts';
import { skipsDynamoLocal, startDynamoLocal } from '../support/dynamo-local.ts';
import { tableContract } from './table-contract.ts';

describe.skipIf(skipsDynamoLocal())('the DynamoDB table', () => {
  let local: DynamoLocal;
  beforeAll(async () => {
    local = await startDynamoLocal();
  });
  afterAll(() => local?.stop());

  tableContract('DynamoDB Local', async () => {
    const names = await local.createTables();
    return { table: createDynamoTable({ client: local.client, ...names }), close: async () => {} };
  });

  it('reports what each call took', async () => {
    const consumed: Consumed[] = [];
    const table = createDynamoTable({
      client: local.client,
      ...(await local.createTables()),
      onConsumed: (taken) => consumed.push(taken),
    });
    const key = { pk: 'p', sk: 'a' };
    const item = { ...key, v: 1 };
    await table.write([{ kind: 'put', item }]);
    await table.write([
      { kind: 'put', item },
      { kind: 'append', item },
    ]);
    await table.get(key);
    await table.getMany([key]);
    await table.query({ partition: 'p' });
    await table.increment(key, 1);
    await table.write([{ kind: 'delete', key }]);
    await table.write([{ kind: 'check', key, when: { absent: true } }]);
    expect(consumed).toEqual([
      { operation: 'PutItem', readUnits: 0, writeUnits: 1 },
      { operation: 'TransactWriteItems', readUnits: 0, writeUnits: 4 },
      { operation: 'GetItem', readUnits: 1, writeUnits: 0 },
      { operation: 'BatchGetItem', readUnits: 1, writeUnits: 0 },
      { operation: 'Query', readUnits: 1, writeUnits: 0 },
      { operation: 'UpdateItem', readUnits: 0, writeUnits: 1 },
      { operation: 'DeleteItem', readUnits: 0, writeUnits: 1 },
      { operation: 'TransactWriteItems', readUnits: 0, writeUnits: 2 },
    ]);
  });
});
