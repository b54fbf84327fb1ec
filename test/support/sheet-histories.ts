import { createHash } from 'node:crypto';
import { type Random, randomFrom } from '../../lib/contest/assignment/random.ts';
import { routes } from '../../lib/contract/routes.ts';
import type { Table } from '../../lib/platform/table.ts';
import { canonicalJson } from '../../lib/store/digest.ts';
import { aroundTable } from './around-table.ts';
import { checkHistory, type Verdict } from './linearizable.ts';
import { refusalIn } from './refusal-in.ts';
import {
  isEffective,
  type SheetAnswer,
  type SheetCall,
  type SheetOperation,
  sheetModel,
} from './sheet-model.ts';
import type { World } from './world.ts';
import type { Answered, Person } from './world-callers.ts';
import { firstRound, marksOf, sheetBody } from './world-judging.ts';
import { people } from './world-people.ts';

/** Whose sheet on what. */
export interface Sheet {
  readonly judge: Person;
  readonly entryId: string;
}

/** So many windows of one judge at once; an organiser opens the sheet again now and then. */
export interface HistorySize {
  readonly clients: number;
  readonly each: number;
}

/** What came of one history. */
export interface CheckedHistory {
  readonly operations: readonly SheetOperation[];
  readonly verdict: Verdict<SheetCall, SheetAnswer>;
  /** Acknowledged acts and the revisions of the audit trail that are at odds; empty when none is lost or made up. */
  readonly atOdds: readonly string[];
}

/** Chance that this seed repeats. */
export const chanceOf = (seed: string): Random =>
  randomFrom(createHash('sha256').update(seed).digest('hex'));

/** The same table, each call of it by chance a few turns of the event loop early or late. */
export function unsteady(table: Table, random: Random): Table {
  const turns = async (): Promise<void> => {
    for (let left = random.below(4); left > 0; left -= 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return aroundTable(table, async (_, proceed) => {
    await turns();
    try {
      return await proceed();
    } finally {
      await turns();
    }
  });
}

/** Clients read, save, hand in and open again one sheet at once, by the real operations; what they saw is checked. */
export async function sheetHistory(
  world: World,
  sheet: Sheet,
  seed: string,
  { clients, each }: HistorySize,
): Promise<CheckedHistory> {
  const operations: SheetOperation[] = [];
  let clock = 0;
  const tick = (): number => {
    clock += 1;
    return clock;
  };
  const client = async (name: string): Promise<void> => {
    const random = chanceOf(`${seed} ${name}`);
    let seen = 0;
    for (let at = 0; at < each; at += 1) {
      const call = nextCall(random, seen, at);
      const key = `${seed}-${name}-${at}`.replaceAll(' ', '-');
      const calledAt = tick();
      // A nervous finger, or a retry before the first answer is there: one act all the same.
      const times = call.kind !== 'read' && random.below(8) === 0 ? 2 : 1;
      const answers = Array.from({ length: times }, async () => {
        const answer = await answered(world, sheet, call, key);
        return { answer, answeredAt: tick() };
      });
      for (const one of asOne(await Promise.all(answers))) {
        operations.push({ client: name, key: sheet.entryId, call, calledAt, ...one });
        if ('version' in one.answer) seen = one.answer.version;
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, at) => client(`client-${at}`)));
  return {
    operations,
    verdict: checkHistory(sheetModel, operations),
    atOdds: await atOddsWithRecord(world, sheet, operations),
  };
}

interface Answers {
  readonly answer: SheetAnswer;
  readonly answeredAt: number;
}

/** A repeated act that was done once is one operation, whose effect is there by its first answer. */
function asOne(answers: readonly Answers[]): readonly Answers[] {
  const done = answers.filter(({ answer }) => ['sheet', 'reopened'].includes(answer.kind));
  const [first, second] = done.sort((a, b) => a.answeredAt - b.answeredAt);
  if (!first) return answers;
  if (second && canonicalJson(first.answer) !== canonicalJson(second.answer)) return answers;
  // Its twin may have been asked to come again, and never to have found another version than its own.
  return [first, ...answers.filter(({ answer }) => !done.some((one) => one.answer === answer))];
}

function nextCall(random: Random, seen: number, at: number): SheetCall {
  const chance = random.below(40);
  if (chance < 12) return { kind: 'read' };
  if (chance < 33) return { kind: 'save', basedOn: seen, written: writtenBy(random, at) };
  return chance < 37 ? { kind: 'submit', basedOn: seen } : { kind: 'reopen' };
}

/** What a judge writes, each time something else. */
function writtenBy(random: Random, at: number): string {
  const points = marksOf(firstRound, random.below(10));
  return canonicalJson({ points, comment: `Ý kiến ${at} ${random.below(1e6)}`, note: `${at}` });
}

async function answered(
  world: World,
  { judge, entryId }: Sheet,
  call: SheetCall,
  idempotencyKey: string,
): Promise<SheetAnswer> {
  const path = { roundId: firstRound, entryId };
  const asJudge = world.as(judge);
  if (call.kind === 'read') return answerIn(await asJudge.call(routes.getScoreSheet, { path }));
  if (call.kind === 'reopen') {
    const said = { path: { ...path, judgeId: judge.personId }, body: { reason: 'Chấm lại' } };
    const answer = await world
      .as(people.organiserA)
      .call(routes.reopenSheet, { ...said, idempotencyKey });
    if (answer.status !== 200) return refusedBy(answer);
    return { kind: 'reopened', version: answer.body.version };
  }
  const said = { path, ifMatch: call.basedOn, idempotencyKey };
  if (call.kind === 'submit') return answerIn(await asJudge.call(routes.submitScoreSheet, said));
  const body = sheetBody(JSON.parse(call.written));
  return answerIn(await asJudge.call(routes.saveScoreSheet, { ...said, body }));
}

type SheetBody = {
  readonly version: number;
  readonly state: 'none' | 'draft' | 'submitted';
  readonly points: object;
  readonly comment: string;
  readonly note: string;
};

function answerIn(answer: Answered<SheetBody>): SheetAnswer {
  if (answer.status !== 200) return refusedBy(answer);
  const { version, state, points, comment, note } = answer.body;
  const written = version === 0 ? '' : canonicalJson({ points, comment, note });
  return { kind: 'sheet', version, state, written };
}

/** @throws Error for an answer that no such call may get */
function refusedBy(answer: Answered<unknown>): SheetAnswer {
  const refusal = refusalIn(answer) as {
    readonly code: string;
    readonly currentVersion?: number;
    readonly state?: 'not-started' | 'draft' | 'submitted';
  };
  const { code, currentVersion, state } = refusal;
  if (code === 'precondition-failed') return { kind: 'stale', version: currentVersion ?? 0 };
  if (code === 'in-progress') return { kind: 'busy' };
  if (code === 'state-conflict' && state !== undefined) return { kind: 'refused', state };
  throw new Error(`unforeseen: ${answer.text}`);
}

/** Each acknowledged act is one revision of the record, with what it wrote, and there is no other. */
async function atOddsWithRecord(
  world: World,
  { judge, entryId }: Sheet,
  operations: readonly SheetOperation[],
): Promise<readonly string[]> {
  const recorded = new Map<number, string>();
  let cursor: string | undefined;
  do {
    const query = { limit: '100', ...(cursor === undefined ? {} : { cursor }) };
    const said = { path: { roundId: firstRound, entryId }, query };
    const page = await world.as(judge).reply(routes.listSheetRevisions, said);
    for (const { revision, state, points } of page.items) {
      recorded.set(revision, `${state} ${canonicalJson(points)}`);
    }
    cursor = page.next;
  } while (cursor !== undefined);

  const atOdds: string[] = [];
  for (const { call, answer } of operations.filter(isEffective)) {
    if (answer?.kind !== 'sheet' && answer?.kind !== 'reopened') continue;
    const { version } = answer;
    const found = recorded.get(version);
    recorded.delete(version);
    if (found === undefined) atOdds.push(`${call.kind} ${version} is not in the record`);
    else if (answer.kind === 'reopened' ? !found.startsWith('draft') : found !== wroteIn(answer)) {
      atOdds.push(`${call.kind} ${version} is ${found} in the record`);
    }
  }
  return [...atOdds, ...[...recorded.keys()].map((version) => `${version} was told to nobody`)];
}

function wroteIn({ state, written }: Extract<SheetAnswer, { kind: 'sheet' }>): string {
  return `${state} ${canonicalJson(JSON.parse(written).points)}`;
}
