import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { alarmPeriod, type ContestAlarm, makeAlarm } from './contest-alarm.ts';
import type { Stage } from './stage.ts';

interface Watched {
  readonly lambda: LambdaFunction;
  readonly deadLetters: Queue;
}

export interface WatchedParts {
  readonly api: HttpApi;
  readonly signIn: LambdaFunction;
  readonly inspection: Watched;
  readonly notification: Watched;
  readonly publication: Watched;
  readonly schedule: Watched;
}

const sum = { period: alarmPeriod, statistic: Stats.SUM };
const maximum = { period: alarmPeriod, statistic: Stats.MAXIMUM };

const waiting = (part: Watched) =>
  part.deadLetters.metricApproximateNumberOfMessagesVisible(maximum);

/** Nine: the tenth is the last that CloudWatch gives for nothing. */
const alarmsOf = (parts: WatchedParts): { readonly [id: string]: ContestAlarm } => ({
  ApiFaults: {
    metric: parts.api.metricServerError(sum),
    threshold: 3,
    impact: 'Applicants, judges or organisers get faults instead of answers.',
    runbook: 'api-faults',
  },
  Throttled: {
    metric: new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', ...sum }),
    threshold: 1,
    impact: 'People are turned away because the account runs too few functions at once.',
    runbook: 'throttled',
  },
  SignInFaults: {
    metric: parts.signIn.metricErrors(sum),
    threshold: 1,
    impact: 'People cannot sign in or stay signed in.',
    runbook: 'sign-in-faults',
  },
  ManyDenied: {
    metric: parts.api.metricClientError(sum),
    threshold: 500,
    impact: 'Somebody may be guessing at addresses of entries, documents or results.',
    runbook: 'many-denied',
  },
  InspectionStuck: {
    metric: waiting(parts.inspection),
    threshold: 1,
    impact: 'An applicant cannot submit because a document stays unchecked.',
    runbook: 'inspection-stuck',
  },
  MailStuck: {
    metric: waiting(parts.notification),
    threshold: 1,
    impact: 'Somebody was not told by mail what they wait for: a receipt or an invitation.',
    runbook: 'mail-stuck',
  },
  PublicationStuck: {
    metric: waiting(parts.publication),
    threshold: 1,
    impact: 'The public does not see a result that is published, or sees an outdated one.',
    runbook: 'publication-stuck',
  },
  ScheduleStuck: {
    metric: waiting(parts.schedule),
    threshold: 1,
    impact:
      'A date of the plan passed without effect: entries may not be frozen, people not reminded.',
    runbook: 'schedule-stuck',
  },
  ChangesLate: {
    metric: parts.publication.lambda.metric('IteratorAge', maximum),
    threshold: 600_000,
    impact: 'Mails, reminders and published results are ten minutes late or more.',
    runbook: 'changes-late',
  },
});

/**
 * Makes the alarms and the topic that carries them. The topic is not encrypted with a key of ours: CloudWatch cannot
 * use the one AWS gives for nothing, and it carries names of alarms, nothing about people.
 */
export const watch = (scope: Construct, stage: Stage, parts: WatchedParts): void => {
  const topic = new Topic(scope, 'Alarms', { enforceSSL: true });
  if (stage.alarmMail !== undefined) topic.addSubscription(new EmailSubscription(stage.alarmMail));
  for (const [id, alarm] of Object.entries(alarmsOf(parts))) {
    makeAlarm(scope, `${id}Alarm`, alarm, topic);
  }
};
