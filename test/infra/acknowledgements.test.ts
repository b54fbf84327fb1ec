import { Bucket } from 'aws-cdk-lib/aws-s3';
import { describe, expect, test } from 'vitest';
import { acknowledgementsFor } from '../../lib/infra/acknowledgements.ts';
import type { ContestApp } from '../../lib/infra/contest-app.ts';
import { checkWithNag, constructAt, nagPacks } from '../../lib/infra/nag.ts';
import { buildApp, prodContext, sorted } from './synthesize.ts';

const findings = ({ app }: ContestApp): { path: string; id: string }[] =>
  nagPacks().flatMap((pack) =>
    pack.validateScope(app).violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => ({
        path: constructPath ?? '',
        id: ruleName,
      })),
    ),
  );

const IAM5 = 'AwsSolutions-IAM5';
const documents = 'Documents7E5B2978Arn159F38C5/*';

/** All that is acknowledged in dev, without a certificate. A line more or less is a decision: make it here too. */
const known = [
  `api/Api/GET--api--certificates--{certificate} AwsSolutions-APIG4`,
  `api/Api/GET--api--editions AwsSolutions-APIG4`,
  `api/Api/GET--api--editions--{editionId} AwsSolutions-APIG4`,
  `api/Api/GET--api--editions--{editionId}--announcement AwsSolutions-APIG4`,
  `api/Api/GET--api--editions--{editionId}--plan-versions AwsSolutions-APIG4`,
  `api/Api/GET--api--editions--{editionId}--plan-versions--{planVersion} AwsSolutions-APIG4`,
  `api/Api/GET--api--editions--{editionId}--receipts--{code}--{submission} AwsSolutions-APIG4`,
  `api/Api/GET--api--editions--{editionId}--result AwsSolutions-APIG4`,
  `api/Api/GET--api--editions--{editionId}--result--versions--{resultVersion} AwsSolutions-APIG4`,
  `api/Api/GET--api--reference--provinces AwsSolutions-APIG4`,
  `api/Api/GET--api--reference--provinces--{provinceCode}--communes AwsSolutions-APIG4`,
  `api/Api/GET--api--signing-key AwsSolutions-APIG4`,
  `api/Certificates Serverless-LambdaDLQ`,
  `api/CertificatesRole ${IAM5}[Resource::*]`,
  `api/CertificatesRole ${IAM5}[Resource::contest-dev-data:ExportsOutputFnGetAtt${documents.replace('/*', '/_exports/*')}]`,
  `api/Documents Serverless-LambdaDLQ`,
  `api/DocumentsRole ${IAM5}[Resource::*]`,
  `api/DocumentsRole ${IAM5}[Resource::contest-dev-data:ExportsOutputFnGetAtt${documents}]`,
  `api/Editions Serverless-LambdaDLQ`,
  `api/EditionsRole ${IAM5}[Resource::*]`,
  `api/Exports Serverless-LambdaDLQ`,
  `api/ExportsRole ${IAM5}[Resource::*]`,
  `api/ExportsRole ${IAM5}[Resource::contest-dev-data:ExportsOutputFnGetAtt${documents.replace('/*', '/_exports/*')}]`,
  `api/Inspection Serverless-LambdaDLQ`,
  `api/InspectionDeadLetters AwsSolutions-SQS3`,
  `api/InspectionDeadLetters Serverless-SQSRedrivePolicy`,
  `api/InspectionRole ${IAM5}[Resource::*]`,
  `api/InspectionRole ${IAM5}[Resource::contest-dev-data:ExportsOutputFnGetAtt${documents}]`,
  `api/Judging Serverless-LambdaDLQ`,
  `api/JudgingRole ${IAM5}[Resource::*]`,
  `api/Notification Serverless-LambdaDLQ`,
  `api/NotificationDeadLetters AwsSolutions-SQS3`,
  `api/NotificationDeadLetters Serverless-SQSRedrivePolicy`,
  `api/NotificationRole ${IAM5}[Resource::*]`,
  `api/NotificationRole ${IAM5}[Resource::arn:aws:scheduler:ap-southeast-1:<AWS::AccountId>:schedule/<Schedules>/*]`,
  `api/Papers Serverless-LambdaDLQ`,
  `api/PapersRole ${IAM5}[Resource::*]`,
  `api/PapersRole ${IAM5}[Resource::contest-dev-data:ExportsOutputFnGetAtt${documents.replace('/*', '/_exports/*')}]`,
  `api/Publication Serverless-LambdaDLQ`,
  `api/PublicationDeadLetters AwsSolutions-SQS3`,
  `api/PublicationDeadLetters Serverless-SQSRedrivePolicy`,
  `api/PublicationRole ${IAM5}[Resource::*]`,
  `api/PublicationRole ${IAM5}[Resource::contest-dev-data:ExportsOutputFnGetAttResults25575328Arn5DD4F5AA/*]`,
  `api/Registration Serverless-LambdaDLQ`,
  `api/RegistrationRole ${IAM5}[Resource::*]`,
  `api/Results Serverless-LambdaDLQ`,
  `api/ResultsRole ${IAM5}[Resource::*]`,
  `api/Schedule Serverless-LambdaDLQ`,
  `api/ScheduleDeadLetters AwsSolutions-SQS3`,
  `api/ScheduleDeadLetters Serverless-SQSRedrivePolicy`,
  `api/ScheduleRole ${IAM5}[Resource::*]`,
  `api/Secretariat Serverless-LambdaDLQ`,
  `api/SecretariatRole ${IAM5}[Resource::*]`,
  `api/Submission Serverless-LambdaDLQ`,
  `api/SubmissionRole ${IAM5}[Resource::*]`,
  `api/Teams Serverless-LambdaDLQ`,
  `api/TeamsRole ${IAM5}[Resource::*]`,
  `data/DocumentLinks AwsSolutions-CFR1`,
  `data/DocumentLinks AwsSolutions-CFR2`,
  `data/DocumentLinks AwsSolutions-CFR4`,
  `data/DocumentLinks AwsSolutions-CFR7`,
  `data/MalwareScanPolicy ${IAM5}[Resource::<Documents7E5B2978.Arn>/*]`,
  `data/MalwareScanPolicy ${IAM5}[Resource::arn:aws:events:ap-southeast-1:<AWS::AccountId>:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*]`,
  `data/People AwsSolutions-COG2`,
  `data/People AwsSolutions-COG8`,
  `data/SignIn Serverless-LambdaDLQ`,
  `data/SignInRole ${IAM5}[Resource::*]`,
  `web/Origin AwsSolutions-CFR1`,
  `web/Origin AwsSolutions-CFR2`,
  `web/Origin AwsSolutions-CFR4`,
];

describe.each([
  ['dev', {}],
  ['prod', prodContext],
])('the acknowledgements of %s', (_name, context) => {
  const contest = buildApp(context);
  // References to other stacks get their final form, which the findings name, in a synthesis: here, an unchecked one.
  contest.app.synth();
  const acknowledged = acknowledgementsFor(contest.stage);

  test('are exactly what cdk-nag finds, at the constructs it finds it at', () => {
    const found = findings(contest).map(({ path, id }) => `${path} ${id}`);
    const covers = ({ at, id }: (typeof acknowledged)[number]): string[] => {
      const path = constructAt(contest.stacks, at).node.path;
      return found.filter((one) => one.startsWith(`${path}/`) && one.endsWith(` ${id}`));
    };
    expect(acknowledged.filter((one) => covers(one).length === 0)).toEqual([]);
    expect(found.length).toBeGreaterThan(0);
    expect(sorted(acknowledged.flatMap(covers))).toEqual(sorted(found));
  });

  test('each give a reason one can argue with', () => {
    expect(acknowledged.filter(({ reason }) => reason.length < 30)).toEqual([]);
  });

  test('leave no finding, and hide none that is new', () => {
    checkWithNag(contest);
    expect(findings(contest)).toEqual([]);
    new Bucket(contest.stacks.data, 'Naive');
    expect(sorted(findings(contest).map(({ id }) => id))).toEqual([
      'AwsSolutions-S1',
      'AwsSolutions-S10',
    ]);
  });
});

test('the acknowledgements are these and no others', () => {
  const dev = acknowledgementsFor(buildApp({}).stage).map(({ at, id }) => `${at} ${id}`);
  expect(sorted(dev)).toEqual(known);
  const prod = acknowledgementsFor(buildApp(prodContext).stage).map(({ at, id }) => `${at} ${id}`);
  const inProd = known
    .map((line) => line.replace('contest-dev-', 'contest-prod-'))
    .filter((line) => line !== 'web/Origin AwsSolutions-CFR4');
  expect(sorted(prod)).toEqual(sorted(['api/Alarms Serverless-SNSRedrivePolicy', ...inProd]));
});
