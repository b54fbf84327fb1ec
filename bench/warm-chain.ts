import type { Route } from '../lib/contract/route.ts';
import type { Endpoint } from '../lib/http/endpoint.ts';
import { apiEvent, claimsOf } from '../test/support/events.ts';
import type { Effort, Section } from './report.ts';
import { fixed, median } from './statistics.ts';
import { content, noteCalls, ourHandler, typicalHandler } from './warm/notes.ts';

/** One way to answer an event that comes as text, as it comes to a Lambda function. */
interface Variant {
  readonly name: string;
  readonly microseconds: number[];
  readonly answer: (eventText: string) => Promise<string>;
}

const entryId = '0190a6e0-7f4d-7abc-8def-0123456789ab';
const runtime = { getRemainingTimeInMillis: () => 10_000 };

/** The whole warm chain per call, against parsing the event and writing the answer as JSON (P3). */
export const warmChain = async ({ quick }: Effort): Promise<readonly Section[]> => {
  const rows: (string | number)[][] = [];
  for (const [kind, one] of Object.entries(noteCalls)) {
    const eventText = eventOf(one.route);
    const variants = await variantsOf(one, eventText);
    for (const variant of variants) await batch(variant, eventText, quick ? 1000 : 10_000);
    for (const { microseconds } of variants) microseconds.length = 0;
    for (let round = 0; round < (quick ? 4 : 40); round += 1) {
      for (const variant of variants) await batch(variant, eventText, quick ? 200 : 1000);
    }
    const [floor, ours, typical] = variants.map(({ microseconds }) => median(microseconds));
    rows.push([
      kind,
      eventText.length,
      fixed(floor!, 2),
      fixed(ours!, 2),
      `**${fixed(ours! / floor!)}×**`,
      fixed(typical!, 2),
      `${fixed(typical! / floor!)}×`,
    ]);
  }
  return [
    {
      title: 'Warm chain per call (P3: at most 6 × JSON parse + stringify)',
      columns: [
        'call',
        'event bytes',
        'JSON µs',
        'ours µs',
        '**ours × JSON**',
        'typical µs',
        'typical × JSON',
      ],
      rows,
      notes: [
        'JSON: `JSON.parse` of the event and `JSON.stringify` of the answer, which the runtime does for every call; it is part of the others too.',
        'Ours: actor, strict parsing, idempotency record, audit record, reply schema, headers, log line, over a table that answers at once.',
        'Typical: middy with three stock middlewares and a zod schema of plain strings; no actor, no record, no reply schema, no log.',
        'CPU time of the process, median over interleaved batches.',
      ],
    },
  ];
};

function eventOf(route: Route): string {
  const claims = claimsOf('judge-1-0001', { email: 'judge-1@example.vn', email_verified: true });
  const path = { editionId: 'kon-tum-2022', entryId };
  return JSON.stringify(
    apiEvent(route, { path, claims, ...(route.method === 'GET' ? {} : { body: content }) }),
  );
}

async function variantsOf(one: Endpoint, eventText: string): Promise<Variant[]> {
  const ours = ourHandler(one);
  const typical = typicalHandler(one.route.method === 'GET');
  const reply = JSON.stringify(await ours(JSON.parse(eventText), runtime));
  if (!reply.startsWith('{"statusCode":200')) throw new Error(`the chain answered ${reply}`);
  const answer: unknown = JSON.parse(reply);
  const variants: Omit<Variant, 'microseconds'>[] = [
    {
      name: 'JSON',
      answer: async (text) => {
        JSON.parse(text);
        return JSON.stringify(answer);
      },
    },
    { name: 'ours', answer: async (text) => JSON.stringify(await ours(JSON.parse(text), runtime)) },
    {
      name: 'typical',
      answer: async (text) =>
        JSON.stringify(await Reflect.apply(typical, undefined, [JSON.parse(text), {}])),
    },
  ];
  return variants.map((variant) => ({ ...variant, microseconds: [] }));
}

async function batch({ answer, microseconds }: Variant, eventText: string, calls: number) {
  const before = process.cpuUsage();
  for (let call = 0; call < calls; call += 1) await answer(eventText);
  const { user, system } = process.cpuUsage(before);
  microseconds.push((user + system) / calls);
}
