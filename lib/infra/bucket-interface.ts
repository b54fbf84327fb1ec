import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';

const isInterface = (bucket: Bucket): bucket is Bucket & IBucket => bucket instanceof Bucket;

/**
 * A bucket as the CDK's own interface. Its class says `| undefined` where the interface says `?`, which
 * `exactOptionalPropertyTypes` tells apart. @throws Error never, for what the type promises
 */
export const bucketInterface = (bucket: Bucket): IBucket => {
  if (isInterface(bucket)) return bucket;
  throw new Error('not a bucket');
};
