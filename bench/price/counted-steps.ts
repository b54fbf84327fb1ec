import { routes } from '../../lib/contract/routes.ts';
import { openWorld, type World } from '../../test/support/world.ts';
import {
  closeSubmissions,
  draftEntry,
  exampleContent,
  screen,
  submittedEntry,
  uploadedDocument,
} from '../../test/support/world-entries.ts';
import {
  allPairs,
  assign,
  type Contender,
  close,
  contenders,
  declare,
  finalRound,
  firstRound,
  handIn,
  open,
  openScoring,
  saveDraft,
  scoreAll,
} from '../../test/support/world-judging.ts';
import { people } from '../../test/support/world-people.ts';
import { approve, publish, signMinutes } from '../../test/support/world-results.ts';
import { emptyMeter, type Meter, meteredTable } from './metered-table.ts';

/** What one step took, what its events did after it included. */
export interface StepCost extends Meter {
  readonly calls: number;
  readonly mails: number;
}

export type CountedSteps = ReadonlyMap<string, StepCost>;

/** Entries and judges of the small contest that is counted. */
export const countedEntries = 9;
export const countedSheets = countedEntries * 3;

type Count = (name: string, work: () => Promise<unknown>, times?: number) => Promise<void>;

/** Walks a small contest through all its steps, every function and event real, and counts what each takes. */
export async function countedSteps(): Promise<CountedSteps> {
  const meter = emptyMeter();
  const around = (table: Parameters<typeof meteredTable>[0]) => meteredTable(table, meter);
  await using world = await openWorld({ around, aroundReactions: around });
  const steps = new Map<string, StepCost>();
  const count: Count = async (name, work, times = 1) => {
    await world.settle();
    Object.assign(meter, emptyMeter());
    const [lines, mails] = [world.lines.length, world.mails.length];
    await work();
    await world.settle();
    const calls = (world.lines.length - lines) / times;
    const sent = (world.mails.length - mails) / times;
    steps.set(name, { ...dividedBy(meter, times), calls, mails: sent });
  };
  const entries = await enter(world, count);
  await judge(world, count, entries);
  await publishAll(world, count, entries);
  return steps;
}

const dividedBy = ({ readUnits, writeUnits, readBytes, changes }: Meter, times: number): Meter => ({
  readUnits: readUnits / times,
  writeUnits: writeUnits / times,
  readBytes: readBytes / times,
  changes: changes / times,
});

async function enter(world: World, count: Count): Promise<readonly Contender[]> {
  const owner = world.as(people.applicant1);
  let own = { entryId: '', version: 0, code: '' };
  await count('look at the contest', () => world.anonymous.reply(routes.getEdition));
  await count('begin a draft', async () => {
    own = await draftEntry(world);
  });
  const { entryId, code } = own;
  const path = { entryId };
  await count('who am I', () => owner.reply(routes.getMe));
  await count('read an own entry', () => owner.reply(routes.getEntry, { path }));
  const edit = { path, body: exampleContent(), ifMatch: own.version };
  await count('save a draft', () => owner.reply(routes.editEntry, edit));
  let documentId = '';
  await count('upload a document', async () => {
    ({ documentId } = await uploadedDocument(world, entryId));
  });
  const body = { acceptedPlanVersion: 1 };
  await count('hand an entry in', () => owner.reply(routes.submitEntry, { path, body }));
  await count('read a receipt', () => owner.reply(routes.getReceipt, { path }));
  const others: Contender[] = [];
  for (const [at, content] of contenders(countedEntries).slice(1).entries()) {
    const owners = [people.applicant2, people.applicant3, people.applicant1];
    others.push(
      await submittedEntry(world, { owner: owners[at % 3] ?? people.applicant1, content }),
    );
  }
  await closeSubmissions(world);
  const secretary = world.as(people.secretary);
  const entries = [{ entryId, code, documentId }, ...others];
  const screenAll = async () => {
    for (const one of entries) await screen(world, one.entryId);
  };
  await count('screen an entry', screenAll, entries.length);
  await count('read a page of the list', () => secretary.reply(routes.listEntries));
  return entries;
}

async function judge(world: World, count: Count, entries: readonly Contender[]): Promise<void> {
  const [first, ...others] = entries;
  if (first === undefined) throw new Error('no entry');
  const { entryId, documentId } = first;
  const path = { roundId: firstRound, entryId };
  const round = { path: { roundId: firstRound } };
  const asJudge = world.as(people.judge1);
  const organiser = world.as(people.organiserA);
  const pairs = allPairs(entries);
  await count('assign an entry to a judge', () => assign(world, pairs), pairs.length);
  const declareAll = async () => {
    for (const one of entries) await declare(world, people.judge1, one.entryId);
  };
  await count('declare no conflict', declareAll, entries.length);
  for (const one of entries) {
    await declare(world, people.judge2, one.entryId);
    await declare(world, people.judge3, one.entryId);
  }
  await open(world);
  await count('read a page of the queue', () => asJudge.reply(routes.listQueue));
  await count('open an entry', () => asJudge.reply(routes.getJudgedEntry, { path }));
  const link = { path: { ...path, documentId } };
  await count('link to a document', () => asJudge.reply(routes.linkJudgedDocument, link));
  await count('open a sheet', () => asJudge.reply(routes.getScoreSheet, { path }));
  await count('save a sheet', () => saveDraft(world, people.judge1, entryId));
  await count('save it again', () => saveDraft(world, people.judge1, entryId, { basedOn: 1 }));
  await count('hand a sheet in', () =>
    asJudge.reply(routes.submitScoreSheet, { path, ifMatch: 2 }),
  );
  for (const by of [people.judge2, people.judge3]) await handIn(world, by, entryId);
  await scoreAll(world, others);
  await count('look at the progress', () => organiser.reply(routes.getProgress, round));
  await count('close a round', () => close(world));
  await count('look at the ranking', () => organiser.reply(routes.previewRanking, round));
  await count('approve a ranking', () => approve(world));
}

/** The final is there to be published; its sheets were counted in the first round. */
async function publishAll(
  world: World,
  count: Count,
  entries: readonly Contender[],
): Promise<void> {
  await openScoring(world, entries, { roundId: finalRound });
  await scoreAll(world, entries, { roundId: finalRound });
  await close(world, finalRound);
  const digest = await approve(world, finalRound);
  await signMinutes(world, digest);
  await count('publish', () => publish(world, digest));
}
