import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import type { ApiResult } from '../../../lib/http/api-event.ts';
import {
  type DynamoLocal,
  LOCAL_CREDENTIALS,
  skipsDynamoLocal,
  startDynamoLocal,
} from '../../support/dynamo-local.ts';
import { apiEvent } from '../../support/events.ts';

/** The handlers as Lambda imports them; importing reads no variable and opens nothing. */
const api = {
  editions: await import('../../../functions/editions/lambda.ts'),
  registration: await import('../../../functions/registration/lambda.ts'),
  submission: await import('../../../functions/submission/lambda.ts'),
  documents: await import('../../../functions/documents/lambda.ts'),
  teams: await import('../../../functions/teams/lambda.ts'),
  secretariat: await import('../../../functions/secretariat/lambda.ts'),
  exports: await import('../../../functions/exports/lambda.ts'),
  papers: await import('../../../functions/papers/lambda.ts'),
  judging: await import('../../../functions/judging/lambda.ts'),
  results: await import('../../../functions/results/lambda.ts'),
  certificates: await import('../../../functions/certificates/lambda.ts'),
};
const events = {
  inspection: await import('../../../functions/inspection/lambda.ts'),
  notification: await import('../../../functions/notification/lambda.ts'),
  publication: await import('../../../functions/publication/lambda.ts'),
  schedule: await import('../../../functions/schedule/lambda.ts'),
};

let logged: string;
beforeEach(() => {
  logged = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    logged += String(line);
    return true;
  });
});
afterEach(() => void vi.restoreAllMocks());

const codeOf = ({ statusCode, body }: ApiResult) => [statusCode, JSON.parse(body).code];

const changed = {
  Records: [
    {
      eventID: 'e1',
      eventName: 'INSERT',
      dynamodb: {
        SequenceNumber: '1',
        NewImage: { pk: { S: 'X' }, sk: { S: 'Y' }, v: { N: '1' } },
      },
    },
  ],
};

test('every operation is dispatched by the function of its capability', async () => {
  const missing = [];
  for (const route of Object.values(routes)) {
    const answer = await api[route.capability].handler(apiEvent(route));
    if (answer.statusCode === 404 || answer.statusCode === 405) missing.push(route.operation);
  }
  expect(missing).toEqual([]);
});

test('a function that lacks a variable is a fault that names it in the log alone', async () => {
  const answer = await api.editions.handler(apiEvent(routes.listEditions));
  expect(codeOf(answer)).toEqual([500, 'internal-error']);
  expect(answer.body).not.toContain('AWS_REGION');
  expect(logged).toContain('AWS_REGION is not set');
});

describe.skipIf(skipsDynamoLocal())('on a real DynamoDB', () => {
  let dynamo: DynamoLocal;
  beforeAll(async () => {
    dynamo = await startDynamoLocal();
    const { mainTable, ledgerTable } = await dynamo.createTables();
    const variables = {
      AWS_REGION: 'local',
      AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
      AWS_SESSION_TOKEN: 'none',
      AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
      MAIN_TABLE: mainTable,
      LEDGER_TABLE: ledgerTable,
      ORIGIN: 'https://contest.example.vn',
      MALWARE_SCAN: 'required',
      MAIL_FROM: 'no-reply@example.vn',
      DOCUMENTS_BUCKET: 'documents',
      DOCUMENTS_ORIGIN: 'https://documents.example.vn',
      RESULTS_BUCKET: 'results',
      SCHEDULE_GROUP: 'group',
      SCHEDULE_TARGET_ARN: 'arn:target',
      SCHEDULE_ROLE_ARN: 'arn:role',
      SCHEDULE_DEAD_LETTER_ARN: 'arn:dead',
    };
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await dynamo.stop();
  });

  test('a function answers from the tables it was given', async () => {
    const { statusCode, body } = await api.editions.handler(apiEvent(routes.listEditions));
    expect([statusCode, JSON.parse(body)]).toEqual([200, { items: [] }]);
  });

  test.each(Object.entries(events))('%s takes a batch of changes', async (_, { handler }) => {
    expect(await handler(changed)).toEqual({ batchItemFailures: [] });
  });

  test('what is no event of ours is thrown back, for Lambda to retry', async () => {
    await expect(events.schedule.handler({ hello: 'world' })).rejects.toThrow();
  });
});
