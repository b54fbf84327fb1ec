import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Table } from '../table.ts';
import { clientSettings } from './client-settings.ts';
import { createDynamoTable } from './dynamo-table.ts';
import { environmentValue } from './environment.ts';

/** The tables this function was given. */
export function openTable(): Table {
  const client = new DynamoDBClient({
    ...clientSettings(process.env),
    accountIdEndpointMode: 'disabled',
    endpointDiscoveryEnabled: false,
  });
  // It copies every request and answer for a log that nobody keeps.
  client.middlewareStack.remove('loggerMiddleware');
  return createDynamoTable({
    client,
    mainTable: environmentValue('MAIN_TABLE'),
    ledgerTable: environmentValue('LEDGER_TABLE'),
  });
}
