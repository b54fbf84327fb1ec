import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { WirePlan } from '../../lib/contest/plan-wire.ts';
import { shiftContent } from '../../lib/contest/shift-content.ts';
import { entryContent } from '../../lib/contract/entry-content-schema.ts';
import { routes } from '../../lib/contract/routes.ts';
import { samplePdf } from '../../lib/platform/host/sample-pdf.ts';
import { daysLater } from './set-up.ts';
import { type Actors, cast } from './stage.ts';

/** An entry of the play, and the receipt of what was handed in. */
export interface PlayedEntry {
  readonly entryId: string;
  readonly owner: string;
  readonly title: string;
  readonly trackId: string;
  readonly receipt: Receipt;
}

type Receipt = z.output<typeof routes.submitEntry.reply>;
type EntryContent = z.output<typeof entryContent>;

/** The six sample entries, complete but for their documents, their businesses as old under this plan as in 2022. */
export const sampleEntries = (plan: WirePlan): EntryContent[] => {
  const file = readFileSync(new URL('../entries.json', import.meta.url), 'utf8');
  const json: unknown = JSON.parse(file);
  return z
    .array(entryContent)
    .parse(json)
    .map((content) => shiftContent(content, daysLater(plan)));
};

/** Each startup begins an entry, uploads its proposal and hands it in. */
export async function handIn(
  actors: Actors,
  editionId: string,
  plan: WirePlan,
): Promise<PlayedEntry[]> {
  const played: PlayedEntry[] = [];
  for (const [index, content] of sampleEntries(plan).entries()) {
    played.push(await handInOne(actors, editionId, cast.startup(index + 1), content));
  }
  return played;
}

/** One startup's way from a draft to a receipt. */
async function handInOne(
  actors: Actors,
  editionId: string,
  owner: string,
  content: EntryContent,
): Promise<PlayedEntry> {
  const { does, isRefused } = actors;
  const { entryId, missing } = await does(
    owner,
    `begins the entry "${content.title}"`,
    routes.createEntry,
    { path: { editionId }, body: content },
    ({ code, missing: needs }) =>
      `${code}; still missing: ${needs.map((one) => one.document ?? one.pointer).join(', ')}`,
  );
  const path = { editionId, entryId };
  const submission = { path, body: { acceptedPlanVersion: 1 } };
  if (missing.length > 0) {
    await isRefused(owner, 'tries to hand it in as it is', routes.submitEntry, submission);
  }
  await upload(actors, path, owner, content.title);
  const receipt = await does(
    owner,
    'hands the entry in',
    routes.submitEntry,
    submission,
    ({ code, receivedAt, signature }) =>
      `${code} received ${receivedAt}, signed ${signature.slice(0, 12)}…`,
  );
  const { title, trackId } = content;
  return { entryId, owner, title, trackId, receipt };
}

async function upload(
  { does, tell, stage }: Actors,
  path: { readonly editionId: string; readonly entryId: string },
  owner: string,
  title: string,
): Promise<void> {
  const bytes = samplePdf(title);
  const { documentId, upload: ticket } = await does(
    owner,
    'asks for an upload ticket',
    routes.requestUpload,
    {
      path,
      body: {
        kind: 'thuyet-minh',
        fileName: 'Bản thuyết minh.pdf',
        contentType: 'application/pdf',
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
    },
    ({ upload: given }) => `one PUT until ${given.expiresAt}`,
  );
  const put = await fetch(ticket.url, { method: 'PUT', headers: ticket.headers, body: bytes });
  tell({ who: owner, what: `uploads ${bytes.length} bytes`, answer: String(put.status) });
  await does(
    owner,
    'confirms the upload',
    routes.confirmDocument,
    { path: { ...path, documentId } },
    ({ inspection }) => `inspection ${inspection}`,
  );
  await stage.settled();
}
