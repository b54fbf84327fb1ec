import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { documentClient, mainTable, typical } from './stack.ts';

const sheetSchema = z.object({ entryId: z.string(), marks: z.record(z.string(), z.number()) });

/** Ranks the entries of a round by their mean. */
export const handler = typical(async (event) => {
  const { editionId, roundId } = event.pathParameters;
  const shards = await Promise.all(
    Array.from({ length: 8 }, async (_, shard) => {
      const { Items = [] } = await documentClient.send(
        new QueryCommand({
          TableName: mainTable,
          KeyConditionExpression: 'pk = :p',
          ExpressionAttributeValues: { ':p': `SHEETS#${editionId}#${roundId}#${shard}` },
        }),
      );
      return Items;
    }),
  );
  const sheets = shards
    .flat()
    .filter((item) => String(item['sk']).endsWith('#SHEET'))
    .map((item) => sheetSchema.parse(item));
  const totals = new Map<string, number[]>();
  for (const { entryId, marks } of sheets) {
    const total = Object.values(marks).reduce((sum, mark) => sum + mark, 0);
    totals.set(entryId, [...(totals.get(entryId) ?? []), total]);
  }
  const means = [...totals].map(([entryId, all]) => ({
    entryId,
    mean: all.reduce((sum, total) => sum + total, 0) / all.length,
  }));
  return { ranking: means.toSorted((a, b) => b.mean - a.mean) };
});
