import type { WirePlan } from '../../lib/contest/plan-wire.ts';
import { routes } from '../../lib/contract/routes.ts';
import { answerTogether, withOpenQuestion } from './answer-together.ts';
import {
  type EntryContent,
  listOf,
  type PlayedEntry,
  type Receipt,
  sampleEntries,
} from './entries.ts';
import { type Actors, cast } from './stage.ts';
import { type EntryPath, upload } from './upload.ts';

/**
 * Six startups begin an entry and upload their proposals. The first answers the form together with a teammate; the last
 * leaves its draft lying, all others hand in.
 */
export async function handIn(
  actors: Actors,
  editionId: string,
  plan: WirePlan,
): Promise<PlayedEntry[]> {
  const played: (PlayedEntry & { readonly by: string })[] = [];
  const [first, ...others] = sampleEntries(plan);
  if (!first) throw new Error('there are no sample entries');
  for (const [index, content] of [withOpenQuestion(first), ...others].entries()) {
    const { title, trackId } = content;
    const owner = cast.startup(index + 1);
    const entryId = await begin(actors, editionId, owner, content);
    const path = { editionId, entryId };
    const by = index === 0 ? await answerTogether(actors, path, owner, content) : owner;
    const file = { kind: 'thuyet-minh', fileName: 'Bản thuyết minh.pdf', text: title };
    await upload(actors, path, owner, file);
    played.push({ entryId, owner, title, trackId, by });
  }
  await actors.stage.settled();
  for (const { entryId, by } of played.slice(0, -1)) {
    await submit(actors, { editionId, entryId }, by);
  }
  return played;
}

/** A draft, and that it cannot be handed in as it is. */
async function begin(
  { does, isRefused }: Actors,
  editionId: string,
  owner: string,
  content: EntryContent,
): Promise<string> {
  const { entryId } = await does(
    owner,
    `begins the entry "${content.title}"`,
    routes.createEntry,
    { path: { editionId }, body: content },
    ({ code, missing }) => `${code}; still missing: ${listOf(missing)}`,
  );
  const submission = { path: { editionId, entryId }, body: { acceptedPlanVersion: 1 } };
  await isRefused(owner, 'tries to hand it in as it is', routes.submitEntry, submission);
  return entryId;
}

/** Hands an entry in; the receipt. */
export async function submit({ does }: Actors, path: EntryPath, who: string): Promise<Receipt> {
  return await does(
    who,
    'hands the entry in',
    routes.submitEntry,
    { path, body: { acceptedPlanVersion: 1 } },
    ({ code, submission, receivedAt, signature }) =>
      `${code}, submission ${submission}, received ${receivedAt}, signed ${signature.slice(0, 12)}…`,
  );
}
