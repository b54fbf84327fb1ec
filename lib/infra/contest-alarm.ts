import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

export interface ContestAlarm {
  readonly metric: IMetric;
  /** The alarm goes off at this much within one period. */
  readonly threshold: number;
  /** Who is hurt, and how: one sentence for whoever is woken by it. */
  readonly impact: string;
  /** The heading's anchor in docs/runbook.md that says what to do. */
  readonly runbook: string;
}

/** How long a metric is summed up before it is judged. */
export const alarmPeriod = Duration.minutes(5);

/** An alarm that says who is hurt and where it is written what to do. No news is good news: idle metrics have none. */
export const makeAlarm = (
  scope: Construct,
  id: string,
  alarm: ContestAlarm,
  tell: ITopic,
): void => {
  new Alarm(scope, id, {
    metric: alarm.metric,
    threshold: alarm.threshold,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    alarmDescription: `${alarm.impact} What to do: docs/runbook.md#${alarm.runbook}`,
  }).addAlarmAction(new SnsAction(tell));
};
