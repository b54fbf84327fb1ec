import { randomUUID } from 'node:crypto';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { BatchGetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { z } from 'zod';
import { callerOf, documentClient, mainTable, typical } from './stack.ts';

const s3 = new S3Client({});

const bodySchema = z.object({
  kind: z.string(),
  fileName: z.string().min(1).max(255),
  contentType: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
  size: z.number().int().positive().max(50_000_000),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Gives a presigned URL for one file of an entry and notes it. */
export const handler = typical(async (event) => {
  const body = bodySchema.parse(event.body);
  const { editionId, entryId } = event.pathParameters;
  const pk = `ENTRY#${editionId}#${entryId}`;
  const table = mainTable ?? '';
  const { Responses } = await documentClient.send(
    new BatchGetCommand({
      RequestItems: {
        [table]: {
          Keys: [
            { pk: `EDITION#${editionId}`, sk: 'EDITION' },
            { pk, sk: 'ENTRY' },
            { pk, sk: 'DOSSIER' },
          ],
          ConsistentRead: true,
        },
      },
    }),
  );
  const entry = Responses?.[table]?.find((item) => item['sk'] === 'ENTRY');
  if (entry?.['ownerId'] !== callerOf(event)) throw new Error('forbidden');
  const documentId = randomUUID();
  const key = `${editionId}/${entryId}/${documentId}`;
  const url = await getSignedUrl(
    s3,
    new PutObjectCommand({
      Bucket: process.env['DOCUMENTS_BUCKET'],
      Key: key,
      ContentType: body.contentType,
      ContentLength: body.size,
    }),
    { expiresIn: 300 },
  );
  await documentClient.send(
    new TransactWriteCommand({
      TransactItems: [
        { Put: { TableName: table, Item: { pk, sk: `DOC#${documentId}`, ...body } } },
      ],
    }),
  );
  return { documentId, url };
});
