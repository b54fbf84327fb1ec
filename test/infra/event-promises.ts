import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { plainId, referenced, sorted, type Templates } from './synthesize.ts';

/** What the events and the alarms promise, in prod. */
export const eventPromises = (get: () => Templates): void => {
  const resources = (type: string) => get().api.findResources(type);

  describe('events', () => {
    test('the table’s changes reach two functions, DynamoDB’s limit, in order, eight retries, then set aside', () => {
      const mappings = Object.values(resources('AWS::Lambda::EventSourceMapping'));
      const readers = sorted(mappings.map(({ Properties }) => referenced(Properties.FunctionName)));
      expect(readers).toEqual(['Notification', 'Publication']);
      for (const { Properties } of mappings) {
        expect(Properties).toMatchObject({
          StartingPosition: 'TRIM_HORIZON',
          ParallelizationFactor: 1,
          BisectBatchOnFunctionError: true,
          MaximumRetryAttempts: 8,
          FunctionResponseTypes: ['ReportBatchItemFailures'],
        });
        expect(referenced(Properties.EventSourceArn)).toBe('Main');
        expect(referenced(Properties.DestinationConfig.OnFailure.Destination)).toBe(
          `${referenced(Properties.FunctionName)}DeadLetters`,
        );
      }
    });

    test('stored and scanned dossiers reach the inspection, or its queue', () => {
      const rules = Object.entries(resources('AWS::Events::Rule')).map(([id, { Properties }]) => {
        const [target, ...others] = Properties.Targets;
        expect(others).toEqual([]);
        const { source, 'detail-type': type, detail } = Properties.EventPattern;
        return {
          id: plainId(id),
          from: [...source, ...type],
          bucket: referenced((detail.bucket?.name ?? detail.s3ObjectDetails.bucketName)[0]),
          to: referenced(target.Arn),
          lost: referenced(target.DeadLetterConfig.Arn),
        };
      });
      const inspection = { bucket: 'Documents', to: 'Inspection', lost: 'InspectionDeadLetters' };
      expect(rules).toEqual([
        { id: 'ObjectStored', from: ['aws.s3', 'Object Created'], ...inspection },
        {
          id: 'ObjectScanned',
          from: ['aws.guardduty', 'GuardDuty Malware Protection Object Scan Result'],
          ...inspection,
        },
      ]);
    });

    test('what nobody waits for and fails to the end is kept', () => {
      const kept = Object.values(resources('AWS::Lambda::EventInvokeConfig')).map(
        ({ Properties }) => [
          referenced(Properties.FunctionName),
          referenced(Properties.DestinationConfig.OnFailure.Destination),
        ],
      );
      expect(kept).toEqual([
        ['Schedule', 'ScheduleDeadLetters'],
        ['Inspection', 'InspectionDeadLetters'],
      ]);
      for (const { Properties } of Object.values(resources('AWS::SQS::Queue'))) {
        expect(Properties).toMatchObject({
          MessageRetentionPeriod: 14 * 24 * 60 * 60,
          SqsManagedSseEnabled: true,
        });
      }
    });

    test('the scheduler calls the schedule function and no other', () => {
      const lambdas = Object.entries(resources('AWS::Lambda::Function'));
      const asking = lambdas
        .map(([id, { Properties }]) => [id, Properties.Environment.Variables] as const)
        .filter(([, variables]) => variables.SCHEDULE_TARGET_ARN !== undefined)
        .map(([id, variables]) => [plainId(id), referenced(variables.SCHEDULE_TARGET_ARN)]);
      expect(asking).toEqual([['Notification', 'Schedule']]);
    });
  });

  describe('alarms', () => {
    const alarms = () =>
      Object.values(resources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
    const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
    const anchors = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading ?? '');

    test('say who is hurt and name a paragraph of the runbook, one each', () => {
      const described = alarms().map(({ AlarmDescription }) =>
        /^(.{30,}\.) What to do: docs\/runbook\.md#([a-z-]+)$/.exec(AlarmDescription),
      );
      expect(sorted(described.map((match) => match?.[2] ?? ''))).toEqual(sorted(anchors));
      for (const match of described)
        expect(runbook).toContain(`*${match?.[1]?.split(':')[0]}`.slice(0, 30));
    });

    test('are few enough to cost nothing, and all reach somebody', () => {
      expect(alarms().length).toBeLessThanOrEqual(10);
      for (const { AlarmActions } of alarms()) {
        expect(AlarmActions.map(referenced)).toEqual(['Alarms']);
      }
      const [subscription] = Object.values(resources('AWS::SNS::Subscription'));
      expect(subscription?.['Properties']).toMatchObject({
        Protocol: 'email',
        Endpoint: 'it@example.vn',
      });
    });
  });
};
