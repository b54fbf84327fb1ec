import type * as z from 'zod';
import { routes } from '../../lib/contract/routes.ts';
import type { PlayedEntry } from './entries.ts';
import { type Actors, cast } from './stage.ts';

/** What everybody can read in the end. */
export interface Published {
  readonly result: z.output<typeof routes.getResult.reply>;
  /** The page, as everybody gets it. */
  readonly page: string;
}

/** A winner no longer wants to be named; then the result is published, by another person than the one who approved it. */
export async function publish(
  { does, isRefused, stage, tell }: Actors,
  editionId: string,
  { digest, shy }: { readonly digest: string; readonly shy: PlayedEntry },
): Promise<Published> {
  const path = { editionId };
  await does(
    shy.owner,
    'no longer agrees to be named',
    routes.withdrawConsent,
    { path: { ...path, entryId: shy.entryId, purpose: 'cong-bo' } },
    ({ withdrawnConsents = [] }) => withdrawnConsents.map(({ purpose }) => purpose).join(', '),
  );
  const publication = { path, body: { digest, documentNumber: '120/QĐ-UBND' } };
  const [approver, publisher] = cast.organisers;
  await isRefused('public', 'asks for the result', routes.getResult, { path });
  await isRefused(
    approver,
    'publishes what the same person approved',
    routes.publishResult,
    publication,
  );
  await does(
    publisher,
    'publishes the result',
    routes.publishResult,
    publication,
    ({ publishedAt }) => `published ${publishedAt}`,
  );
  await stage.settled();
  const result = await does(
    'public',
    'reads the result',
    routes.getResult,
    { path },
    ({ awards }) => awards.map(({ prize, title }) => `${prize.vi}: ${title}`).join('; '),
  );
  const page = await fetch(`${stage.origin}/results/${editionId}/index.html`);
  const text = await page.text();
  tell({
    who: 'public',
    what: `opens ${new URL(page.url).pathname}`,
    answer: `${page.status}, ${text.length} characters`,
  });
  return { result, page: text };
}
