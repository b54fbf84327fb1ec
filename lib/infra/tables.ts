import {
  AttributeType,
  Billing,
  StreamViewType,
  TableEncryptionV2,
  type TablePropsV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { TABLE_SHAPE } from '../platform/aws/table-shape.ts';
import { type Stage, stateRemoval } from './stage.ts';

/** The two tables behind the `table` port. */
export interface Tables {
  /** What changes; its stream feeds the event functions. */
  readonly main: TableV2;
  /** What may only ever be added. */
  readonly ledger: TableV2;
}

const text = (name: string) => ({ name, type: AttributeType.STRING });

/**
 * Encrypted with DynamoDB's own key. A customer key would cost 1 USD a month, and as much again after each of its
 * first two yearly rotations, which is more than everything else an idle installation costs together; it would
 * protect against nobody who does not already hold the account. The key that is worth its price is the signing key.
 */
const shared = (stage: Stage): TablePropsV2 => ({
  partitionKey: text(TABLE_SHAPE.partitionKey),
  sortKey: text(TABLE_SHAPE.sortKey),
  globalSecondaryIndexes: [
    {
      indexName: TABLE_SHAPE.index.name,
      partitionKey: text(TABLE_SHAPE.index.partitionKey),
      sortKey: text(TABLE_SHAPE.index.sortKey),
    },
  ],
  billing: Billing.onDemand(),
  encryption: TableEncryptionV2.dynamoOwnedKey(),
  pointInTimeRecoverySpecification: {
    pointInTimeRecoveryEnabled: true,
    recoveryPeriodInDays: 35,
  },
  deletionProtection: stage.retained,
  removalPolicy: stateRemoval(stage),
});

/** Makes both tables. */
export const makeTables = (scope: Construct, stage: Stage): Tables => ({
  main: new TableV2(scope, 'Main', {
    ...shared(stage),
    timeToLiveAttribute: TABLE_SHAPE.timeToLive,
    dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
  }),
  ledger: new TableV2(scope, 'Ledger', shared(stage)),
});
