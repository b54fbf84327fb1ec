import {
  CreateBucketCommand,
  HeadBucketCommand,
  PutBucketCorsCommand,
  PutBucketVersioningCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { Files } from '../files.ts';
import type { Positions } from '../positions.ts';
import type { Watcher, WatcherLog } from '../watcher.ts';
import { createBucketWatcher } from './bucket-watcher.ts';
import { createS3Files } from './s3-files.ts';

export interface EndpointBucketsOptions {
  /** Of S3, or of what speaks its protocol; browsers reach it under the same address. */
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** The pages that may upload. */
  readonly origin: string;
  readonly positions: Positions;
  readonly log: WatcherLog;
}

export interface EndpointBuckets {
  readonly documents: Files;
  readonly results: Files;
  /** Puts stored documents into the queue; closes the client too. */
  readonly watcher: Watcher;
}

const DOCUMENTS = 'contest-documents';
const RESULTS = 'contest-results';

/** Both buckets on an S3 endpoint, for a host: made and versioned when they are missing. */
export async function openEndpointBuckets(
  options: EndpointBucketsOptions,
): Promise<EndpointBuckets> {
  const { endpoint, region, credentials, origin } = options;
  const client = new S3Client({
    endpoint,
    region,
    credentials,
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  await makeBucket(client, DOCUMENTS);
  await makeBucket(client, RESULTS);
  await client.send(
    new PutBucketCorsCommand({ Bucket: DOCUMENTS, CORSConfiguration: cors(origin) }),
  );
  return {
    documents: createS3Files({ client, bucket: DOCUMENTS }),
    results: createS3Files({ client, bucket: RESULTS }),
    watcher: createBucketWatcher({ ...options, client, bucket: DOCUMENTS }),
  };
}

async function makeBucket(client: S3Client, bucket: string): Promise<void> {
  try {
    await client.send(new HeadBucketCommand({ Bucket: bucket }));
  } catch (error) {
    if (!(error instanceof Error) || !['NotFound', 'NoSuchBucket'].includes(error.name))
      throw error;
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
  }
  const VersioningConfiguration = { Status: 'Enabled' } as const;
  await client.send(new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration }));
}

/** The pages are of another origin than the bucket; what they may do there is in the signed URL. */
function cors(origin: string) {
  const rule = { AllowedOrigins: [origin], AllowedMethods: ['PUT', 'GET'], AllowedHeaders: ['*'] };
  return { CORSRules: [rule] };
}
