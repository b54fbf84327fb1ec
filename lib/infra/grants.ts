import { Stack } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { TABLE_SHAPE } from '../platform/aws/table-shape.ts';
import { keepExports, readDocuments, takeDocuments, writeResults } from './bucket-grants.ts';
import { allow, type Grant, type Grantable } from './grantable.ts';
import { senderDomain, senderOf } from './stage.ts';

/** One thing a function needs; see `grant`. */
export type Need =
  | 'change-main'
  | 'append-ledger'
  | 'take-documents'
  | 'read-documents'
  | 'keep-exports'
  | 'write-results'
  | 'sign'
  | 'send-mail'
  | 'schedule'
  | 'settings';

const withIndex = (table: TableV2): string[] => [
  table.tableArn,
  `${table.tableArn}/index/${TABLE_SHAPE.index.name}`,
];

/** The `table` port's calls on main: counters are updated, everything else is replaced whole. */
const changeMain = ({ main }: Grantable): Grant => ({
  statements: [
    allow(['dynamodb:Query'], withIndex(main)),
    allow(
      [
        'dynamodb:GetItem',
        'dynamodb:BatchGetItem',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'dynamodb:DeleteItem',
        'dynamodb:ConditionCheckItem',
      ],
      [main.tableArn],
    ),
  ],
  environment: { MAIN_TABLE: main.tableName },
});

/** Nobody may update or delete here. PutItem alone could replace an item: the port's `append` is conditional. */
const appendLedger = ({ ledger }: Grantable): Grant => ({
  statements: [
    allow(['dynamodb:Query'], withIndex(ledger)),
    allow(
      ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:ConditionCheckItem'],
      [ledger.tableArn],
    ),
  ],
  environment: { LEDGER_TABLE: ledger.tableName },
});

/** Only pure Ed25519 over the bytes as they are, so that a signature is what any verifier expects. */
const sign = ({ signingKey }: Grantable): Grant => ({
  statements: [
    allow(['kms:Sign'], [signingKey.keyArn], {
      StringEquals: { 'kms:SigningAlgorithm': 'ED25519_SHA_512', 'kms:MessageType': 'RAW' },
    }),
    allow(['kms:GetPublicKey'], [signingKey.keyArn]),
  ],
  environment: { SIGNING_KEY_ID: signingKey.keyArn },
});

/** SES checks the identity it verified, which is the domain, and we the one address. */
const sendMail = ({ stage, main }: Grantable): Grant => {
  const identity = Stack.of(main).formatArn({
    service: 'ses',
    resource: 'identity',
    resourceName: senderDomain(stage),
  });
  return {
    statements: [
      allow(['ses:SendEmail'], [identity], {
        StringEquals: { 'ses:FromAddress': senderOf(stage) },
      }),
    ],
    environment: { MAIL_FROM: senderOf(stage) },
  };
};

const schedule = ({ schedules }: Grantable): Grant => ({
  statements: [
    allow(
      [
        'scheduler:CreateSchedule',
        'scheduler:UpdateSchedule',
        'scheduler:GetSchedule',
        'scheduler:DeleteSchedule',
      ],
      [schedules.scheduleArns],
    ),
    allow(['iam:PassRole'], [schedules.role.roleArn], {
      StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
    }),
  ],
  environment: {
    SCHEDULE_GROUP: schedules.groupName,
    SCHEDULE_ROLE_ARN: schedules.role.roleArn,
    SCHEDULE_TARGET_ARN: schedules.target.functionArn,
    SCHEDULE_DEAD_LETTER_ARN: schedules.deadLetters.queueArn,
  },
});

const settings = ({ stage }: Grantable): Grant => ({
  statements: [],
  environment: { ORIGIN: stage.origin, MALWARE_SCAN: 'required' },
});

const grants: { readonly [need in Need]: (grantable: Grantable) => Grant } = {
  'change-main': changeMain,
  'append-ledger': appendLedger,
  'take-documents': takeDocuments,
  'read-documents': readDocuments,
  'keep-exports': keepExports,
  'write-results': writeResults,
  sign,
  'send-mail': sendMail,
  schedule,
  settings,
};

/** Gives a function the permission and the variable that names the thing, in one call, so that neither is forgotten. */
export const grant = (to: LambdaFunction, grantable: Grantable, needs: readonly Need[]): void => {
  for (const need of needs) {
    const { statements, environment } = grants[need](grantable);
    for (const statement of statements) to.addToRolePolicy(statement);
    for (const [name, value] of Object.entries(environment)) to.addEnvironment(name, value);
  }
};
