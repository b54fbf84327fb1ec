import { json } from 'node:stream/consumers';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PublishedResult } from '../../lib/contest/publication.ts';
import { routeKey } from '../../lib/contract/route.ts';
import { routes } from '../../lib/contract/routes.ts';
import type { ApiEvent, ApiResult } from '../../lib/http/api-event.ts';
import { createDynamoTable } from '../../lib/platform/aws/dynamo-table.ts';
import type { Table } from '../../lib/platform/table.ts';
import { grantAdministrator } from '../../lib/store/editions.ts';
import { toItem } from '../../lib/store/items.ts';
import { keys } from '../../lib/store/keys.ts';
import objectCreated from '../support/aws-events/object-created.json' with { type: 'json' };
import objectScanned from '../support/aws-events/object-scanned.json' with { type: 'json' };
import tokenGeneration from '../support/aws-events/token-generation.json' with { type: 'json' };
import { type BundledFunctions, startBundledFunctions } from '../support/bundled-functions.ts';
import { type DynamoLocal, skipsDynamoLocal, startDynamoLocal } from '../support/dynamo-local.ts';
import { edgeBefore } from '../support/edge.ts';
import { claimsOf } from '../support/events.ts';
import { exampleWirePlan } from '../support/example-plan.ts';
import { minimalPdf } from '../support/fixtures/pdf.ts';
import { gatewayEvent } from '../support/gateway-event.ts';
import { listen } from '../support/http-server.ts';
import { type Radosgw, startRadosgw, whyNoRadosgw } from '../support/radosgw.ts';
import { readStream } from '../support/read-stream.ts';
import { upload } from '../support/transfer.ts';
import { callerOf, type Person } from '../support/world-callers.ts';
import { exampleContent, offerOf } from '../support/world-entries.ts';

const editionId = 'kon-tum-2022';
/** Within the example's submission window. */
const receivedAt = '2022-06-15T03:00:00.000Z';

const applicant: Person = { personId: 'applicant-0001', email: 'applicant@example.vn' };
/** Cognito keeps an address as it was typed at sign-up; the administrator was granted in other letters. */
const administrator: Person = { personId: 'administrator-0001', email: 'a@example.vn' };
const granted = 'A@Example.vn';

const shown = {
  editionId,
  name: { vi: 'Cuộc thi', en: 'Contest' },
  organiser: { vi: 'Sở', en: 'Department' },
  timeZone: 'Asia/Ho_Chi_Minh',
  tracks: [],
  resultVersion: 1,
  state: 'published' as const,
  publishedAt: '2022-10-10T01:00:00.000Z',
  decision: {
    documentNumber: '12/QĐ',
    issuedOn: '2022-10-10',
    title: 'Về việc công nhận kết quả',
    signer: { position: 'GIÁM ĐỐC', name: 'Y Blô' },
  },
  digest: 'a'.repeat(64),
  awards: [],
  earlier: [],
};
const result: PublishedResult = { ...shown, planVersion: 1 };

const whyNot = whyNoRadosgw();
if (whyNot !== undefined) console.warn(`skipped: ${whyNot}`);

/**
 * What is deployed, as it is called: bundled, in a process each, by documented events. The tests go on from one another.
 * Left out is `submitEntry`, whose receipt KMS signs (test/platform/aws/kms-signer.test.ts has its wire format).
 */
describe.skipIf(whyNot !== undefined || skipsDynamoLocal())('the bundles made for AWS', () => {
  const opened = new AsyncDisposableStack();
  /** What the scheduler was asked. */
  const wishes: { method: string | undefined; url: string | undefined; body: unknown }[] = [];
  let functions: BundledFunctions;
  let dynamo: DynamoLocal;
  let s3: Radosgw;
  let mainTable: string;
  /** Where links to dossiers lead. */
  let edgeUrl: string;
  let table: Table;
  /** The dossier's file, once it is uploaded. */
  const stored = { entryId: '', documentId: '', key: '', versionId: '' };
  const pdf = minimalPdf('Thuyết minh');

  beforeAll(async () => {
    const scheduler = await listen(async (request, response) => {
      const { method, url } = request;
      wishes.push({ method, url, body: await json(request) });
      response.setHeader('content-type', 'application/json').end('{"ScheduleArn":"arn"}');
    });
    opened.defer(scheduler.close);
    [dynamo, s3] = await Promise.all([startDynamoLocal(), startRadosgw(['documents', 'results'])]);
    opened.defer(dynamo.stop);
    opened.defer(s3.stop);
    const edge = await edgeBefore(s3.endpoint);
    opened.defer(edge.close);
    edgeUrl = edge.url;
    const names = await dynamo.createTables();
    mainTable = names.mainTable;
    table = createDynamoTable({ client: dynamo.client, ...names });
    await grantAdministrator(table, granted);
    functions = opened.use(
      await startBundledFunctions(
        {
          MAIN_TABLE: mainTable,
          LEDGER_TABLE: names.ledgerTable,
          DOCUMENTS_BUCKET: 'documents',
          DOCUMENTS_ORIGIN: edge.url,
          RESULTS_BUCKET: 'results',
          SIGNING_KEY_ID: 'arn:aws:kms:ap-southeast-1:111122223333:key/none',
          ORIGIN: 'https://contest.example.vn',
          MALWARE_SCAN: 'required',
          MAIL_FROM: 'no-reply@contest.example.vn',
          SCHEDULE_GROUP: 'group',
          SCHEDULE_ROLE_ARN: 'arn:role',
          SCHEDULE_TARGET_ARN: 'arn:target',
          SCHEDULE_DEAD_LETTER_ARN: 'arn:dead',
        },
        {
          AWS_REGION: 'ap-southeast-1',
          AWS_ACCESS_KEY_ID: 'local',
          AWS_SECRET_ACCESS_KEY: 'local',
          AWS_SESSION_TOKEN: 'local',
          AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
          AWS_ENDPOINT_URL_S3: s3.endpoint,
          AWS_ENDPOINT_URL_SCHEDULER: scheduler.url,
        },
      ),
    );
  }, 120_000);

  afterAll(async () => await opened.disposeAsync());

  /** Dispatched as API Gateway does, to the function of the route. */
  const handler = async (event: ApiEvent): Promise<ApiResult> => {
    const route = Object.values(routes).find((each) => routeKey(each) === event.routeKey)!;
    return (await functions.get(route.capability).call(gatewayEvent(event))) as ApiResult;
  };
  const as = ({ personId, email }: Person) =>
    callerOf(
      handler,
      () => receivedAt,
      editionId,
      claimsOf(personId, { email, email_verified: true }),
    );
  const anonymous = callerOf(handler, () => receivedAt, editionId);

  const inspection = async () => {
    const { documents } = await as(applicant).reply(routes.getEntry, {
      path: { entryId: stored.entryId },
    });
    return documents.map((one) => [one.documentId, one.inspection]);
  };
  /** What Lambda would be given of the table's changes so far, of items of this key. */
  const changesOf = async (pk: string) => {
    const records = await readStream(dynamo.client, dynamo.endpoint, mainTable);
    return { Records: records.filter(({ dynamodb }) => dynamodb?.Keys?.['pk']?.S === pk) };
  };

  test('run on the Node of Lambda’s runtime', () => {
    for (const name of functions.names) {
      expect(functions.get(name).version).toMatch(/^v24\./);
    }
  });

  test('editions: an administrator sets one up, everybody reads it', async () => {
    const body = { editionId, plan: exampleWirePlan() };
    const made = await as(administrator).reply(routes.createEdition, { body });
    expect(await anonymous.reply(routes.getEdition)).toEqual(made);
    const denied = await as(applicant).call(routes.createEdition, { body });
    expect([denied.status, JSON.parse(denied.text).code]).toEqual([403, 'forbidden']);
  });

  test('registration: an entry is begun', async () => {
    const entry = await as(applicant).reply(routes.createEntry, { body: exampleContent() });
    expect(entry.state).toBe('draft');
    stored.entryId = entry.entryId;
  });

  test('documents: a ticket takes the file, and its version is confirmed', async () => {
    const { entryId } = stored;
    const ticketed = await as(applicant).reply(routes.requestUpload, {
      path: { entryId },
      body: offerOf(pdf),
    });
    expect(await upload(ticketed.upload, pdf)).toBe(200);
    const { documentId } = ticketed;
    const confirmed = await as(applicant).reply(routes.confirmDocument, {
      path: { entryId, documentId },
    });
    expect([confirmed.confirmed, confirmed.inspection]).toEqual([true, 'pending']);
    const key = `${editionId}/${entryId}/${documentId}`;
    const { VersionId = '' } = await s3.client.send(
      new GetObjectCommand({ Bucket: 'documents', Key: key }),
    );
    Object.assign(stored, { documentId, key, versionId: VersionId });
  });

  test('inspection: clean once the structure is read and the scanner has spoken', async () => {
    const { documentId, key, versionId } = stored;
    const object = {
      ...objectCreated.detail.object,
      key,
      size: pdf.length,
      'version-id': versionId,
    };
    await functions.get('inspection').call({
      ...objectCreated,
      detail: { ...objectCreated.detail, object },
    });
    expect(await inspection()).toEqual([[documentId, 'pending']]);
    const s3ObjectDetails = {
      ...objectScanned.detail.s3ObjectDetails,
      objectKey: key,
      versionId,
    };
    await functions.get('inspection').call({
      ...objectScanned,
      detail: { ...objectScanned.detail, s3ObjectDetails },
    });
    expect(await inspection()).toEqual([[documentId, 'clean']]);
  });

  test('documents: a link leads to the file through what stands before the bucket', async () => {
    const { entryId, documentId } = stored;
    const { url } = await as(applicant).reply(routes.linkDocument, {
      path: { entryId, documentId },
    });
    expect(new URL(url).origin).toBe(edgeUrl);
    const file = await fetch(url);
    expect([file.status, Buffer.from(await file.arrayBuffer())]).toEqual([200, Buffer.from(pdf)]);
    expect((await fetch(url.slice(0, url.indexOf('?')))).status).toBe(403);
  });

  test('judging: a round without assignments does not open', async () => {
    const roundId = exampleWirePlan().rounds[0]!.id;
    const early = await as(administrator).call(routes.openRound, { path: { roundId } });
    expect([early.status, JSON.parse(early.text).code]).toEqual([409, 'state-conflict']);
  });

  test('results: there is none yet', async () => {
    const early = await anonymous.call(routes.getResult);
    expect([early.status, JSON.parse(early.text).code]).toEqual([404, 'not-found']);
  });

  test('publication: a published result becomes its public files', async () => {
    const item = toItem(keys.result(editionId), result);
    await table.write(
      [item, toItem(keys.resultVersion(editionId, 1), result)].map((one) => ({
        kind: 'put',
        item: one,
        when: { absent: true },
      })),
    );
    const changes = await changesOf(item.pk);
    expect(changes.Records.length).toBe(2);
    const answer = await functions.get('publication').call(changes);
    expect(answer).toEqual({ batchItemFailures: [] });
    const files = ['results.json', 'index.html'].map(async (name) => {
      const Key = `results/${editionId}/${name}`;
      const file = await s3.client.send(new GetObjectCommand({ Bucket: 'results', Key }));
      return [file.ContentType, await file.Body!.transformToString()] as const;
    });
    const [data, page] = await Promise.all(files);
    expect([data![0], JSON.parse(data![1])]).toEqual(['application/json; charset=utf-8', shown]);
    expect(page![0]).toBe('text/html; charset=utf-8');
    expect(page![1]).toContain('12/QĐ');
  });

  test('notification: a new edition’s freeze is asked for, and what is no news is passed over', async () => {
    const changes = await changesOf(`EDITION#${editionId}`);
    expect(changes.Records.length).toBeGreaterThan(2);
    const answer = await functions.get('notification').call(changes);
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(wishes.map(({ method, url }) => [method, url])).toEqual([
      ['POST', `/schedules/freeze.${editionId}`],
    ]);
    expect(wishes[0]!.body).toMatchObject({
      GroupName: 'group',
      ScheduleExpressionTimezone: 'UTC',
      Target: { Arn: 'arn:target', RoleArn: 'arn:role' },
    });
  });

  test('schedule: what the scheduler was asked to send freezes the edition', async () => {
    const { Target } = wishes[0]!.body as { Target: { Input: string } };
    expect(await functions.get('schedule').call(JSON.parse(Target.Input))).toBeNull();
    expect((await anonymous.reply(routes.getEdition)).phase).toBe('frozen');
  });

  test('sign-in: the token says the verified address', async () => {
    const { response, ...sent } = tokenGeneration;
    expect(await functions.get('sign-in').call({ ...sent, response })).toEqual({
      ...sent,
      response: {
        claimsAndScopeOverrideDetails: {
          accessTokenGeneration: {
            claimsToAddOrOverride: { email: 'mai@example.vn', email_verified: 'true' },
          },
        },
      },
    });
  });

  test('none wrote to its error output, and none logged a fault', () => {
    const outputs = functions.names.map((name) => functions.get(name).output());
    expect(outputs.map(({ errors }) => errors).join('')).toBe('');
    const faults = outputs
      .flatMap(({ log }) => log.split('\n'))
      .filter((line) => /ERROR/.test(line));
    expect(faults).toEqual([]);
  });
});
