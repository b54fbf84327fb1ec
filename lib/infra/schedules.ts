import { ArnFormat, Aws, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Stage } from './stage.ts';

/** What the one-time schedules need: their group, the role that calls, whom, and where lost calls go. */
export interface Schedules {
  readonly groupName: string;
  /** All schedules of the group. */
  readonly scheduleArns: string;
  readonly role: Role;
  readonly targetName: string;
  readonly targetArn: string;
  readonly deadLetters: Queue;
}

/** Makes the group and the role. The function names itself as the target, hence a name that is known beforehand. */
export const makeSchedules = (scope: Construct, stage: Stage, deadLetters: Queue): Schedules => {
  const group = new CfnScheduleGroup(scope, 'Schedules');
  const targetName = `contest-${stage.name}-schedule`;
  const targetArn = Stack.of(scope).formatArn({
    service: 'lambda',
    resource: 'function',
    resourceName: targetName,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
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
    new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [targetArn] }),
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
    targetName,
    targetArn,
    deadLetters,
  };
};
