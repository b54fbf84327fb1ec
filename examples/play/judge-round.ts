import type { WirePlan } from '../../lib/contest/plan-wire.ts';
import type { WireRubric } from '../../lib/contest/rubric-wire.ts';
import { routes } from '../../lib/contract/routes.ts';
import { giveSpecialPrize } from './decide.ts';
import type { PlayedEntry } from './entries.ts';
import { giveEntries } from './give-entries.ts';
import { marksFor } from './marks.ts';
import { holdPitches } from './pitches.ts';
import { reopenSheet } from './reopen-sheet.ts';
import { type Actors, cast } from './stage.ts';

interface RoundToPlay {
  readonly editionId: string;
  readonly roundId: string;
  readonly plan: WirePlan;
  readonly entries: readonly PlayedEntry[];
  readonly judgeIds: readonly string[];
}

/** A round from its assignment to the approval of its ranking; the approved digest. */
export async function judgeRound(actors: Actors, play: RoundToPlay): Promise<string> {
  const { does, stage } = actors;
  const { editionId, roundId, entries, judgeIds } = play;
  const [organiser] = cast.organisers;
  const path = { editionId, roundId };
  const { version } = await does(
    organiser,
    `looks at ${roundId}`,
    routes.getRound,
    { path },
    ({ state }) => state,
  );
  await does(
    organiser,
    'sets the panel and its chair',
    routes.setPanel,
    { path, body: { judges: [...judgeIds], chair: judgeIds[0] ?? '' }, ifMatch: `"${version}"` },
    ({ panel }) => `${panel?.judges.length} judges`,
  );
  await giveEntries(actors, path, entries, judgeIds);
  await does(organiser, 'opens scoring', routes.openRound, { path }, ({ state }) => state);
  if (roundId === 'chung-ket') await holdPitches(actors, path);
  for (const judge of cast.judges.keys()) await scoreAll(actors, play, judge);
  const [first] = entries;
  if (roundId === 'so-khao' && first) {
    await reopenSheet(actors, { editionId, roundId, entryId: first.entryId }, judgeIds);
  }
  await stage.settled();
  await does(
    cast.secretary,
    'looks at the progress',
    routes.getProgress,
    { path },
    ({ submitted, assigned }) => `${submitted} of ${assigned} sheets`,
  );
  await does(
    organiser,
    'closes the round',
    routes.closeRound,
    { path, body: { acceptMissing: false } },
    ({ state }) => state,
  );
  const last = entries.at(-1);
  if (roundId === 'chung-ket' && last) await giveSpecialPrize(actors, path, last);
  const { digest } = await does(
    organiser,
    'looks at the ranking',
    routes.previewRanking,
    { path },
    ({ rankings, digest: seen }) =>
      `${rankings.flatMap(({ overall }) => overall.places.map(({ rank, score }) => `${rank}: ${score}`)).join(', ')}; ties ${rankings.flatMap(({ overall }) => overall.ties).length}; digest ${seen.slice(0, 12)}…`,
  );
  await does(
    organiser,
    'approves the ranking that was seen',
    routes.approveRanking,
    { path, body: { digest } },
    ({ advanced }) => `${advanced.length} go on`,
  );
  return digest;
}

async function scoreAll(actors: Actors, play: RoundToPlay, judge: number): Promise<void> {
  const who = cast.judges[judge] ?? '';
  const { editionId, roundId, entries, plan } = play;
  await actors.does(
    who,
    'opens the list of tasks',
    routes.listQueue,
    { path: { editionId } },
    ({ items }) => `${items.filter((task) => task.roundId === roundId).length} tasks`,
  );
  if (roundId === 'so-khao') await signTerms(actors, play, judge);
  const round = plan.rounds.find(({ id }) => id === roundId);
  for (const [place, entry] of entries.entries()) {
    const held = round?.rubrics.find(({ tracks }) => tracks?.includes(entry.trackId) ?? true);
    if (!held) throw new Error(`no rubric for ${entry.trackId} in ${roundId}`);
    await scoreOne(actors, { editionId, roundId, entryId: entry.entryId }, who, {
      points: marksFor(held.rubric, place, judge),
      title: entry.title,
      rubric: held.rubric,
    });
  }
}

/** Once for the edition: without it nothing opens, as the first judge finds out. */
async function signTerms(
  { does, isRefused }: Actors,
  { editionId, roundId, entries }: RoundToPlay,
  judge: number,
): Promise<void> {
  const who = cast.judges[judge] ?? '';
  const [first] = entries;
  if (judge === 0 && first) {
    const path = { editionId, roundId, entryId: first.entryId };
    await isRefused(who, `opens "${first.title}" unsigned`, routes.getJudgedEntry, { path });
  }
  await does(
    who,
    'signs the terms of confidentiality',
    routes.signConfidentiality,
    { path: { editionId }, body: { acceptedPlanVersion: 1 } },
    ({ confidentiality }) => `version ${confidentiality?.version}`,
  );
}

async function scoreOne(
  { does, isRefused }: Actors,
  path: { readonly editionId: string; readonly roundId: string; readonly entryId: string },
  who: string,
  sheet: {
    readonly points: { readonly [criterionId: string]: string };
    readonly title: string;
    readonly rubric: WireRubric;
  },
): Promise<void> {
  const { points, title } = sheet;
  if (path.roundId === 'so-khao' && who === cast.judges[0]) {
    await isRefused(who, `opens "${title}" undeclared`, routes.getJudgedEntry, { path });
  }
  await does(
    who,
    'declares no conflict of interest',
    routes.declareConflict,
    { path, body: { conflict: false, reason: '' } },
    ({ conflict }) => (conflict ? 'conflict' : 'none'),
  );
  const { documents } = await does(
    who,
    `reads "${title}"`,
    routes.getJudgedEntry,
    { path },
    ({ code, documents: files }) => `${code}, ${files.length} document`,
  );
  for (const { documentId } of documents) {
    await does(
      who,
      'gets a link to the document',
      routes.linkJudgedDocument,
      { path: { ...path, documentId } },
      ({ expiresAt }) => `until ${expiresAt}`,
    );
  }
  const { planVersion } = await does(
    who,
    'opens the score sheet',
    routes.getScoreSheet,
    { path },
    ({ version }) => `version ${version}`,
  );
  const body = { planVersion, points, comment: 'Đã đọc hồ sơ.', note: '' };
  const { version } = await does(
    who,
    'saves the score sheet',
    routes.saveScoreSheet,
    { path, body, ifMatch: '"0"' },
    ({ total, version: revision }) => `total ${total}, revision ${revision}`,
  );
  await does(
    who,
    'hands the score sheet in',
    routes.submitScoreSheet,
    { path, ifMatch: `"${version}"` },
    ({ state }) => state,
  );
}
