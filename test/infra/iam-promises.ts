import { describe, expect, test } from 'vitest';
import { plainId, referenced, sorted, type Templates } from './synthesize.ts';

interface Permission {
  readonly who: string;
  readonly action: string;
  readonly resource: string;
  readonly condition: unknown;
}

type Statement = {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Condition?: unknown;
};

const list = <T>(one: T | readonly T[]): readonly T[] => (Array.isArray(one) ? one : [one as T]);

/** Every permission of every role, one by one. */
const permissionsOf = ({ data, api }: Templates): Permission[] =>
  [data, api].flatMap((template) =>
    Object.values(template.findResources('AWS::IAM::Policy')).flatMap(({ Properties }) =>
      Properties.PolicyDocument.Statement.flatMap((statement: Statement) =>
        list(statement.Action).flatMap((action) =>
          list(statement.Resource).map((resource) => ({
            who: plainId(Properties.Roles[0].Ref).replace(/Role$/, ''),
            action,
            resource: resource === '*' ? '*' : referenced(resource),
            condition: statement.Condition,
          })),
        ),
      ),
    ),
  );

const functions = [
  'Editions',
  'Registration',
  'Submission',
  'Documents',
  'Teams',
  'Secretariat',
  'Exports',
  'Papers',
  'Judging',
  'Results',
  'Certificates',
];
const eventFunctions = ['Inspection', 'Notification', 'Publication', 'Schedule'];

/** What the functions may do. */
export const iamPromises = (get: () => Templates): void => {
  const permissions = () => permissionsOf(get());
  const who = (holds: (permission: Permission) => boolean): string[] =>
    sorted([
      ...new Set(
        permissions()
          .filter(holds)
          .map((permission) => permission.who),
      ),
    ]);
  const actionsOn = (resource: string): string[] =>
    sorted([
      ...new Set(
        permissions()
          .filter((permission) => permission.resource === resource)
          .map(({ action }) => action),
      ),
    ]);

  describe('permissions', () => {
    test('name every action, and every resource but where AWS knows none', () => {
      expect(permissions().filter(({ action }) => action.includes('*'))).toEqual([]);
      expect(actionsOn('*')).toEqual([
        'dynamodb:ListStreams',
        'xray:PutTelemetryRecords',
        'xray:PutTraceSegments',
      ]);
      for (const template of [get().data, get().api]) {
        for (const { Properties } of Object.values(template.findResources('AWS::IAM::Role'))) {
          expect(Object.keys(Properties)).not.toContain('ManagedPolicyArns');
          expect(Object.keys(Properties)).not.toContain('Policies');
        }
      }
    });

    test('let nobody change or remove what is in the ledger', () => {
      expect(actionsOn('Ledger')).toEqual([
        'dynamodb:ConditionCheckItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
      ]);
    });

    test('on main are the table port’s and the stream’s, and no scan', () => {
      expect(actionsOn('Main')).toEqual([
        'dynamodb:BatchGetItem',
        'dynamodb:ConditionCheckItem',
        'dynamodb:DeleteItem',
        'dynamodb:DescribeStream',
        'dynamodb:GetItem',
        'dynamodb:GetRecords',
        'dynamodb:GetShardIterator',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
      ]);
      expect(who(({ action }) => action === 'dynamodb:UpdateItem')).toEqual(
        sorted([...functions, ...eventFunctions]),
      );
    });

    test('on dossiers: only tickets write, only links and the inspection read; lists lie apart', () => {
      const on = (action: string) =>
        who((permission) => permission.resource === 'Documents' && permission.action === action);
      // GuardDuty's is for its one trial object.
      expect(on('s3:PutObject')).toEqual([
        'Certificates',
        'Documents',
        'Exports',
        'MalwareScan',
        'Papers',
      ]);
      expect(on('s3:GetObjectVersion')).toEqual([
        'Certificates',
        'Documents',
        'Exports',
        'Inspection',
        'MalwareScan',
        'Papers',
      ]);
      expect(actionsOn('Documents')).toEqual([
        's3:GetBucketNotification',
        's3:GetObject',
        's3:GetObjectVersion',
        's3:ListBucket',
        's3:PutBucketNotification',
        's3:PutObject',
      ]);
    });

    test('on published results belong to the publication alone, and none deletes', () => {
      expect(who(({ resource }) => resource === 'Results')).toEqual(['Publication']);
      expect(actionsOn('Results')).toEqual([
        's3:GetObject',
        's3:GetObjectVersion',
        's3:ListBucket',
        's3:PutObject',
      ]);
      expect(who(({ resource }) => resource === 'Site')).toEqual([]);
    });

    test('to sign are for receipts, in one form only', () => {
      const signing = permissions().filter(({ action }) => action === 'kms:Sign');
      expect(signing.map((permission) => permission.who)).toEqual(['Submission']);
      for (const { condition, resource } of signing) {
        expect(resource).toBe('SigningKey');
        expect(condition).toEqual({
          StringEquals: { 'kms:SigningAlgorithm': 'ED25519_SHA_512', 'kms:MessageType': 'RAW' },
        });
      }
      expect(actionsOn('SigningKey')).toEqual(['kms:GetPublicKey', 'kms:Sign']);
    });

    test('to mail, to schedule and to pass a role have one holder each', () => {
      expect(who(({ action }) => action.startsWith('ses:'))).toEqual(['Notification']);
      expect(who(({ action }) => action.startsWith('scheduler:'))).toEqual(['Notification']);
      expect(who(({ action }) => action === 'iam:PassRole')).toEqual(['Notification']);
      const calls = permissions().filter(({ action }) => action === 'lambda:InvokeFunction');
      expect(calls.map(({ who: caller, resource }) => [caller, resource])).toEqual([
        ['Schedules', 'Schedule'],
      ]);
      const mail = permissions().find(({ action }) => action === 'ses:SendEmail');
      expect(mail?.condition).toEqual({
        StringEquals: { 'ses:FromAddress': 'no-reply@contest.example.vn' },
      });
    });
  });
};
