import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { daysBetween } from '../../contest/local-date.ts';
import { formatLocal } from '../../contest/local-time.ts';
import { planFromWire, planToWire } from '../../contest/plan-wire.ts';
import { shiftContent } from '../../contest/shift-content.ts';
import { shiftPlan } from '../../contest/shift-plan.ts';
import { type Client, client } from '../../contract/client.ts';
import { entryContent } from '../../contract/entry-content-schema.ts';
import { planSchema } from '../../contract/plan-schema.ts';
import { ProblemError } from '../../contract/problem-error.ts';
import { routes } from '../../contract/routes.ts';
import { grantAdministrator } from '../../store/editions.ts';
import { writeSynced } from './durable-write.ts';
import { samplePdf } from './sample-pdf.ts';
import { ADMINISTRATOR, PEOPLE, TEAMMATE } from './seed-people.ts';
import type { System } from './system.ts';

const EDITION = 'kon-tum-2022';
const DAYS_LEFT = 30;
/** The place of the entry whose team is not complete yet: a draft. */
const INVITES = 2;

/**
 * Sets the example edition up, open for the next thirty days: through the API, as its people would, but for the first
 * administrator, whom nobody inside could appoint. Once for a data folder; begun again after a crash it goes on
 * where it was, since each act has its own fixed Idempotency-Key.
 */
export async function seed(system: System, dataFolder: string): Promise<void> {
  const marker = join(dataFolder, 'seeded.txt');
  if (existsSync(marker)) return;
  await grantAdministrator(system.table, ADMINISTRATOR);
  const closesAt = `${formatLocalDate(Date.now() + DAYS_LEFT * 86_400_000)}T17:00`;
  try {
    await setUp(system, closesAt);
  } catch (error) {
    // The table was there before this folder: somebody set the edition up already.
    if (!(error instanceof ProblemError && error.code === 'already-exists')) throw error;
  }
  await writeSynced(marker, `${EDITION}\n`);
}

async function setUp(system: System, closesAt: string): Promise<void> {
  const keyOf = (act: string): string => `seed/${closesAt}/${act}`;
  const as = (email: string): Client =>
    client({ origin: system.origin, token: async () => await system.token(email) });
  const path = { editionId: EDITION };

  const administrator = as(ADMINISTRATOR);
  const plan = planFromWire(planSchema.parse(await example('kon-tum-2022.json')));
  await administrator.call(routes.createEdition, {
    body: { editionId: EDITION, plan: planToWire(shiftPlan(plan, closesAt)) },
    idempotencyKey: keyOf('edition'),
  });
  for (const { email, name, role } of PEOPLE) {
    if (role === undefined) continue;
    const { body } = await administrator.call(routes.invitePerson, {
      path,
      body: { email, name, role },
      idempotencyKey: keyOf(`invite/${email}`),
    });
    await as(email).call(routes.acceptInvitation, {
      path: { ...path, invitationId: body.invitationId },
      idempotencyKey: keyOf(`accept/${email}`),
    });
  }
  const days = daysBetween(plan.dates.submissionsCloseAt, closesAt);
  const entries = z.array(entryContent).parse(await example('entries.json'));
  for (const [at, content] of entries.entries()) {
    const email = `startup-${(at % 3) + 1}@example.vn`;
    const entered = await enter({
      startup: as(email),
      content: shiftContent(content, days),
      isHandedIn: at % 3 < 2,
      keyOf: (act) => keyOf(`${act}/${at}`),
    });
    if (at === INVITES) {
      await as(email).call(routes.inviteTeammate, {
        path: entered,
        body: { email: TEAMMATE.email, name: TEAMMATE.name, role: 'editor' },
        idempotencyKey: keyOf('team'),
      });
    }
  }
}

interface EntryPath {
  readonly editionId: string;
  readonly entryId: string;
}

interface Entering {
  readonly startup: Client;
  readonly content: z.infer<typeof entryContent>;
  readonly isHandedIn: boolean;
  readonly keyOf: (act: string) => string;
}

async function enter({ startup, content, isHandedIn, keyOf }: Entering): Promise<EntryPath> {
  const { body } = await startup.call(routes.createEntry, {
    path: { editionId: EDITION },
    body: content,
    idempotencyKey: keyOf('entry'),
  });
  const path = { editionId: EDITION, entryId: body.entryId };
  if (!isHandedIn) return path;
  const pdf = samplePdf(`${body.code}: an example dossier`);
  const ticket = await startup.call(routes.requestUpload, {
    path,
    body: {
      kind: 'thuyet-minh',
      fileName: 'Bản thuyết minh.pdf',
      contentType: 'application/pdf',
      size: pdf.length,
      sha256: createHash('sha256').update(pdf).digest('hex'),
    },
    idempotencyKey: keyOf('ticket'),
  });
  const { documentId, upload } = ticket.body;
  await put(upload, pdf);
  await startup.call(routes.confirmDocument, {
    path: { ...path, documentId },
    idempotencyKey: keyOf('confirm'),
  });
  await startup.call(routes.submitEntry, {
    path,
    body: { acceptedPlanVersion: 1 },
    idempotencyKey: keyOf('submit'),
  });
  return path;
}

async function put(
  { url, headers }: { readonly url: string; readonly headers: { readonly [name: string]: string } },
  bytes: Uint8Array,
): Promise<void> {
  // `fetch` counts the bytes itself and takes no length of ours.
  const { 'content-length': _, ...rest } = headers;
  const response = await fetch(url, { method: 'PUT', headers: rest, body: Buffer.from(bytes) });
  // 412: it arrived before a crash.
  if (!response.ok && response.status !== 412)
    throw new Error(`an upload was answered ${response.status}`);
}

async function example(name: string): Promise<unknown> {
  const file = new URL(`../../../examples/${name}`, import.meta.url);
  return JSON.parse(await readFile(file, 'utf8'));
}

/** The date in the edition's zone, `YYYY-MM-DD`. */
function formatLocalDate(at: number): string {
  const [, date = ''] = formatLocal(new Date(at).toISOString(), 'Asia/Ho_Chi_Minh').split(' ');
  return date.split('/').toReversed().join('-');
}
