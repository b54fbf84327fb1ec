import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Consumed } from '../../lib/platform/aws/consumed-capacity.ts';
import { createDynamoTable } from '../../lib/platform/aws/dynamo-table.ts';
import type { Table } from '../../lib/platform/table.ts';
import { ConditionFailed, Contention } from '../../lib/platform/table.ts';
import type { DynamoLocal } from '../support/dynamo-local.ts';
import { LOCAL_CREDENTIALS, skipsDynamoLocal, startDynamoLocal } from '../support/dynamo-local.ts';
import type { Fault, FaultyEndpoint } from '../support/faulty-endpoint.ts';
import { startFaultyEndpoint } from '../support/faulty-endpoint.ts';
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

  describe('when DynamoDB shows what DynamoDB Local never does', () => {
    let faulty: FaultyEndpoint;
    let table: Table;
    let mainTable = '';
    const a = { kind: 'put', item: { pk: 'p', sk: 'a', v: 1 } } as const;
    const b = { kind: 'append', item: { pk: 'p', sk: 'b', v: 1 } } as const;
    const exception = (name: string, more: object = {}): Fault => ({
      status: 400,
      body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: name, ...more },
    });
    const cancelled = (...Codes: readonly string[]) =>
      exception('TransactionCanceledException', {
        CancellationReasons: Codes.map((Code) => ({ Code })),
      });

    beforeEach(async () => {
      faulty = await startFaultyEndpoint(local.endpoint);
      const client = new DynamoDBClient({
        region: 'local',
        endpoint: faulty.endpoint,
        credentials: LOCAL_CREDENTIALS,
      });
      const names = await local.createTables();
      mainTable = names.mainTable;
      table = createDynamoTable({ client, ...names });
    });
    afterEach(() => faulty.stop());

    it('tries again while another transaction holds an item', async () => {
      const conflicts = [
        cancelled('None', 'TransactionConflict'),
        cancelled('ThrottlingError', 'None'),
        exception('TransactionInProgressException'),
      ];
      faulty.faults.push(...conflicts);
      await table.write([a, b]);
      expect(faulty.operations).toEqual(Array(4).fill('TransactWriteItems'));
      expect(await table.get(a.item)).toEqual(a.item);
      expect(await table.get(b.item, 'ledger')).toEqual(b.item);
    });

    it('says Contention in the end, with nothing written', async () => {
      faulty.faults.push(...Array(5).fill(cancelled('TransactionConflict', 'None')));
      await expect(table.write([a, b])).rejects.toBeInstanceOf(Contention);
      expect(faulty.operations).toHaveLength(5);
      expect(await table.get(a.item)).toBeUndefined();
    });

    it('says that a condition failed though another item was held too', async () => {
      faulty.faults.push(cancelled('TransactionConflict', 'ConditionalCheckFailed'));
      const failure = await table.write([a, b]).catch((error: unknown) => error);
      expect(failure).toEqual(new ConditionFailed(1, undefined));
    });

    it('passes on what a retry does not mend', async () => {
      faulty.faults.push(cancelled('ValidationError', 'None'));
      await expect(table.write([a, b])).rejects.toThrow('TransactionCanceledException');
      expect(faulty.operations).toHaveLength(1);
    });

    it('asks again for what a batch left unprocessed, and not for ever', async () => {
      await table.write([a]);
      const Keys = [{ pk: { S: 'p' }, sk: { S: 'a' } }];
      const UnprocessedKeys = { [mainTable]: { Keys, ConsistentRead: true } };
      const left: Fault = { status: 200, body: { Responses: {}, UnprocessedKeys } };
      faulty.faults.push(left, left);
      expect(await table.getMany([a.item])).toEqual([a.item]);
      faulty.faults.push(...Array(6).fill(left));
      await expect(table.getMany([a.item])).rejects.toThrow('unprocessed');
    });

    it('takes its own write for done when only the answer was lost', async () => {
      faulty.faults.push('lose-answer');
      await table.write([{ ...a, when: { absent: true } }]);
      faulty.faults.push('lose-answer');
      await table.write([b]);
      faulty.faults.push('lose-answer');
      const second = { ...a.item, v: 2 };
      await table.write([{ kind: 'put', item: second, when: { version: 1 } }]);
      faulty.faults.push('lose-answer');
      await table.write([
        { kind: 'put', item: { ...second, v: 3 }, when: { version: 2 } },
        { kind: 'append', item: { ...b.item, sk: 'c' } },
      ]);
      faulty.faults.push('lose-answer');
      await table.write([{ kind: 'delete', key: a.item, when: { version: 3 } }]);
      expect(faulty.operations).toHaveLength(10);
      expect(await table.get(a.item)).toBeUndefined();
    });

    it('does not take the write of somebody else for its own', async () => {
      await table.write([a]);
      faulty.faults.push('lose-answer');
      const again = table.write([
        { kind: 'put', item: { ...a.item, by: 'me' }, when: { absent: true } },
      ]);
      expect(await again.catch((error: unknown) => error)).toEqual(new ConditionFailed(0, a.item));
    });
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
