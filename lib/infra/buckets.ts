import { Aws, Duration } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  CfnBucket,
  HttpMethods,
  ObjectOwnership,
  StorageClass,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { bucketInterface } from './bucket-interface.ts';
import { type Stage, stateRemoval } from './stage.ts';

export interface Buckets {
  /** The dossiers. */
  readonly documents: Bucket;
  /** Published results; CloudFront serves them under `/results/`, so every key begins with `results/`. */
  readonly results: Bucket;
  /** The pages. */
  readonly site: Bucket;
  /** Who asked S3 and CloudFront for what. */
  readonly logs: Bucket;
}

const closed = (stage: Stage): BucketProps => ({
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: stateRemoval(stage),
});

const abandonedUploads = {
  id: 'abandoned-uploads',
  abortIncompleteMultipartUploadAfter: Duration.days(1),
};

const makeLogs = (scope: Construct, stage: Stage): Bucket =>
  new Bucket(scope, 'Logs', {
    ...closed(stage),
    // CloudFront's standard logs are delivered with an ACL; nothing else here uses one.
    objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
    lifecycleRules: [{ id: 'a-year', expiration: Duration.days(400) }, abandonedUploads],
  });

const makeDocuments = (scope: Construct, stage: Stage, logs: Bucket): Bucket => {
  const documents = new Bucket(scope, 'Documents', {
    ...closed(stage),
    versioned: true,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    serverAccessLogsBucket: bucketInterface(logs),
    serverAccessLogsPrefix: 's3/documents/',
    cors: [
      {
        allowedOrigins: [stage.origin],
        // Judges read PDFs in the page.
        allowedMethods: [HttpMethods.PUT, HttpMethods.GET],
        // Exactly what an upload ticket makes the browser send.
        allowedHeaders: ['content-type', 'if-none-match', 'x-amz-checksum-sha256'],
        maxAge: 3600,
      },
    ],
    lifecycleRules: [
      {
        // A contest is over by then; an old dossier still opens at once, for a fifth of the price.
        id: 'after-the-contest',
        transitions: [
          {
            storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL,
            transitionAfter: Duration.days(180),
          },
        ],
      },
      {
        // Keys are written once, so a version is noncurrent only when somebody deleted it.
        id: 'deleted-dossiers',
        noncurrentVersionExpiration: Duration.days(90),
        expiredObjectDeleteMarker: true,
      },
      {
        // A list of people is fetched within a minute; what is left of it would only leak.
        id: 'exports',
        prefix: '_exports/',
        expiration: Duration.days(1),
        noncurrentVersionExpiration: Duration.days(1),
      },
      abandonedUploads,
    ],
  });
  announceObjects(documents);
  return documents;
};

/** Through the resource's own property: the construct's `eventBridgeEnabled` adds a custom resource and its function. */
const announceObjects = (bucket: Bucket): void => {
  const resource = bucket.node.defaultChild;
  if (!(resource instanceof CfnBucket)) throw new Error('a bucket without its resource');
  resource.notificationConfiguration = {
    eventBridgeConfiguration: { eventBridgeEnabled: true },
  };
};

const makeServed = (scope: Construct, id: string, stage: Stage, logs: Bucket): Bucket => {
  const bucket = new Bucket(scope, id, {
    ...closed(stage),
    versioned: true,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    serverAccessLogsBucket: bucketInterface(logs),
    serverAccessLogsPrefix: `s3/${id.toLowerCase()}/`,
    lifecycleRules: [
      { id: 'replaced', noncurrentVersionExpiration: Duration.days(365) },
      abandonedUploads,
    ],
  });
  readByCloudFront(bucket);
  return bucket;
};

/**
 * Any distribution of this account, not the one: naming it would make this stack wait for the one that waits for it.
 * Listing lets S3 answer 404 for what is not there; CloudFront forwards no query, so nobody can list.
 */
const readByCloudFront = (bucket: Bucket): void => {
  const shared = {
    principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
    conditions: {
      StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
      ArnLike: {
        'aws:SourceArn': `arn:${Aws.PARTITION}:cloudfront::${Aws.ACCOUNT_ID}:distribution/*`,
      },
    },
  };
  bucket.addToResourcePolicy(
    new PolicyStatement({
      ...shared,
      actions: ['s3:GetObject'],
      resources: [bucket.arnForObjects('*')],
    }),
  );
  bucket.addToResourcePolicy(
    new PolicyStatement({ ...shared, actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }),
  );
};

/** Makes the buckets; none is reachable by the public but through CloudFront. */
export const makeBuckets = (scope: Construct, stage: Stage): Buckets => {
  const logs = makeLogs(scope, stage);
  return {
    logs,
    documents: makeDocuments(scope, stage, logs),
    results: makeServed(scope, 'Results', stage, logs),
    site: makeServed(scope, 'Site', stage, logs),
  };
};
