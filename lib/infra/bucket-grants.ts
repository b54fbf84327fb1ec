import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { allow, type Grant, type Grantable } from './grantable.ts';

/** Listing is what makes S3 answer 404, not 403, for an object that is not there. */
const readObjects = (bucket: Bucket): PolicyStatement[] => [
  allow(['s3:GetObject', 's3:GetObjectVersion'], [bucket.arnForObjects('*')]),
  allow(['s3:ListBucket'], [bucket.bucketArn]),
];

const putObjects = (bucket: Bucket): PolicyStatement =>
  allow(['s3:PutObject'], [bucket.arnForObjects('*')]);

const documentsOf = ({ documents, documentsOrigin }: Grantable): Grant['environment'] => ({
  DOCUMENTS_BUCKET: documents.bucketName,
  DOCUMENTS_ORIGIN: documentsOrigin,
});

/** A presigned URL may do what its signer may: this is the permission behind upload tickets. */
export const takeDocuments = (grantable: Grantable): Grant => ({
  statements: [putObjects(grantable.documents)],
  environment: documentsOf(grantable),
});

/** For those that look into every dossier. */
export const readDocuments = (grantable: Grantable): Grant => ({
  statements: readObjects(grantable.documents),
  environment: documentsOf(grantable),
});

/** Lists for the office lie in the dossiers' bucket, apart: this function reads no dossier. */
export const keepExports = (grantable: Grantable): Grant => ({
  statements: [
    allow(
      ['s3:PutObject', 's3:GetObject', 's3:GetObjectVersion'],
      [grantable.documents.arnForObjects('_exports/*')],
    ),
  ],
  environment: documentsOf(grantable),
});

/** Published files, and what is there of them already. */
export const writeResults = ({ results }: Grantable): Grant => ({
  statements: [putObjects(results), ...readObjects(results)],
  environment: { RESULTS_BUCKET: results.bucketName },
});
