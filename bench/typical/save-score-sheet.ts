import { BatchGetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { callerOf, documentClient, mainTable, typical } from './stack.ts';

const bodySchema = z.object({
  planVersion: z.number().int().min(1),
  points: z.record(z.string(), z.string().regex(/^\d+(\.\d{1,2})?$/)),
  comment: z.string().max(4000),
  note: z.string().max(4000),
});

/** Saves the sheet of an assigned judge while the round is open. */
export const handler = typical(async (event) => {
  const body = bodySchema.parse(event.body);
  const { editionId, roundId, entryId } = event.pathParameters;
  const judgeId = callerOf(event);
  const table = mainTable ?? '';
  const { Responses } = await documentClient.send(
    new BatchGetCommand({
      RequestItems: {
        [table]: {
          Keys: [
            { pk: `EDITION#${editionId}`, sk: 'PLAN' },
            { pk: `ROUND#${editionId}#${roundId}`, sk: 'ROUND' },
            { pk: `DECLARED#${editionId}#${entryId}`, sk: judgeId },
          ],
          ConsistentRead: true,
        },
      },
    }),
  );
  const items = Responses?.[table] ?? [];
  const round = items.find((item) => item['sk'] === 'ROUND');
  const declaration = items.find((item) => item['sk'] === judgeId);
  if (round?.['state'] !== 'scoring' || declaration?.['conflict'] !== false) {
    throw new Error('forbidden');
  }
  const sheet = {
    pk: `SHEETS#${editionId}#${roundId}`,
    sk: `${entryId}#${judgeId}#SHEET`,
    ...body,
    savedAt: new Date(event.requestContext.timeEpoch).toISOString(),
  };
  await documentClient.send(
    new TransactWriteCommand({
      TransactItems: [
        { Put: { TableName: table, Item: sheet } },
        {
          ConditionCheck: {
            TableName: table,
            Key: { pk: `ROUND#${editionId}#${roundId}`, sk: 'ROUND' },
            ConditionExpression: 'v = :v',
            ExpressionAttributeValues: { ':v': round['v'] },
          },
        },
      ],
    }),
  );
  return { entryId, ...body, savedAt: sheet.savedAt };
});
