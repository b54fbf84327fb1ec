import { Aws, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** What the one-time schedules need: their group, the role that calls, whom, and where lost calls go. */
export interface Schedules {
  readonly groupName: string;
  /** All schedules of the group. */
  readonly scheduleArns: string;
  readonly role: Role;
  readonly target: LambdaFunction;
  readonly deadLetters: Queue;
}

/** Makes the group and the role, which may call `target` and nothing else. */
export const makeSchedules = (
  scope: Construct,
  target: LambdaFunction,
  deadLetters: Queue,
): Schedules => {
  const group = new CfnScheduleGroup(scope, 'Schedules');
  const role = new Role(scope, 'SchedulesRole', {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: {
        StringEquals: {
          'aws:SourceAccount': Aws.ACCOUNT_ID,
          'aws:SourceArn': group.attrArn,
        },
      },
    }),
  });
  role.addToPolicy(
    new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.functionArn] }),
  );
  role.addToPolicy(
    new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }),
  );
  return {
    groupName: group.ref,
    scheduleArns: Stack.of(scope).formatArn({
      service: 'scheduler',
      resource: 'schedule',
      resourceName: `${group.ref}/*`,
    }),
    role,
    target,
    deadLetters,
  };
};
