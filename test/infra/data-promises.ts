import { describe, expect, test } from 'vitest';
import { TABLE_SHAPE } from '../../lib/platform/aws/table-shape.ts';
import { plainId, referenced, sorted, type Templates } from './synthesize.ts';

/** AWS's own id of its managed policy. */
const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';

/** What is pinned: a resource that changes its logical id is made anew, and its contents stay behind. */
const stateful = {
  DocumentsBucket: 'AWS::S3::Bucket Documents7E5B2978',
  LedgerTable: 'AWS::DynamoDB::GlobalTable LedgerB7379752',
  LogsBucket: 'AWS::S3::Bucket Logs6819BB44',
  MainTable: 'AWS::DynamoDB::GlobalTable Main54E5BC70',
  PagesClient: 'AWS::Cognito::UserPoolClient Pages127DFD1A',
  People: 'AWS::Cognito::UserPool PeopleE38C8D03',
  ResultsBucket: 'AWS::S3::Bucket Results25575328',
  SigningKey: 'AWS::KMS::Key SigningKeyEEFC2790',
  SiteBucket: 'AWS::S3::Bucket SiteE53D7754',
};
const statefulTypes = new Set(Object.values(stateful).map((line) => line.split(' ')[0]));

/** What the data stack promises, in prod. */
export const dataPromises = (get: () => Templates): void => {
  const resources = (type: string) => get().data.findResources(type);
  const all = () => Object.entries(get().data.toJSON()['Resources'] as Resources);
  type Resources = Record<
    string,
    { Type: string; DeletionPolicy?: string; UpdateReplacePolicy?: string }
  >;

  describe('what is stored', () => {
    test('keeps its logical ids, survives the stack, and is nowhere else', () => {
      const found = all().filter(([, { Type }]) => statefulTypes.has(Type));
      expect(sorted(found.map(([id, { Type }]) => `${Type} ${id}`))).toEqual(
        sorted(Object.values(stateful)),
      );
      const kept = found.filter(([, { Type }]) => Type !== 'AWS::Cognito::UserPoolClient');
      for (const [, resource] of kept) {
        expect(resource).toMatchObject({
          DeletionPolicy: 'Retain',
          UpdateReplacePolicy: 'Retain',
        });
      }
      expect(get().contest.stacks.data.terminationProtection).toBe(true);
      for (const template of [get().api, get().web]) {
        const types = Object.values(template.toJSON()['Resources'] as Resources);
        expect(types.filter(({ Type }) => statefulTypes.has(Type))).toEqual([]);
      }
    });
  });

  describe('the tables', () => {
    const table = (id: string) => {
      const [found] = Object.entries(resources('AWS::DynamoDB::GlobalTable')).filter(
        ([logicalId]) => plainId(logicalId) === id,
      );
      return found?.[1]['Properties'];
    };

    test.each(['Main', 'Ledger'])('%s: recoverable for 35 days, protected, on demand', (id) => {
      const { Replicas, BillingMode, KeySchema, GlobalSecondaryIndexes, SSESpecification } =
        table(id);
      expect(Replicas).toEqual([
        {
          Region: 'ap-southeast-1',
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: {
            PointInTimeRecoveryEnabled: true,
            RecoveryPeriodInDays: 35,
          },
          GlobalSecondaryIndexes: [{ IndexName: TABLE_SHAPE.index.name }],
          Tags: [{ Key: 'contest-stage', Value: 'prod' }],
        },
      ]);
      expect(BillingMode).toBe('PAY_PER_REQUEST');
      expect(KeySchema).toEqual([
        { AttributeName: TABLE_SHAPE.partitionKey, KeyType: 'HASH' },
        { AttributeName: TABLE_SHAPE.sortKey, KeyType: 'RANGE' },
      ]);
      expect(GlobalSecondaryIndexes).toEqual([
        {
          IndexName: TABLE_SHAPE.index.name,
          KeySchema: [
            { AttributeName: TABLE_SHAPE.index.partitionKey, KeyType: 'HASH' },
            { AttributeName: TABLE_SHAPE.index.sortKey, KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ]);
      // DynamoDB's own key: the absence of a key of ours, not of encryption.
      expect(SSESpecification).toEqual({ SSEEnabled: false });
    });

    test('only main tells its changes, both images, and lets items expire', () => {
      expect(table('Main')).toMatchObject({
        StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
        TimeToLiveSpecification: { AttributeName: TABLE_SHAPE.timeToLive, Enabled: true },
      });
      expect(Object.keys(table('Ledger'))).not.toContain('StreamSpecification');
      expect(Object.keys(table('Ledger'))).not.toContain('TimeToLiveSpecification');
    });
  });

  describe('the buckets', () => {
    const bucket = (id: string) => resources('AWS::S3::Bucket')[id]?.['Properties'];
    const ids = () => Object.keys(resources('AWS::S3::Bucket'));

    test('are closed, encrypted, and refuse plain HTTP and old TLS', () => {
      const policies = Object.values(resources('AWS::S3::BucketPolicy'));
      for (const id of ids()) {
        expect(bucket(id).PublicAccessBlockConfiguration).toEqual({
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        });
        expect(bucket(id).BucketEncryption.ServerSideEncryptionConfiguration).toEqual([
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } },
        ]);
        const policy = policies.find(({ Properties }) => Properties.Bucket.Ref === id);
        const denied = policy?.['Properties'].PolicyDocument.Statement.filter(
          ({ Effect }: { Effect: string }) => Effect === 'Deny',
        );
        expect(denied.map(({ Condition }: { Condition: object }) => Condition)).toEqual([
          { Bool: { 'aws:SecureTransport': 'false' } },
          { NumericLessThan: { 's3:TlsVersion': 1.2 } },
        ]);
      }
    });

    test('of dossiers: versions, events, uploads from our origin only, no current dossier ever deleted', () => {
      const documents = bucket('Documents7E5B2978');
      expect(documents.VersioningConfiguration).toEqual({ Status: 'Enabled' });
      expect(documents.NotificationConfiguration).toEqual({
        EventBridgeConfiguration: { EventBridgeEnabled: true },
      });
      expect(documents.CorsConfiguration.CorsRules).toEqual([
        {
          AllowedOrigins: ['https://contest.example.vn'],
          AllowedMethods: ['PUT', 'GET'],
          AllowedHeaders: ['content-type', 'if-none-match', 'x-amz-checksum-sha256'],
          MaxAge: 3600,
        },
      ]);
      expect(documents.LifecycleConfiguration.Rules).toEqual([
        {
          Id: 'after-the-contest',
          Status: 'Enabled',
          Transitions: [{ StorageClass: 'GLACIER_IR', TransitionInDays: 180 }],
        },
        {
          Id: 'deleted-dossiers',
          Status: 'Enabled',
          NoncurrentVersionExpiration: { NoncurrentDays: 90 },
          ExpiredObjectDeleteMarker: true,
        },
        {
          Id: 'exports',
          Status: 'Enabled',
          Prefix: '_exports/',
          ExpirationInDays: 1,
          NoncurrentVersionExpiration: { NoncurrentDays: 1 },
        },
        {
          Id: 'abandoned-uploads',
          Status: 'Enabled',
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
        },
      ]);
      expect(referenced(documents.LoggingConfiguration.DestinationBucketName)).toBe('Logs');
    });

    test('are read by nobody outside but this account’s CloudFront, and then results and pages only', () => {
      const allowed = Object.values(resources('AWS::S3::BucketPolicy')).flatMap(({ Properties }) =>
        Properties.PolicyDocument.Statement.filter(
          ({ Effect }: { Effect: string }) => Effect === 'Allow',
        ).map((statement: { Action: string; Principal: { Service?: string } }) =>
          [referenced(Properties.Bucket), statement.Principal.Service, statement.Action].join(' '),
        ),
      );
      expect(sorted(allowed)).toEqual([
        'Logs logging.s3.amazonaws.com s3:PutObject',
        'Logs logging.s3.amazonaws.com s3:PutObject',
        'Logs logging.s3.amazonaws.com s3:PutObject',
        'Results cloudfront.amazonaws.com s3:GetObject',
        'Results cloudfront.amazonaws.com s3:ListBucket',
        'Site cloudfront.amazonaws.com s3:GetObject',
        'Site cloudfront.amazonaws.com s3:ListBucket',
      ]);
    });

    test('sends dossiers through CloudFront, which holds no access, no copy, and no cookie or token', () => {
      const [config, ...others] = Object.values(resources('AWS::CloudFront::Distribution')).map(
        ({ Properties }) => Properties.DistributionConfig,
      );
      expect(others).toEqual([]);
      const { Origins, DefaultCacheBehavior, Logging } = config;
      expect(config).not.toHaveProperty('CacheBehaviors');
      expect(Origins).toEqual([
        {
          Id: DefaultCacheBehavior.TargetOriginId,
          DomainName: { 'Fn::GetAtt': ['Documents7E5B2978', 'RegionalDomainName'] },
          CustomOriginConfig: {
            OriginProtocolPolicy: 'https-only',
            OriginSSLProtocols: ['TLSv1.2'],
          },
        },
      ]);
      expect(DefaultCacheBehavior).toMatchObject({
        AllowedMethods: ['GET', 'HEAD', 'OPTIONS'],
        CachePolicyId: cachingDisabled,
        Compress: false,
        ViewerProtocolPolicy: 'https-only',
      });
      const [asked] = Object.values(resources('AWS::CloudFront::OriginRequestPolicy'));
      expect(asked?.['Properties'].OriginRequestPolicyConfig).toMatchObject({
        CookiesConfig: { CookieBehavior: 'none' },
        HeadersConfig: {
          HeaderBehavior: 'whitelist',
          Headers: ['Origin', 'Access-Control-Request-Headers', 'Access-Control-Request-Method'],
        },
        QueryStringsConfig: { QueryStringBehavior: 'all' },
      });
      expect(referenced(Logging.Bucket)).toBe('Logs');
      const headers = Object.values(resources('AWS::CloudFront::ResponseHeadersPolicy'));
      expect(
        headers.map(
          ({ Properties }) =>
            Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentTypeOptions,
        ),
      ).toEqual([{ Override: true }]);
    });

    test('of dossiers is scanned for malware', () => {
      const [plan, ...others] = Object.values(resources('AWS::GuardDuty::MalwareProtectionPlan'));
      expect(others).toEqual([]);
      expect(referenced(plan?.['Properties'].ProtectedResource.S3Bucket.BucketName)).toBe(
        'Documents',
      );
    });
  });
};
