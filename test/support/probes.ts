import * as z from 'zod';
import { Refused } from '../../lib/contest/refusal.ts';
import { pageOf, pageQuery } from '../../lib/contract/page.ts';
import type { Route } from '../../lib/contract/route.ts';
import { noBody, noQuery } from '../../lib/contract/shared.ts';
import { text } from '../../lib/contract/text.ts';
import type { ApiResult } from '../../lib/http/api-event.ts';
import { openCursor, sealCursor } from '../../lib/http/cursor.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { lambda } from '../../lib/http/lambda.ts';
import type { Services } from '../../lib/http/services.ts';
import { openSqliteTable } from '../../lib/platform/host/sqlite-table.ts';
import type { Table } from '../../lib/platform/table.ts';
import { apiEvent, type EventParts } from './events.ts';

/** Routes that are no part of the contest, one of each shape, for testing the shell by itself. */
const path = z.strictObject({ editionId: z.string().max(40) });
const note = z.object({ editionId: z.string(), text: z.string(), version: z.int() });
const shared = { capability: 'editions', params: path, query: noQuery, problems: [] } as const;

export const readNote = {
  ...shared,
  operation: 'readNote',
  method: 'GET',
  path: '/api/notes/{editionId}',
  audience: ['public'],
  summary: 'Reads a note.',
  body: noBody,
  success: 200,
  reply: note,
  etag: true,
} as const satisfies Route;

export const listNotes = {
  ...shared,
  operation: 'listNotes',
  method: 'GET',
  path: '/api/notes',
  params: z.strictObject({}),
  audience: ['signed-in'],
  summary: 'Lists notes.',
  query: pageQuery.extend({ state: z.enum(['open', 'shut']).exactOptional() }),
  body: noBody,
  success: 200,
  reply: pageOf(z.object({ id: z.string() })),
} as const satisfies Route;

export const addNote = {
  ...shared,
  operation: 'addNote',
  method: 'POST',
  path: '/api/notes/{editionId}',
  audience: ['signed-in'],
  summary: 'Adds a note.',
  body: z.strictObject({
    text: text(200),
    tags: z.array(z.string()).max(5).exactOptional(),
    owner: z.strictObject({ name: z.string() }).exactOptional(),
    kind: z.enum(['plain', 'rich']).exactOptional(),
  }),
  success: 201,
  reply: note,
  etag: true,
} as const satisfies Route;

export const changeNote = {
  ...shared,
  operation: 'changeNote',
  method: 'PUT',
  path: '/api/notes/{editionId}',
  audience: ['organiser', 'administrator'],
  summary: 'Changes a note.',
  body: z.strictObject({ text: text(200) }),
  success: 200,
  reply: note,
  etag: true,
  ifMatch: true,
} as const satisfies Route;

export const removeNote = {
  ...shared,
  operation: 'removeNote',
  method: 'DELETE',
  path: '/api/notes/{editionId}',
  audience: ['applicant'],
  summary: 'Removes a note.',
  body: noBody,
  success: 200,
  reply: z.object({}),
  conceal: true,
} as const satisfies Route;

const noteKey = (editionId: string) => ({ pk: `NOTE#${editionId}`, sk: 'NOTE' });

/** The first instant at which no note is added any more. */
export const notesCloseAt = '2026-05-05T00:00:00.000Z';

const endpoints = [
  endpoint(readNote, async ({ path: { editionId }, table }) => {
    const stored = await table.get(noteKey(editionId));
    if (stored === undefined) throw new Refused({ code: 'not-found' });
    // More than the reply declares, as a careless endpoint would answer.
    return { ...note.parse({ ...stored, version: stored.v }), secret: 'planted' };
  }),
  endpoint(listNotes, async ({ query, actor }) => {
    const binding = `listNotes ${actor.personId} ${query.state ?? ''}`;
    const from =
      query.cursor === undefined ? 0 : Number(openCursor(binding, query.cursor, /^\d{1,6}$/));
    const ids = Array.from({ length: query.limit }, (_, index) => ({ id: String(from + index) }));
    return { items: ids, next: sealCursor(binding, String(from + query.limit)) };
  }),
  endpoint(addNote, async ({ path: { editionId }, body, now, actor, save }) => {
    if (now >= notesCloseAt) {
      throw new Refused({ code: 'phase-closed', receivedAt: now, closesAt: notesCloseAt });
    }
    const reply = { editionId, text: body.text, version: 1 };
    const item = { ...noteKey(editionId), editionId, text: body.text, v: 1, by: actor.personId };
    return await save({
      changes: [
        {
          action: { kind: 'put', item, when: { absent: true } },
          otherwise: () => ({ code: 'already-exists', what: 'note' }),
        },
      ],
      reply,
      subject: `note/${editionId}`,
      detail: { length: body.text.length },
    });
  }),
  endpoint(
    changeNote,
    async ({ path: { editionId }, body, ifMatch, actor, admit, save, table }) => {
      const [stored, member] = await table.getMany([
        noteKey(editionId),
        { pk: `NOTE#${editionId}`, sk: `ORGANISER#${actor.personId}` },
      ]);
      admit({ roles: member === undefined ? [] : ['organiser'] });
      if (stored === undefined) throw new Refused({ code: 'not-found' });
      const v = ifMatch + 1;
      const item = { ...noteKey(editionId), editionId, text: body.text, v };
      return await save({
        changes: [
          {
            action: { kind: 'put', item, when: { version: ifMatch } },
            otherwise: (old) => ({ code: 'precondition-failed', currentVersion: old?.v ?? null }),
          },
        ],
        reply: { editionId, text: body.text, version: v },
        subject: `note/${editionId}`,
      });
    },
  ),
  endpoint(removeNote, async ({ path: { editionId }, actor, admit, save, table }) => {
    const stored = await table.get(noteKey(editionId));
    if (stored === undefined) throw new Refused({ code: 'not-found' });
    admit({
      roles: [],
      ...(stored['by'] === actor.personId ? { entryRole: 'lead' as const } : {}),
    });
    return await save({
      changes: [
        {
          action: { kind: 'delete', key: noteKey(editionId), when: { version: stored.v } },
          otherwise: 'reload',
        },
      ],
      reply: {},
      subject: `note/${editionId}`,
    });
  }),
];

export interface Probes {
  readonly table: Table;
  /** The lines the shell logged. */
  readonly lines: readonly { readonly [name: string]: unknown }[];
  readonly call: (route: Pick<Route, 'method' | 'path'>, parts?: EventParts) => Promise<ApiResult>;
  /** Lets somebody organise an edition. */
  readonly appoint: (editionId: string, personId: string) => Promise<void>;
}

/** The probes behind `lambda()` on a SQLite table in memory; `around` may put something between the two. */
export function openProbes(around: (table: Table) => Table = (table) => table): Probes {
  const table = openSqliteTable({ file: ':memory:' });
  const lines: { [name: string]: unknown }[] = [];
  const handler = lambda(endpoints, () => servicesOn(around(table)), {
    log: (line) => lines.push(JSON.parse(line)),
  });
  return {
    table,
    lines,
    call: async (route, parts) => await handler(apiEvent(route, parts)),
    appoint: async (editionId, personId) => {
      const item = { pk: `NOTE#${editionId}`, sk: `ORGANISER#${personId}`, v: 1 };
      await table.write([{ kind: 'put', item }]);
    },
  };
}

/** Services of which only the table is there; whoever touches another part fails loudly. */
export const servicesOn = (table: Table): Services => ({
  table,
  get documents(): never {
    throw new Error('no documents here');
  },
  get signer(): never {
    throw new Error('no signer here');
  },
  settings: { origin: 'https://contest.example.vn', malwareScan: 'required' },
});
