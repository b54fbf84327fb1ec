import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type {
  CancellationReason,
  DynamoDBClient,
  TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
  TransactionCanceledException,
  TransactionConflictException,
  TransactionInProgressException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import type { Action, Item } from '../table.ts';
import { ConditionFailed, Contention } from '../table.ts';
import type { Attributes } from './attribute-values.ts';
import { fromAttributes, keyAttributes, toAttributes } from './attribute-values.ts';
import type { ConsumedReport } from './consumed-capacity.ts';
import { conditionExpression, conditionInput } from './dynamo-expressions.ts';

/** With 25 ms doubled and jittered: under a second in all, far below API Gateway's 30. */
const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 25;

/** Reasons of a cancelled transaction that pass with time: nothing was written, a retry is right. */
const PASSING = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
]);

export interface WriteTarget {
  readonly client: DynamoDBClient;
  readonly mainTable: string;
  readonly ledgerTable: string;
  readonly report: ConsumedReport;
}

/**
 * Writes checked actions: one as a PutItem or DeleteItem, a lone check or several as a TransactWriteItems.
 * @throws ConditionFailed, Contention
 */
export async function writeActions(target: WriteTarget, actions: readonly Action[]): Promise<void> {
  const send = sender(target, actions);
  for (let attempt = 1; ; attempt++) {
    try {
      await send();
      return;
    } catch (error) {
      if (isOwnWrite(error, actions)) return;
      const failure = named(error);
      if (!(failure instanceof Contention) || attempt === ATTEMPTS) throw failure;
    }
    await sleep(Math.random() * FIRST_PAUSE_MS * 2 ** attempt);
  }
}

function sender(target: WriteTarget, actions: readonly Action[]): () => Promise<void> {
  const [first] = actions;
  if (first === undefined || actions.length > 1) return transaction(target, actions);
  const { Put, Delete } = transactItem(target, first);
  if (Put !== undefined) {
    return async () => {
      const answer = await target.client.send(new PutItemCommand({ ...Put, ...target.report.ask }));
      target.report.wrote('PutItem', answer.ConsumedCapacity);
    };
  }
  if (Delete !== undefined) {
    return async () => {
      const command = new DeleteItemCommand({ ...Delete, ...target.report.ask });
      const answer = await target.client.send(command);
      target.report.wrote('DeleteItem', answer.ConsumedCapacity);
    };
  }
  return transaction(target, actions);
}

function transaction(target: WriteTarget, actions: readonly Action[]): () => Promise<void> {
  const TransactItems = actions.map((action) => transactItem(target, action));
  // One token over all attempts: after TransactionInProgress the first of them may still succeed.
  const ClientRequestToken = randomUUID();
  return async () => {
    const input = { TransactItems, ClientRequestToken, ...target.report.ask };
    const answer = await target.client.send(new TransactWriteItemsCommand(input));
    target.report.wrote('TransactWriteItems', ...(answer.ConsumedCapacity ?? []));
  };
}

function transactItem(target: WriteTarget, action: Action): TransactWriteItem {
  const main = { TableName: target.mainTable };
  switch (action.kind) {
    case 'put':
      return { Put: { ...main, Item: toAttributes(action.item), ...conditionOf(action) } };
    case 'delete':
      return { Delete: { ...main, Key: keyAttributes(action.key), ...conditionOf(action) } };
    case 'append': {
      const condition = conditionOf({ when: { absent: true } });
      const Item = toAttributes(action.item);
      return { Put: { TableName: target.ledgerTable, Item, ...condition } };
    }
    case 'check':
      return {
        ConditionCheck: {
          ...main,
          Key: keyAttributes(action.key),
          // A check must say something, even where nothing is asked.
          ConditionExpression: 'attribute_exists(pk) OR attribute_not_exists(pk)',
          ...conditionOf(action),
        },
      };
  }
}

function conditionOf({ when }: { readonly when?: Extract<Action, { kind: 'check' }>['when'] }) {
  const expression = when === undefined ? undefined : conditionExpression(when);
  if (expression === undefined) return {};
  const flag = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const };
  return { ...conditionInput(expression), ...flag };
}

/**
 * Whether a lone action failed on its own effect: the SDK sends it again when an answer was lost, and the
 * first one had been done. (A transaction is sent again under its token and needs no such look.)
 */
function isOwnWrite(error: unknown, actions: readonly Action[]): boolean {
  const [action] = actions;
  if (!(error instanceof ConditionalCheckFailedException) || action === undefined) return false;
  if ((error.$metadata.attempts ?? 1) === 1 || action.kind === 'check') return false;
  const old = oldItem(error.Item);
  if (action.kind === 'delete') return old === undefined;
  return old !== undefined && isDeepStrictEqual(toAttributes(old), toAttributes(action.item));
}

/** The port's error for DynamoDB's; anything else stays what it was. */
function named(error: unknown): unknown {
  if (error instanceof ConditionalCheckFailedException) {
    return new ConditionFailed(0, oldItem(error.Item));
  }
  if (error instanceof TransactionCanceledException) {
    return cancelled(error, error.CancellationReasons ?? []);
  }
  const isPassing =
    error instanceof TransactionConflictException ||
    error instanceof TransactionInProgressException;
  return isPassing ? new Contention('another transaction holds the item', { cause: error }) : error;
}

function cancelled(error: Error, reasons: readonly CancellationReason[]): Error {
  const failed = reasons.findIndex((reason) => reason.Code === 'ConditionalCheckFailed');
  if (failed >= 0) return new ConditionFailed(failed, oldItem(reasons[failed]?.Item));
  const codes = reasons.map((reason) => reason.Code ?? 'None').filter((code) => code !== 'None');
  if (codes.length > 0 && codes.every((code) => PASSING.has(code))) {
    return new Contention(codes.join(), { cause: error });
  }
  return error;
}

function oldItem(attributes: Attributes | undefined): Item | undefined {
  if (attributes === undefined || Object.keys(attributes).length === 0) return undefined;
  return fromAttributes(attributes);
}
