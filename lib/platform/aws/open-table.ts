import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Table } from '../table.ts';
import { clientSettings } from './client-settings.ts';
import { createDynamoTable } from './dynamo-table.ts';
import { environmentValue } from './environment.ts';

/** The tables this function was given. */
export function openTable(): Table {
  return createDynamoTable({
    client: new DynamoDBClient(clientSettings(process.env)),
    mainTable: environmentValue('MAIN_TABLE'),
    ledgerTable: environmentValue('LEDGER_TABLE'),
  });
}
