import { createHash } from 'node:crypto';
import { type Random, randomFrom } from '../../lib/contest/assignment/random.ts';
import {
  nextSheet,
  noSheet,
  type SheetAnswer,
  type SheetCall,
  type SheetOperation,
  type SheetState,
} from './sheet-model.ts';

/** What an act on a sheet is decided and saved with: chance, all that ever stood there, what each client was told. */
interface Store {
  readonly random: Random;
  readonly versions: SheetState[];
  readonly told: Map<string, SheetAnswer>;
}

type Act = (store: Store, call: SheetCall, client: string) => SheetAnswer;

const current = ({ versions }: Store): SheetState => versions.at(-1) ?? noSheet;

const right: Act = (store, call) => {
  const { after, answer } = nextSheet(current(store), call);
  if (after !== current(store)) store.versions.push(after);
  return answer;
};

/** The right act, but now and then this one where it applies. */
const sometimes =
  (wrong: (...given: Parameters<Act>) => SheetAnswer | undefined): Act =>
  (store, call, client) =>
    (store.random.below(2) === 0 ? wrong(store, call, client) : undefined) ??
    right(store, call, client);

/** What would be answered, if it changes the sheet. */
function effectOf(store: Store, call: SheetCall) {
  const next = nextSheet(current(store), call);
  return next.after === current(store) ? undefined : next;
}

const otherThan = (call: SheetCall, kind: SheetCall['kind']): boolean => call.kind !== kind;

/** Ways to keep a sheet wrongly that a test of one request after the other may never see. */
export const faults: { readonly [name: string]: Act } = {
  'a stale read': sometimes((store, call) => {
    const old = store.versions.at(-3);
    return otherThan(call, 'read') || !old ? undefined : { kind: 'sheet', ...old };
  }),
  'a lost update: the version is not looked at': sometimes((store, call) => {
    if (call.kind !== 'save' || current(store).state === 'submitted') return undefined;
    return right(store, { ...call, basedOn: current(store).version }, '');
  }),
  'a save done twice': sometimes((store, call) => {
    const next = call.kind === 'save' ? effectOf(store, call) : undefined;
    if (!next) return undefined;
    store.versions.push(next.after, { ...next.after, version: next.after.version + 1 });
    return next.answer;
  }),
  'the reply of another client': sometimes((store, call, client) => {
    if (otherThan(call, 'save')) return undefined;
    const others = [...store.told].filter(([name]) => name !== client);
    return right(store, call, client) && others.at(-1)?.[1];
  }),
  'a write that is acknowledged and dropped': sometimes((store, call) =>
    call.kind === 'save' ? effectOf(store, call)?.answer : undefined,
  ),
  'a write that is refused and done': sometimes((store, call) => {
    const next = call.kind === 'save' ? effectOf(store, call) : undefined;
    if (!next) return undefined;
    store.versions.push(next.after);
    return { kind: 'stale', version: next.after.version };
  }),
  'a 412 with another version than stands': sometimes((store, call) => {
    const { answer } = nextSheet(current(store), call);
    return answer.kind === 'stale' ? { kind: 'stale', version: answer.version + 1 } : undefined;
  }),
  'a save after the sheet was handed in': sometimes((store, call) => {
    const sheet = current(store);
    if (call.kind !== 'save' || sheet.state !== 'submitted' || call.basedOn !== sheet.version) {
      return undefined;
    }
    const after = { ...sheet, written: call.written, version: sheet.version + 1 };
    store.versions.push(after);
    return { kind: 'sheet', ...after };
  }),
  'handed in without the last save': sometimes((store, call) => {
    const next = call.kind === 'submit' ? effectOf(store, call) : undefined;
    if (!next) return undefined;
    const written = store.versions.at(-2)?.written ?? '';
    store.versions.push({ ...next.after, written });
    return next.answer;
  }),
  'a torn read: the version of one save, the text of another': sometimes((store, call) => {
    const old = store.versions.at(-2);
    if (otherThan(call, 'read') || !old) return undefined;
    return { kind: 'sheet', ...current(store), written: old.written };
  }),
  'handed in, answered as done, still a draft': sometimes((store, call) =>
    call.kind === 'submit' ? effectOf(store, call)?.answer : undefined,
  ),
  'opened again as it was before the last save': sometimes((store, call) => {
    const next = call.kind === 'reopen' ? effectOf(store, call) : undefined;
    if (!next) return undefined;
    store.versions.push({ ...next.after, written: store.versions.at(-3)?.written ?? '' });
    return next.answer;
  }),
  'a version given out twice': sometimes((store, call) => {
    const next = call.kind === 'save' ? effectOf(store, call) : undefined;
    if (!next) return undefined;
    const version = current(store).version;
    store.versions.push({ ...next.after, version });
    return { kind: 'sheet', ...next.after, version };
  }),
};

/**
 * What so many clients see of one sheet that is kept in memory, by chance that this seed repeats: each act takes effect at one
 * instant between its call and its answer, rightly or by a fault.
 */
export function playedHistory(
  seed: string,
  { clients, each, act = right }: { clients: number; each: number; act?: Act | undefined },
): readonly SheetOperation[] {
  const random = randomFrom(createHash('sha256').update(seed).digest('hex'));
  const store: Store = { random, versions: [], told: new Map() };
  const operations: SheetOperation[] = [];
  let now = 0;
  const running = Array.from({ length: clients }, (_, at) => {
    const client = `client-${at}`;
    return { client, left: each, seen: 0, at: 0, done: undefined as SheetAnswer | undefined };
  });
  const calls = new Map<string, SheetCall>();
  while (true) {
    const able = running.filter(({ left }) => left > 0);
    const one = able[random.below(Math.max(able.length, 1))];
    if (!one) return operations;
    const call = calls.get(one.client);
    now += 1;
    if (!call) {
      calls.set(one.client, nextCall(random, one.seen, `${one.client} ${one.left}`));
      one.at = now;
    } else if (!one.done) {
      one.done = act(store, call, one.client);
      store.told.set(one.client, one.done);
    } else {
      const { client, done: answer } = one;
      operations.push({ client, key: 'sheet', call, answer, calledAt: one.at, answeredAt: now });
      if ('version' in answer) one.seen = answer.version;
      calls.delete(client);
      one.done = undefined;
      one.left -= 1;
    }
  }
}

/** Most calls rest on what the client saw last. */
function nextCall(random: Random, seen: number, written: string): SheetCall {
  const chance = random.below(20);
  if (chance < 6) return { kind: 'read' };
  if (chance < 13) return { kind: 'save', basedOn: seen, written };
  return chance < 17 ? { kind: 'submit', basedOn: seen } : { kind: 'reopen' };
}
