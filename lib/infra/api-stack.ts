import { Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { watch } from './alarms.ts';
import { type CodeOf, makeFunction } from './contest-function.ts';
import type { DataStack } from './data-stack.ts';
import { makeDeadLetters } from './dead-letters.ts';
import { followChanges, followObjects } from './event-sources.ts';
import { apiFunctions, eventFunctions, type PlannedFunction } from './function-shapes.ts';
import type { Grantable } from './grantable.ts';
import { grant } from './grants.ts';
import { type ApiRoute, makeHttpApi } from './http-api.ts';
import { makeSchedules, type Schedules } from './schedules.ts';
import type { Stage } from './stage.ts';

export interface ApiStack {
  readonly stack: Stack;
  readonly api: HttpApi;
}

/** Makes the stack of functions, the API and the events that call them. Nothing in it holds state. */
export const makeApiStack = (
  scope: Construct,
  stage: Stage,
  code: CodeOf,
  given: { readonly data: DataStack; readonly routes: readonly ApiRoute[] },
): ApiStack => {
  const { data, routes } = given;
  const stack = new Stack(scope, `contest-${stage.name}-api`, {
    env: { region: stage.region },
    description: 'Contest: functions, API and events',
  });
  const scheduleQueue = makeDeadLetters(stack, 'Schedule');
  const schedule = {
    lambda: makeFunction(stack, stage, code, {
      ...eventFunctions.schedule,
      undelivered: scheduleQueue,
    }),
    deadLetters: scheduleQueue,
  };
  const schedules = makeSchedules(stack, schedule.lambda, scheduleQueue);
  const grantable = grantableOf(stage, data, schedules);
  grant(schedule.lambda, grantable, eventFunctions.schedule.needs);

  const make = (shape: PlannedFunction): LambdaFunction => {
    const made = makeFunction(stack, stage, code, shape);
    grant(made, grantable, shape.needs);
    return made;
  };
  const inspectionQueue = makeDeadLetters(stack, 'Inspection');
  const inspection = {
    lambda: make({ ...eventFunctions.inspection, undelivered: inspectionQueue }),
    deadLetters: inspectionQueue,
  };
  const notification = {
    lambda: make(eventFunctions.notification),
    deadLetters: makeDeadLetters(stack, 'Notification'),
  };
  const publication = {
    lambda: make(eventFunctions.publication),
    deadLetters: makeDeadLetters(stack, 'Publication'),
  };
  followObjects(stack, inspection.lambda, data.buckets.documents, inspection.deadLetters);
  // No third: DynamoDB throttles more than two readers of a shard.
  for (const reader of [notification, publication]) {
    followChanges(reader.lambda, data.tables.main, reader.deadLetters);
  }

  const api = makeHttpApi(stack, stage, {
    routes,
    functions: {
      editions: make(apiFunctions.editions),
      registration: make(apiFunctions.registration),
      submission: make(apiFunctions.submission),
      documents: make(apiFunctions.documents),
      teams: make(apiFunctions.teams),
      secretariat: make(apiFunctions.secretariat),
      exports: make(apiFunctions.exports),
      papers: make(apiFunctions.papers),
      judging: make(apiFunctions.judging),
      results: make(apiFunctions.results),
      certificates: make(apiFunctions.certificates),
    },
    issuer: data.signIn.pool.userPoolProviderUrl,
    clientId: data.signIn.client.userPoolClientId,
  });
  watch(stack, stage, {
    api,
    signIn: data.signInFunction,
    inspection,
    notification,
    publication,
    schedule,
  });
  return { stack, api };
};

const grantableOf = (stage: Stage, data: DataStack, schedules: Schedules): Grantable => ({
  stage,
  main: data.tables.main,
  ledger: data.tables.ledger,
  documents: data.buckets.documents,
  documentsOrigin: `https://${data.documentLinks.distributionDomainName}`,
  results: data.buckets.results,
  signingKey: data.signingKey,
  schedules,
});
