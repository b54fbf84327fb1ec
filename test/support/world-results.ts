import { routes } from '../../lib/contract/routes.ts';
import type { World } from './world.ts';
import type { Content } from './world-entries.ts';
import {
  type Contender,
  close,
  contenders,
  eligibleEntries,
  finalRound,
  firstRound,
  openScoring,
  scoreAll,
} from './world-judging.ts';
import { people } from './world-people.ts';

/** The decision that orders the publication. */
export const documentNumber = '91/QĐ-UBND';

/** The digest of a closed round's outcome. */
export async function digestIn(world: World, roundId = firstRound): Promise<string> {
  const preview = await world
    .as(people.organiserA)
    .reply(routes.previewRanking, { path: { roundId } });
  return preview.digest;
}

/** Organiser A approves what is there. */
export async function approve(world: World, roundId = firstRound): Promise<string> {
  const digest = await digestIn(world, roundId);
  const said = { path: { roundId }, body: { digest } };
  await world.as(people.organiserA).reply(routes.approveRanking, said);
  return digest;
}

/** The first round scored and closed; the n-th entry is the n-th. */
export async function closedFirstRound(
  world: World,
  { contents = contenders(2), gap = 2 }: { contents?: readonly Content[]; gap?: number } = {},
): Promise<readonly Contender[]> {
  const entries = await eligibleEntries(world, contents);
  await openScoring(world, entries);
  await scoreAll(world, entries, { gap });
  await close(world);
  return entries;
}

/** The final scored and closed, with everybody in it. */
export async function closedFinal(
  world: World,
  options: { contents?: readonly Content[]; gap?: number } = {},
): Promise<readonly Contender[]> {
  const entries = await closedFirstRound(world, options);
  await approve(world);
  await openScoring(world, entries, { roundId: finalRound });
  await scoreAll(world, entries, { roundId: finalRound, ...options });
  await close(world, finalRound);
  return entries;
}

/** The final approved by organiser A, with its digest. */
export async function approvedFinal(
  world: World,
  options: { contents?: readonly Content[]; gap?: number } = {},
): Promise<{ entries: readonly Contender[]; digest: string }> {
  const entries = await closedFinal(world, options);
  return { entries, digest: await approve(world, finalRound) };
}

/** Organiser B publishes. */
export async function publish(world: World, digest: string) {
  const said = { body: { digest, documentNumber } };
  return await world.as(people.organiserB).reply(routes.publishResult, said);
}
