import { randomBytes } from 'node:crypto';
import type { Client } from '../../lib/contract/client.ts';
import { routes } from '../../lib/contract/routes.ts';
import { exampleWirePlan } from '../../test/support/example-plan.ts';
import { onePage, pdfOf, pdfStream } from '../../test/support/fixtures/pdf.ts';
import { type Content, exampleContent } from '../../test/support/world-entries.ts';
import { persist } from './persist.ts';

export const editionId = 'kon-tum-2022';
/** When the example's plan closes submissions: 17:00 in Vietnam. */
export const closesAt = '2022-07-31T10:00:00.000Z';

/** An entry begun, and what its owner will still do with it. */
export interface Draft {
  readonly entryId: string;
  /** Which applicant's. */
  readonly owner: number;
  readonly etag: string;
  /** What will be saved at the last minute. */
  readonly content: Content;
  readonly pdf: Uint8Array;
}

/** What a storm is made of. */
export interface StormSize {
  readonly clients: number;
  readonly draftsEach: number;
  /** How many of those each client keeps for the last seconds. */
  readonly lastEach: number;
  /** Those are begun so long before the close; their submits arrive from half of it before until half of it after. */
  readonly lastMilliseconds: number;
  readonly pdfBytes: number;
}

/** The example's edition, with room for all drafts of a client. */
export async function setUpEdition(administrator: Client, { draftsEach }: StormSize) {
  const plan = exampleWirePlan();
  const limits = { ...plan.limits, entriesPerApplicant: draftsEach };
  await administrator.call(routes.createEdition, {
    body: { editionId, plan: { ...plan, limits } },
  });
}

/** Begins this applicant's drafts. */
export async function beginDrafts(
  client: Client,
  owner: number,
  { draftsEach, pdfBytes }: StormSize,
): Promise<Draft[]> {
  const drafts: Draft[] = [];
  for (let at = 0; at < draftsEach; at += 1) {
    const content = contentOf(owner * draftsEach + at);
    const idempotencyKey = crypto.randomUUID();
    const begun = await persist(Date.now, () =>
      client.call(routes.createEntry, { path: { editionId }, body: content, idempotencyKey }),
    );
    if (begun.kind === 'late') throw new Error('the drafts came too late');
    const { body, etag = '' } = begun.value;
    drafts.push({
      entryId: body.entryId,
      owner,
      etag,
      content: { ...content, title: `${content.title}, bản cuối` },
      pdf: pdfOfSize(content.title, pdfBytes),
    });
  }
  return drafts;
}

/** A tax code may be unique in an edition: the examples without one can be entered any number of times. */
const contents = [0, 1, 2, 3, 4, 5]
  .map((at) => exampleContent(at))
  .filter(({ applicant }) => applicant?.taxCode === undefined);

function contentOf(at: number): Content {
  const content = contents[at % contents.length]!;
  return { ...content, title: `${content.title} ${at}` };
}

/** A page with a line of text, and a picture's worth of bytes that nobody shows. */
function pdfOfSize(text: string, bytes: number): Uint8Array {
  return pdfOf([...onePage(text), pdfStream('', randomBytes(bytes))]);
}
