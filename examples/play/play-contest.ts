import type * as z from 'zod';
import { routes } from '../../lib/contract/routes.ts';
import { handIn, type PlayedEntry } from './hand-in.ts';
import { judgeRound } from './judge-round.ts';
import { closeAndScreen } from './screen.ts';
import { openPlan, setUp } from './set-up.ts';
import { type Actors, actors, cast, type Stage, type Step } from './stage.ts';

/** What the play ended with, to be looked at again. */
export interface Played {
  readonly editionId: string;
  readonly digest: string;
  readonly entries: readonly PlayedEntry[];
  readonly result: z.output<typeof routes.getResult.reply>;
  /** The published page, as everybody gets it. */
  readonly page: string;
}

/**
 * The whole contest over HTTP, told step by step: an edition is set up, six startups hand in, three judges
 * score two rounds with a tie in each, two organisers approve and publish, everybody reads the result.
 */
export async function playContest(
  stage: Stage & { readonly now: () => number },
  editionId: string,
  tell: (step: Step) => void,
): Promise<Played> {
  const everybody = actors(stage, tell);
  const { judgeIds, plan } = await setUp(everybody, editionId, openPlan(stage.now(), 14));
  const entries = await handIn(everybody, editionId, plan);
  await closeAndScreen(everybody, editionId, entries, { plan, now: stage.now });
  const round = { editionId, plan, judgeIds };
  await judgeRound(everybody, { ...round, roundId: 'so-khao', entries });
  // The last entry does not reach the minimum mean, so it does not go on.
  const finalists = entries.slice(0, -1);
  const digest = await judgeRound(everybody, {
    ...round,
    roundId: 'chung-ket',
    entries: finalists,
  });
  return { editionId, digest, entries, ...(await publish(everybody, editionId, digest)) };
}

async function publish(
  { does, isRefused, stage, tell }: Actors,
  editionId: string,
  digest: string,
): Promise<Pick<Played, 'result' | 'page'>> {
  const path = { editionId };
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
