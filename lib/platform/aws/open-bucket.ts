import { S3Client } from '@aws-sdk/client-s3';
import type { Files } from '../files.ts';
import { clientSettings } from './client-settings.ts';
import { type EnvironmentName, environmentValue } from './environment.ts';
import { createS3Files, type S3FilesOptions } from './s3-files.ts';

/** The dossiers' bucket this function was given. */
export const openDocuments = (): Files =>
  openBucket('DOCUMENTS_BUCKET', { linkOrigin: environmentValue('DOCUMENTS_ORIGIN') });

/** The bucket of published results this function was given. */
export const openResults = (): Files => openBucket('RESULTS_BUCKET');

function openBucket(name: EnvironmentName, links: Pick<S3FilesOptions, 'linkOrigin'> = {}): Files {
  const client = new S3Client({
    ...clientSettings(process.env),
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  return createS3Files({ client, bucket: environmentValue(name), ...links });
}
