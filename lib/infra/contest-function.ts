import { Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  type Code,
  Function as LambdaFunction,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { logRetention, type Stage, stateRemoval } from './stage.ts';

/** Gives the code of `functions/<name>/`: bundled for a deployment, a placeholder where only the template matters. */
export type CodeOf = (name: string) => Code;

export interface FunctionShape {
  /** Its folder under `functions/`. */
  readonly name: string;
  readonly description: string;
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  /** Where calls go that nobody waits for and that failed to the end: only for functions that are called so. */
  readonly undelivered?: Queue;
}

const constructId = (name: string): string =>
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/**
 * One Lambda function: its own role, which may write its own log and nothing else until something is granted. No
 * reserved concurrency: it takes from the account's pool, which a new account has 10 of; the API's throttles per
 * route keep a flood elsewhere from starving submissions.
 */
export const makeFunction = (
  scope: Construct,
  stage: Stage,
  code: CodeOf,
  shape: FunctionShape,
): LambdaFunction => {
  const id = constructId(shape.name);
  const role = new Role(scope, `${id}Role`, {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
  });
  const logGroup = new LogGroup(scope, `${id}Log`, {
    retention: logRetention(stage),
    removalPolicy: stateRemoval(stage),
  });
  logGroup.grantWrite(role);
  return new LambdaFunction(scope, id, {
    code: code(shape.name),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    description: shape.description,
    memorySize: shape.memoryMegabytes,
    timeout: Duration.seconds(shape.timeoutSeconds),
    tracing: Tracing.ACTIVE,
    role,
    logGroup,
    ...(shape.undelivered === undefined
      ? {}
      : {
          // A failure destination, not a dead-letter queue: it tells the error as well as the event.
          onFailure: new SqsDestination(shape.undelivered),
          retryAttempts: 2,
          maxEventAge: Duration.hours(6),
        }),
  });
};
