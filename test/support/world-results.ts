import { localDateAt } from '../../lib/contest/local-time.ts';
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
const documentNumber = '91/QĐ-UBND';

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

/** The final approved by organiser A, its minutes signed, with its digest. */
export async function approvedFinal(
  world: World,
  options: { contents?: readonly Content[]; gap?: number } = {},
): Promise<{ entries: readonly Contender[]; digest: string }> {
  const entries = await closedFinal(world, options);
  const digest = await approve(world, finalRound);
  await signMinutes(world, digest);
  return { entries, digest };
}

/** The day of the world's clock in Kon Tum. */
const today = (world: World): string => localDateAt(world.now(), 'Asia/Ho_Chi_Minh');

/** The minutes about an approved outcome, signed today. */
export const minutesOf = (world: World, digest: string) => ({
  digest,
  documentNumber: '15/BB-HĐGK',
  signedOn: today(world),
  chair: 'Nguyễn Thị Hồng Đào',
  secretary: 'Y Blô',
});

/** Organiser A records the minutes about an approved outcome. */
export async function signMinutes(
  world: World,
  digest: string,
  roundId = finalRound,
): Promise<void> {
  const said = { path: { roundId }, body: minutesOf(world, digest) };
  await world.as(people.organiserA).reply(routes.recordMinutes, said);
}

/** A decision of today. */
export const decisionOf = (world: World, number = documentNumber) => ({
  documentNumber: number,
  issuedOn: today(world),
  title: 'Về việc công nhận kết quả cuộc thi',
  signer: {
    authority: { kind: 'TM' as const, of: 'ỦY BAN NHÂN DÂN' },
    position: 'CHỦ TỊCH',
    name: 'Lê Ngọc Tuấn',
  },
});

/** Organiser B publishes; what everybody may read then. */
export async function publish(world: World, digest: string) {
  const said = { body: { digest, decision: decisionOf(world) } };
  const { result } = await world.as(people.organiserB).reply(routes.publishResult, said);
  if (!result) throw new Error('planned, not published');
  return result;
}

/** Organiser B plans the publication. */
export async function planPublication(world: World, digest: string, publishAt: string) {
  const said = { body: { digest, decision: decisionOf(world), publishAt } };
  return await world.as(people.organiserB).reply(routes.publishResult, said);
}

/** Looks like a code, and is of no certificate. */
export const noCertificate = '00000-00000-00000-00000-000000';

/** Organiser A issues certificates for all published awards. */
export async function issueAll(world: World) {
  const said = { body: { awards: 'all' as const } };
  return await world.as(people.organiserA).reply(routes.issueCertificates, said);
}

/** The code of the first award's certificate. */
export async function certificateIn(world: World): Promise<string> {
  const { certificates } = await issueAll(world);
  const [first] = certificates;
  if (!first) throw new Error('nothing was awarded');
  return first.code;
}
