import { json } from 'node:stream/consumers';
import * as z from 'zod';
import { toAttributes } from '../../lib/platform/aws/attribute-values.ts';
import type { Item } from '../../lib/platform/table.ts';
import { listen } from '../../test/support/http-server.ts';

const text = z.object({ S: z.string() });
const asked = z.object({
  RequestItems: z
    .record(z.string(), z.object({ Keys: z.array(z.object({ pk: text, sk: text })) }))
    .optional(),
  Key: z.object({ pk: text, sk: text }).optional(),
  ExpressionAttributeValues: z.record(z.string(), z.unknown()).optional(),
});

/**
 * A DynamoDB endpoint that knows these items and takes every write: it answers in well under a millisecond, so that
 * what is measured is the caller.
 */
export async function startStubDynamo(items: readonly Item[]) {
  const byKey = new Map(items.map((item) => [`${item.pk} ${item.sk}`, toAttributes(item)]));
  const answer = (operation: string, body: unknown): object => {
    const { RequestItems = {}, Key, ExpressionAttributeValues } = asked.parse(body);
    if (operation === 'BatchGetItem') {
      const found = Object.entries(RequestItems).map(([table, { Keys }]) => [
        table,
        Keys.map(({ pk, sk }) => byKey.get(`${pk.S} ${sk.S}`)).filter((item) => item !== undefined),
      ]);
      return { Responses: Object.fromEntries(found), UnprocessedKeys: {} };
    }
    if (operation === 'GetItem' && Key) return { Item: byKey.get(`${Key.pk.S} ${Key.sk.S}`) };
    if (operation === 'Query') {
      const partition = text.parse(ExpressionAttributeValues?.[':p']).S;
      const found = items.filter(({ pk }) => pk === partition).map(toAttributes);
      return { Items: found, Count: found.length, ScannedCount: found.length };
    }
    return {};
  };
  return await listen(async (request, response) => {
    const target = String(request.headers['x-amz-target']);
    const reply = answer(target.slice(target.indexOf('.') + 1), await json(request));
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify(reply));
  });
}
