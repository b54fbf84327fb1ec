import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { afterAll, describe, expect, test } from 'vitest';
import { createS3Files } from '../../lib/platform/aws/s3-files.ts';
import { type Radosgw, startRadosgw, whyNoRadosgw } from '../support/radosgw.ts';
import { bytesOf, sha256, upload } from '../support/transfer.ts';
import { filesContract } from './files-contract.ts';

const missing = whyNoRadosgw();
if (missing !== undefined) {
  test.skip(`S3 files: skipped, ${missing}`);
} else {
  describe('S3 files on radosgw', () => {
    let server: Radosgw | undefined;
    afterAll(async () => await server?.stop());

    test('an upload ticket works once, and once of many, where radosgw looks: unversioned', async () => {
      const { client } = server!;
      const bucket = 'unversioned';
      await client.send(new CreateBucketCommand({ Bucket: bucket }));
      const body = bytesOf('one page');
      const ticket = (key: string) =>
        createS3Files({ client, bucket }).ticket({
          key,
          contentType: 'application/pdf',
          size: body.length,
          sha256: sha256(body),
          expiresInSeconds: 60,
        });
      const one = await ticket('one');
      expect([await upload(one, body), await upload(one, body)]).toEqual([200, 412]);
      const many = await ticket('many');
      const statuses = await Promise.all([1, 2, 3, 4, 5, 6].map(() => upload(many, body)));
      expect(statuses.filter((status) => status === 200)).toEqual([200]);
    });

    filesContract(async () => {
      const bucket = 'documents';
      server = await startRadosgw([bucket]);
      const { client } = server;
      return {
        files: createS3Files({ client, bucket }),
        filesAt: (offsetMs) =>
          createS3Files({ client, bucket, clock: () => Date.now() + offsetMs }),
        verifiesBytes: false,
        storesOnce: false,
        sendsSecurityHeaders: false,
      };
    });
  });
}
