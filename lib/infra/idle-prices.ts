/**
 * What an idle resource costs in ap-southeast-1, in USD a month, as listed in 2026 (before tax). Free tiers are only
 * the ones that never expire.
 */
export const idlePrices = {
  customerKey: 1,
  /** Each yearly rotation keeps the old key material, for the same price again, up to the second one. */
  keyRotations: 2,
  secret: 0.4,
  webAcl: 5,
  webAclRule: 1,
  alarm: 0.1,
  freeAlarms: 10,
  tableGigabyte: 0.285,
  freeTableGigabytes: 25,
  recoveryGigabyte: 0.228,
  standardGigabyte: 0.025,
  instantRetrievalGigabyte: 0.005,
  logGigabyte: 0.03,
  freeLogGigabytes: 5,
} as const;

/** Types that cost by use alone, so nothing when nobody comes. */
export const freeWhenIdle: ReadonlySet<string> = new Set([
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CloudFront::CachePolicy',
  'AWS::CloudFront::Distribution',
  'AWS::CloudFront::Function',
  'AWS::CloudFront::OriginAccessControl',
  'AWS::CloudFront::OriginRequestPolicy',
  'AWS::CloudFront::ResponseHeadersPolicy',
  'AWS::Cognito::ManagedLoginBranding',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolDomain',
  'AWS::Events::Rule',
  'AWS::GuardDuty::MalwareProtectionPlan',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Permission',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::Queue',
  'AWS::SQS::QueuePolicy',
  'AWS::Scheduler::ScheduleGroup',
]);
