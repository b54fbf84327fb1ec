import { Duration } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { type EventPattern, Match, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type Function as LambdaFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { VALIDATION_OBJECT } from './malware-scan.ts';

/**
 * Has a function follow the table's changes: in order per item (one batch per shard at a time), from the first change
 * on, at least once. A record that fails nine times is set aside so that those behind it get their turn.
 */
export const followChanges = (reader: LambdaFunction, main: TableV2, deadLetters: Queue): void => {
  const stream = main.tableStreamArn;
  if (stream === undefined) throw new Error('the table has no stream');
  reader.addToRolePolicy(
    new PolicyStatement({
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetShardIterator', 'dynamodb:GetRecords'],
      resources: [stream],
    }),
  );
  // This one takes no resource.
  reader.addToRolePolicy(
    new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: ['*'] }),
  );
  reader.addEventSourceMapping('Changes', {
    eventSourceArn: stream,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 25,
    parallelizationFactor: 1,
    retryAttempts: 8,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    onFailure: new SqsDlq(deadLetters),
  });
};

/** An object arrived, or the scanner spoke about one; GuardDuty's own trial object is no dossier. */
const patterns = (documents: Bucket): { readonly [id: string]: EventPattern } => ({
  ObjectStored: {
    source: ['aws.s3'],
    detailType: ['Object Created'],
    detail: {
      bucket: { name: [documents.bucketName] },
      object: { key: Match.anythingBut(VALIDATION_OBJECT) },
    },
  },
  ObjectScanned: {
    source: ['aws.guardduty'],
    detailType: ['GuardDuty Malware Protection Object Scan Result'],
    detail: {
      s3ObjectDetails: {
        bucketName: [documents.bucketName],
        objectKey: Match.anythingBut(VALIDATION_OBJECT),
      },
    },
  },
});

/** Has a function hear of every stored and every scanned object of the bucket. */
export const followObjects = (
  scope: Construct,
  listener: LambdaFunction,
  documents: Bucket,
  deadLetters: Queue,
): void => {
  for (const [id, eventPattern] of Object.entries(patterns(documents))) {
    new Rule(scope, id, {
      eventPattern,
      targets: [
        new LambdaTarget(listener, {
          deadLetterQueue: deadLetters,
          retryAttempts: 8,
          maxEventAge: Duration.hours(6),
        }),
      ],
    });
  }
};
