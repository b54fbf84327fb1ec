import { type Acknowledgement, each } from './acknowledgement.ts';
import { documentLinks, origin } from './edge-acknowledgements.ts';
import type { Stage } from './stage.ts';

const apiFunctions = [
  'api/Editions',
  'api/Registration',
  'api/Submission',
  'api/Documents',
  'api/Teams',
  'api/Secretariat',
  'api/Exports',
  'api/Papers',
  'api/Judging',
  'api/Results',
  'api/Certificates',
];
const streamReaders = ['api/Notification', 'api/Publication'];
const deadLetterQueues = [
  'api/ScheduleDeadLetters',
  'api/InspectionDeadLetters',
  'api/NotificationDeadLetters',
  'api/PublicationDeadLetters',
];

const roles = (functions: readonly string[]): string[] => functions.map((name) => `${name}Role`);

const permissions = (stage: Stage): readonly Acknowledgement[] => {
  const data = `contest-${stage.name}-data:ExportsOutputFnGetAtt`;
  return [
    ...each(
      roles(['data/SignIn', 'api/Inspection', 'api/Schedule', ...apiFunctions]),
      'AwsSolutions-IAM5[Resource::*]',
      'X-Ray takes no resource for its two actions; nothing else here is on *.',
    ),
    ...each(
      roles(streamReaders),
      'AwsSolutions-IAM5[Resource::*]',
      'X-Ray and dynamodb:ListStreams take no resource; nothing else here is on *.',
    ),
    ...each(
      roles(['api/Inspection', 'api/Documents']),
      `AwsSolutions-IAM5[Resource::${data}Documents7E5B2978Arn159F38C5/*]`,
      'Which dossier may be touched is decided per request, by the entry it belongs to; the bucket holds nothing else.',
    ),
    {
      at: 'api/PublicationRole',
      id: `AwsSolutions-IAM5[Resource::${data}Results25575328Arn5DD4F5AA/*]`,
      reason:
        'This is the one function that writes published results; the bucket holds nothing else.',
    },
    ...each(
      roles(['api/Exports', 'api/Papers', 'api/Certificates']),
      `AwsSolutions-IAM5[Resource::${data}Documents7E5B2978Arn159F38C5/_exports/*]`,
      'Each export has a key of its own; the function reaches no other part of the bucket.',
    ),
    {
      at: 'api/NotificationRole',
      id: `AwsSolutions-IAM5[Resource::arn:aws:scheduler:${stage.region}:<AWS::AccountId>:schedule/<Schedules>/*]`,
      reason: 'Schedules are made at run time, each under its own name; the group holds only ours.',
    },
    {
      at: 'data/MalwareScanPolicy',
      id: 'AwsSolutions-IAM5[Resource::<Documents7E5B2978.Arn>/*]',
      reason:
        'The scanner has to read every dossier; GuardDuty’s documentation asks for just this.',
    },
    {
      at: 'data/MalwareScanPolicy',
      id: `AwsSolutions-IAM5[Resource::arn:aws:events:${stage.region}:<AWS::AccountId>:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*]`,
      reason: 'GuardDuty ends the name of its managed rule with characters of its own choice.',
    },
  ];
};

const failures: readonly Acknowledgement[] = [
  ...each(
    ['data/SignIn', ...apiFunctions],
    'Serverless-LambdaDLQ',
    'Its caller waits for the answer and sees the failure; nothing is called asynchronously.',
  ),
  ...each(
    ['api/Notification', 'api/Publication'],
    'Serverless-LambdaDLQ',
    'Called from the table’s stream only, whose mapping sets failures aside in a queue.',
  ),
  ...each(
    ['api/Inspection', 'api/Schedule'],
    'Serverless-LambdaDLQ',
    'A failure destination takes its place: it keeps the error as well as the event.',
  ),
  ...deadLetterQueues.flatMap((at) =>
    ['AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy'].map((id) => ({
      at,
      id,
      reason:
        'This is itself the queue of what failed to the end; an alarm goes off at the first message.',
    })),
  ),
];

const people: readonly Acknowledgement[] = [
  {
    at: 'data/People',
    id: 'AwsSolutions-COG2',
    reason:
      'Applicants sign in with a code by mail, which Cognito refuses where MFA is required; judges and organisers enrol theirs.',
  },
  {
    at: 'data/People',
    id: 'AwsSolutions-COG8',
    reason:
      'The plus tier has no free users and costs 0.02 USD for each; sign-in by mailed code leaves few passwords to guess.',
  },
];

const publicRoutes: readonly Acknowledgement[] = each(
  [
    'api/Api/GET--api--certificates--{certificate}',
    'api/Api/GET--api--editions',
    'api/Api/GET--api--editions--{editionId}',
    'api/Api/GET--api--editions--{editionId}--announcement',
    'api/Api/GET--api--editions--{editionId}--plan-versions',
    'api/Api/GET--api--editions--{editionId}--plan-versions--{planVersion}',
    'api/Api/GET--api--editions--{editionId}--receipts--{code}--{submission}',
    'api/Api/GET--api--editions--{editionId}--result',
    'api/Api/GET--api--editions--{editionId}--result--versions--{resultVersion}',
    'api/Api/GET--api--reference--provinces',
    'api/Api/GET--api--reference--provinces--{provinceCode}--communes',
    'api/Api/GET--api--signing-key',
  ],
  'AwsSolutions-APIG4',
  'Public in the route table: editions with the versions of their plans, published results and how far they are called out, the lists of provinces and what checks a receipt are for everybody.',
);

const alarmMail = (stage: Stage): readonly Acknowledgement[] =>
  stage.alarmMail === undefined
    ? []
    : [
        {
          at: 'api/Alarms',
          id: 'Serverless-SNSRedrivePolicy',
          reason:
            'A mail that cannot be delivered is not worth a queue: the alarm stays red in the console.',
        },
      ];

/** Every acknowledgement there is; a test lists them, so that a new one is seen. */
export const acknowledgementsFor = (stage: Stage): readonly Acknowledgement[] => [
  ...permissions(stage),
  ...failures,
  ...people,
  ...publicRoutes,
  ...alarmMail(stage),
  ...documentLinks,
  ...origin(stage),
];
