import { setTimeout as sleep } from 'node:timers/promises';
import { ProblemError } from '../../lib/contract/problem-error.ts';
import { routes } from '../../lib/contract/routes.ts';
import { sha256Of } from '../../test/support/world-entries.ts';
import { closesAt, editionId } from './drafts.ts';
import type { Crowd, HandedIn, Step } from './hand-in.ts';
import { persist } from './persist.ts';
import { auditStored } from './stored.ts';

/** What did not hold, one sentence each: none is the goal. */
export interface Found {
  /** Acknowledged and not there, or not as it was acknowledged. */
  readonly lost: readonly string[];
  /** Done more than once, or without anybody having been told; or told and not in the organisers' list. */
  readonly doubled: readonly string[];
  readonly wronglyRefused: readonly string[];
  readonly wronglyAccepted: readonly string[];
  /** A receipt time that cannot be, by the clock of the one who called. */
  readonly mistimed: readonly string[];
  /** Anything else that must hold of what is stored. */
  readonly unsound: readonly string[];
  /** From the freeze until every dossier was inspected, in seconds: what was left of the work that may wait. */
  readonly inspectedAfter: number;
}

const FREEZE_MS = 61_000;
const LONGEST_WAIT_MS = 60_000;

/** Lets the freeze pass, then reads everything back over the API and, once the host has ended, from the disk. */
export async function readBack(
  crowd: Crowd,
  folder: string,
  handedIn: readonly HandedIn[],
): Promise<Found> {
  const { host } = crowd;
  await host.setClock(Date.parse(closesAt) + FREEZE_MS);
  const frozen = performance.now();
  await until(async () => {
    const answer = await crowd.administrator.call(routes.getEdition, { path: { editionId } });
    return answer.body.phase === 'frozen';
  });
  const owners = Map.groupBy(handedIn, ({ draft }) => draft.owner);
  const documents = await everyOwner(owners, async (one) => await lostDocument(crowd, one));
  const inspectedAfter = (performance.now() - frozen) / 1000;
  const entries = await everyOwner(owners, async (one) => await lostEntry(crowd, one));
  const misreported = await wronglyListed(crowd, handedIn);
  await host.stop();
  const stored = await auditStored(folder, handedIn);
  return {
    lost: [...documents, ...entries],
    doubled: [...misreported, ...stored.doubled],
    unsound: stored.unsound,
    ...judge(handedIn),
    inspectedAfter,
  };
}

/** Each refusal and each receipt against the close, and against the clock of the one who called (the same machine's). */
function judge(handedIn: readonly HandedIn[]) {
  const wronglyRefused: string[] = [];
  const wronglyAccepted: string[] = [];
  const mistimed: string[] = [];
  for (const { draft, acts, receipt } of handedIn) {
    for (const { step, answer } of acts) {
      if (answer.kind !== 'late') continue;
      const { receivedAt = '', closesAt: said } = answer.problem;
      const what = `${draft.entryId} ${step}, received ${receivedAt}`;
      if (receivedAt < closesAt || said !== closesAt) wronglyRefused.push(what);
      if (!isWithin(receivedAt, answer.lastSentAt, answer.answeredAt)) mistimed.push(what);
    }
    if (receipt?.kind !== 'done') continue;
    const { receivedAt } = receipt.value;
    const what = `${draft.entryId} received ${receivedAt}`;
    if (receivedAt >= closesAt) wronglyAccepted.push(what);
    if (!isWithin(receivedAt, receipt.firstSentAt, receipt.answeredAt)) mistimed.push(what);
  }
  return { wronglyRefused, wronglyAccepted, mistimed };
}

/** Both clocks are this machine's; a correction by its time service may come between. */
const TOLERANCE_MS = 50;

function isWithin(instant: string, from: number, to: number): boolean {
  const moment = Date.parse(instant);
  return from - TOLERANCE_MS <= moment && moment <= to + TOLERANCE_MS;
}

const isDone = ({ acts }: HandedIn, step: Step): boolean =>
  acts.some((one) => one.step === step && one.answer.kind === 'done');

/** Entry and receipt as they were acknowledged, or what is different. */
async function lostEntry(crowd: Crowd, one: HandedIn): Promise<string[]> {
  const { draft, receipt } = one;
  const client = crowd.applicants[draft.owner]!;
  const path = { editionId, entryId: draft.entryId };
  const entry = await read(async () => await client.call(routes.getEntry, { path }));
  const isSubmitted = receipt?.kind === 'done';
  const seen = {
    isSaved: entry.content.title === draft.content.title,
    documents: entry.documents.map(({ documentId, confirmed }) => [documentId, confirmed]),
    submission: entry.submission,
    state: entry.state,
  };
  const expected = {
    isSaved: isDone(one, 'save draft'),
    documents: one.documentId === undefined ? [] : [[one.documentId, isDone(one, 'confirm')]],
    submission: isSubmitted ? 1 : 0,
    state: isSubmitted ? 'submitted' : 'draft',
  };
  const lost = differences(draft.entryId, seen, expected);
  if (receipt?.kind !== 'done') return lost;
  // What the scan says may change after the answer.
  const { scan: _, ...kept } = await read(
    async () => await client.call(routes.getReceipt, { path }),
  );
  const { scan: __, ...acknowledged } = receipt.value;
  return [...lost, ...differences(`${draft.entryId} receipt`, kept, acknowledged)];
}

/** The bytes of a confirmed document, downloaded as its owner would, or what is different. */
async function lostDocument(crowd: Crowd, one: HandedIn): Promise<string[]> {
  const { draft, documentId } = one;
  if (documentId === undefined || !isDone(one, 'confirm')) return [];
  const client = crowd.applicants[draft.owner]!;
  const path = { editionId, entryId: draft.entryId, documentId };
  const link = await read(async () => await client.call(routes.linkDocument, { path }));
  const { body } = await crowd.transport.send(link.url, { method: 'GET' });
  return differences(`${draft.entryId} document`, sha256Of(body), sha256Of(draft.pdf));
}

function differences(what: string, seen: unknown, expected: unknown): string[] {
  const [is, was] = [JSON.stringify(seen), JSON.stringify(expected)];
  return is === was ? [] : [`${what} is ${is}, acknowledged was ${was}`];
}

/** The organisers' list against what people were told: the list follows the entries, so it may take its time. */
async function wronglyListed(crowd: Crowd, handedIn: readonly HandedIn[]): Promise<string[]> {
  const told = handedIn.filter(({ receipt }) => receipt?.kind === 'done');
  const known = new Set(told.map(({ draft }) => draft.entryId));
  const deadline = performance.now() + LONGEST_WAIT_MS;
  let absent: readonly string[];
  let listed: ReadonlySet<string>;
  do {
    listed = await listedAsSubmitted(crowd);
    absent = [...known].filter((id) => !listed.has(id));
    if (absent.length > 0) await sleep(100);
  } while (absent.length > 0 && performance.now() < deadline);
  const unknown = [...listed].filter((id) => !known.has(id));
  return [
    ...unknown.map((id) => `${id} was submitted, and nobody was told`),
    ...absent.map((id) => `${id} was submitted, and is not in the list`),
  ];
}

async function listedAsSubmitted(crowd: Crowd): Promise<Set<string>> {
  const listed = new Set<string>();
  let cursor: string | undefined;
  do {
    const query = { state: 'submitted' as const, ...(cursor === undefined ? {} : { cursor }) };
    const page = await read(
      async () =>
        await crowd.administrator.call(routes.listEntries, { path: { editionId }, query }),
    );
    for (const { entryId } of page.items) listed.add(entryId);
    cursor = page.next;
  } while (cursor !== undefined);
  return listed;
}

async function everyOwner(
  owners: ReadonlyMap<number, readonly HandedIn[]>,
  look: (one: HandedIn) => Promise<string[]>,
): Promise<string[]> {
  const each = async (own: readonly HandedIn[]) => {
    const found: string[] = [];
    for (const one of own) found.push(...(await look(one)));
    return found;
  };
  return (await Promise.all([...owners.values()].map(each))).flat();
}

/** The body, once the host is not too busy and the inspection has come to it. */
async function read<T>(call: () => Promise<{ readonly body: T }>): Promise<T> {
  let body: T | undefined;
  await until(async () => {
    try {
      const answer = await persist(Date.now, call);
      if (answer.kind === 'done') body = answer.value.body;
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === 'scan-pending')) throw error;
    }
    return body !== undefined;
  });
  return body!;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + LONGEST_WAIT_MS;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error('waited for a minute, in vain');
    await sleep(100);
  }
}
