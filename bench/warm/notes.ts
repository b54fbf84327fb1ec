import * as z from 'zod';
import type { Route } from '../../lib/contract/route.ts';
import { noBody, noQuery } from '../../lib/contract/shared.ts';
import { id, text, uuid } from '../../lib/contract/text.ts';
import { type Endpoint, endpoint } from '../../lib/http/endpoint.ts';
import type { ApiHandler } from '../../lib/http/lambda.ts';
import { lambda } from '../../lib/http/lambda.ts';
import type { Services } from '../../lib/http/services.ts';
import type { Item, Table } from '../../lib/platform/table.ts';
import { typical } from '../typical/stack.ts';

/** Endpoints that decide nothing: what is left is the chain. */
const path = z.strictObject({ editionId: id, entryId: uuid });
const shared = {
  capability: 'registration',
  path: '/api/editions/{editionId}/notes/{entryId}',
  audience: ['signed-in'],
  params: path,
  query: noQuery,
  problems: [],
} as const;

const fields = ['title', 'summary', 'publicSummary', 'applicant', 'address'] as const;
const plainField = z.string().min(1).max(6000);
const textField = text(6000, { multiline: true });
const withFields = (field: z.ZodType<string>) =>
  z.strictObject({
    title: field,
    summary: field,
    publicSummary: field,
    applicant: field,
    address: field,
  });
const plainBody = withFields(plainField);
const textBody = withFields(textField);
const storedBody = z.object(plainBody.shape);
const note = plainBody.extend({ entryId: uuid, version: z.int() });

const readNote = {
  ...shared,
  operation: 'readNote',
  method: 'GET',
  summary: 'Reads.',
  body: noBody,
  success: 200,
  reply: note,
  etag: true,
} as const satisfies Route;
const writePlain = {
  ...shared,
  operation: 'writePlain',
  method: 'POST',
  summary: 'Writes.',
  body: plainBody,
  success: 200,
  reply: note,
  etag: true,
} as const satisfies Route;
const writeText = {
  ...writePlain,
  operation: 'writeText',
  body: textBody,
} as const satisfies Route;

/** A paragraph of the size people write, in Vietnamese. */
const paragraph =
  'Lá Sâm Ngọc Linh thường bị bỏ đi khi thu hoạch củ. Chúng tôi thu mua lá ở Tu Mơ Rông. ';

/** 600 characters over five fields, 360 of them in one. */
export const content = Object.fromEntries(
  fields.map((name, at) => [
    name,
    paragraph
      .repeat(5)
      .slice(0, at === 1 ? 360 : 60)
      .trim(),
  ]),
);

const stored: Item = { pk: 'NOTE', sk: 'NOTE', v: 7, ...content };

const stubTable: Table = {
  get: async () => stored,
  getMany: async (keys) => keys.map(() => stored),
  query: async () => ({ items: [stored] }),
  write: async () => {},
  increment: async () => 1,
};

type Note = z.output<typeof plainBody>;

const saved = (entryId: string, body: Note) => ({
  changes: [{ action: { kind: 'put' as const, item: { ...stored, ...body } } }],
  reply: { ...body, entryId, version: 8 },
  subject: `note/${entryId}`,
});

/** The calls that are measured. */
export const noteCalls: { readonly [kind: string]: Endpoint } = {
  GET: endpoint(readNote, async ({ path: at, table }) => {
    const item = await table.get(stored);
    return { ...storedBody.parse(item), entryId: at.entryId, version: item?.v ?? 0 };
  }),
  'write, plain strings': endpoint(writePlain, async ({ path: at, body, save }) =>
    save(saved(at.entryId, body)),
  ),
  'write, `text()` fields': endpoint(writeText, async ({ path: at, body, save }) =>
    save(saved(at.entryId, body)),
  ),
};

/** Our whole chain over a table that answers at once; the lines of the log go nowhere. */
export function ourHandler(one: Endpoint): ApiHandler {
  const services: Pick<Services, 'table' | 'settings'> = {
    table: stubTable,
    settings: { origin: 'https://contest.example.vn', malwareScan: 'off' },
  };
  // Nothing here asks for files or signatures.
  return lambda([one], () => services as Services, { log: () => {} });
}

/** Three stock middlewares of middy and zod, checking the same body and nothing else. */
export function typicalHandler(isRead: boolean) {
  return typical(async (event) =>
    isRead
      ? { ...content, entryId: event.pathParameters['entryId'], version: 7 }
      : { ...storedBody.parse(event.body), entryId: event.pathParameters['entryId'], version: 8 },
  );
}
