import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import middy from '@middy/core';
import httpErrorHandler from '@middy/http-error-handler';
import httpHeaderNormalizer from '@middy/http-header-normalizer';
import httpJsonBodyParser from '@middy/http-json-body-parser';

/** What a handler of the typical stack is given: the event with its body parsed. */
export interface TypicalEvent {
  readonly body: unknown;
  readonly pathParameters: { readonly [name: string]: string };
  readonly requestContext: {
    readonly requestId: string;
    readonly timeEpoch: number;
    readonly authorizer?: { readonly jwt: { readonly claims: { readonly sub: string } } };
  };
}

/** The stock chain around a handler, as the documentation of middy puts it together. */
export const typical = (handle: (event: TypicalEvent) => Promise<object>) =>
  middy<TypicalEvent, unknown>()
    .use(httpHeaderNormalizer())
    .use(httpJsonBodyParser({ disableContentTypeError: true }))
    .use(httpErrorHandler())
    .handler(async (event) => ({
      statusCode: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(await handle(event)),
    }));

/** The document client with its settings found by the SDK. */
export const documentClient = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
  marshallOptions: { removeUndefinedValues: true },
});

/** The table's name. */
export const mainTable = process.env['MAIN_TABLE'];

/** Who calls. */
export const callerOf = ({ requestContext }: TypicalEvent): string =>
  requestContext.authorizer?.jwt.claims.sub ?? '';
