import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { documentClient, mainTable, typical } from './stack.ts';

const replySchema = z.object({
  editionId: z.string(),
  name: z.object({ vi: z.string(), en: z.string() }),
  opensAt: z.string(),
  closesAt: z.string(),
  plan: z.unknown(),
});

/** Reads an edition and its plan. */
export const handler = typical(async (event) => {
  const pk = `EDITION#${event.pathParameters['editionId']}`;
  const table = mainTable ?? '';
  const { Responses } = await documentClient.send(
    new BatchGetCommand({
      RequestItems: {
        [table]: {
          Keys: [
            { pk, sk: 'EDITION' },
            { pk, sk: 'PLAN' },
          ],
        },
      },
    }),
  );
  const [edition, plan] = ['EDITION', 'PLAN'].map((sk) =>
    Responses?.[table]?.find((item) => item['sk'] === sk),
  );
  return replySchema.parse({ ...edition, plan: JSON.parse(plan?.['planJson']) });
});
