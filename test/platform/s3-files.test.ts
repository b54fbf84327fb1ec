import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { afterAll, describe, expect, test } from 'vitest';
import { createS3Files } from '../../lib/platform/aws/s3-files.ts';
import { edgeBefore } from '../support/edge.ts';
import { type Radosgw, startRadosgw, whyNoRadosgw } from '../support/radosgw.ts';
import { bytesOf, sha256, upload } from '../support/transfer.ts';
import { filesContract } from './files-contract.ts';

const missing = whyNoRadosgw();
if (missing !== undefined) {
  test.skip(`S3 files: skipped, ${missing}`);
} else {
  describe('S3 files on radosgw', () => {
    const opened = new AsyncDisposableStack();
    let server: Radosgw | undefined;
    afterAll(async () => await opened.disposeAsync());

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

    test('a link leads to S3 itself where nothing stands before it', async () => {
      const { client, endpoint } = server!;
      const bucket = 'documents';
      const stored = await createS3Files({ client, bucket }).put('edge', bytesOf('one page'), {
        contentType: 'text/plain',
      });
      const wanted = { ...stored, fileName: 'a.txt', expiresInSeconds: 60 };
      const direct = await createS3Files({ client, bucket }).link(wanted);
      const led = await createS3Files({ client, bucket, linkOrigin: 'https://d1.example.vn' }).link(
        wanted,
      );
      expect([direct, led].map(({ url }) => new URL(url).origin)).toEqual([
        endpoint,
        'https://d1.example.vn',
      ]);
      expect(await (await fetch(direct.url)).text()).toBe('one page');
    });

    filesContract(async () => {
      const bucket = 'documents';
      server = await startRadosgw([bucket]);
      opened.defer(server.stop);
      const { client } = server;
      // Links lead through what stands before the bucket on AWS; uploads do not.
      const edge = await edgeBefore(server.endpoint);
      opened.defer(edge.close);
      const options = { client, bucket, linkOrigin: edge.url };
      return {
        files: createS3Files(options),
        filesAt: (offsetMs) => createS3Files({ ...options, clock: () => Date.now() + offsetMs }),
        verifiesBytes: false,
        storesOnce: false,
        sendsSecurityHeaders: false,
      };
    });
  });
}
