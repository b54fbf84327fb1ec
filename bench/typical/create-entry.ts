import { randomUUID } from 'node:crypto';
import { BatchGetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { callerOf, documentClient, mainTable, typical } from './stack.ts';

const bodySchema = z.object({
  title: z.string().min(1).max(200),
  trackId: z.string().max(40),
  fieldId: z.string().max(40).optional(),
  summary: z.string().max(6000).optional(),
  publicSummary: z.string().max(1000).optional(),
  applicant: z
    .object({
      kind: z.string(),
      name: z.string().min(1).max(200),
      phone: z.string().max(20),
      taxCode: z.string().max(14).optional(),
      address: z
        .object({
          provinceCode: z.string().max(10),
          communeCode: z.string().max(10),
          detail: z.string().max(200),
        })
        .optional(),
    })
    .optional(),
  members: z
    .array(z.object({ name: z.string().max(100), role: z.enum(['lead', 'member']) }))
    .max(50),
  consents: z.array(z.object({ purpose: z.string(), version: z.string() })).max(20),
});

/** Creates an entry: reads the edition and what the caller owns, writes both. */
export const handler = typical(async (event) => {
  const body = bodySchema.parse(event.body);
  const editionId = event.pathParameters['editionId'] ?? '';
  const personId = callerOf(event);
  const pk = `EDITION#${editionId}`;
  const table = mainTable ?? '';
  const { Responses } = await documentClient.send(
    new BatchGetCommand({
      RequestItems: {
        [table]: {
          Keys: [
            { pk, sk: 'EDITION' },
            { pk, sk: `OWNER#${personId}` },
          ],
          ConsistentRead: true,
        },
      },
    }),
  );
  const edition = Responses?.[table]?.find((item) => item['sk'] === 'EDITION');
  const now = new Date(event.requestContext.timeEpoch).toISOString();
  if (edition === undefined || now >= edition['closesAt']) throw new Error('closed');
  const entryId = randomUUID();
  const entry = {
    pk: `ENTRY#${editionId}#${entryId}`,
    sk: 'ENTRY',
    entryId,
    ...body,
    createdAt: now,
  };
  await documentClient.send(
    new TransactWriteCommand({
      TransactItems: [
        {
          Put: { TableName: table, Item: entry, ConditionExpression: 'attribute_not_exists(pk)' },
        },
        { Put: { TableName: table, Item: { pk, sk: `OWNER#${personId}`, entryId } } },
      ],
    }),
  );
  return { entryId, ...body, createdAt: now };
});
