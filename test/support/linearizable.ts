/** One call of one client as it was seen from outside. Times are of one clock for the whole history, no two alike. */
export interface Operation<Call, Answer> {
  readonly client: string;
  /** What it was about: each key is a thing of its own. */
  readonly key: string;
  readonly call: Call;
  /** Undefined where none came: the call may have had its effect, then or later, or none. */
  readonly answer: Answer | undefined;
  readonly calledAt: number;
  /** Not read where no answer came. */
  readonly answeredAt: number;
}

/** What one thing does when its calls come one after the other. */
export interface Model<State, Call, Answer> {
  readonly initial: State;
  /** What stands after the call; undefined where it cannot be answered so. Any answer will do where none came. */
  after(state: State, call: Call, answer: Answer | undefined): State | undefined;
  /** Equal for equal states alone. */
  nameOf(state: State): string;
}

/** Whether calls could have come one after the other, each between its call and its answer; what stands in the way if not. */
export type Verdict<Call, Answer> =
  | { readonly linearizable: true }
  | {
      readonly linearizable: false;
      readonly key: string;
      /** How many of the key's calls fit at most. */
      readonly fitted: number;
      /** The answer that nothing explains once these fit. */
      readonly unexplained: Operation<Call, Answer>;
    };

/**
 * Decides a history key by key, as Wing and Gong (1993) do with Lowe's (2017) memory of what was tried: an order of calls is
 * tried call by call, and never one that reaches the same state by the same calls again.
 */
export function checkHistory<State, Call, Answer>(
  model: Model<State, Call, Answer>,
  history: readonly Operation<Call, Answer>[],
): Verdict<Call, Answer> {
  for (const operations of Map.groupBy(history, ({ key }) => key).values()) {
    const verdict = checkKey(model, operations);
    if (!verdict.linearizable) return verdict;
  }
  return { linearizable: true };
}

/** A call or its answer, in the order of time; what is taken out is put back by its own neighbours. */
interface Event {
  readonly operation: number;
  /** The answer's event, at a call that has one. */
  answer?: Event;
  readonly isCall: boolean;
  before: Event | undefined;
  next: Event | undefined;
}

function checkKey<State, Call, Answer>(
  model: Model<State, Call, Answer>,
  operations: readonly Operation<Call, Answer>[],
): Verdict<Call, Answer> {
  const head = eventsOf(operations);
  let unanswered = operations.filter(({ answer }) => answer !== undefined).length;
  let state = model.initial;
  let taken = 0n;
  const tried = new Set<string>();
  const way: { readonly event: Event; readonly state: State }[] = [];
  let fitted = -1;
  let unexplained: Operation<Call, Answer> | undefined;

  let event = head.next;
  while (unanswered > 0 && event !== undefined) {
    const operation = operations[event.operation]!;
    if (event.isCall) {
      const after = model.after(state, operation.call, operation.answer);
      const withIt = taken | (1n << BigInt(event.operation));
      const name = after === undefined ? '' : `${withIt.toString(36)} ${model.nameOf(after)}`;
      if (after === undefined || tried.has(name)) {
        event = event.next;
        continue;
      }
      tried.add(name);
      way.push({ event, state });
      [state, taken] = [after, withIt];
      if (event.answer !== undefined) unanswered -= 1;
      takeOut(event);
      event = head.next;
      continue;
    }
    // Its call had to come before this: the last one taken was the wrong one.
    if (way.length > fitted) [fitted, unexplained] = [way.length, operation];
    const last = way.pop();
    if (last === undefined) break;
    putBack(last.event);
    if (last.event.answer !== undefined) unanswered += 1;
    taken ^= 1n << BigInt(last.event.operation);
    state = last.state;
    event = last.event.next;
  }
  if (unanswered === 0 || unexplained === undefined) return { linearizable: true };
  return { linearizable: false, key: unexplained.key, fitted, unexplained };
}

/** The events of a history in a list; the head stands before the first and is none. */
function eventsOf(operations: readonly Operation<unknown, unknown>[]): Event {
  const places = operations.flatMap(({ answer, calledAt, answeredAt }, operation) => [
    { at: calledAt, operation, isCall: true },
    ...(answer === undefined ? [] : [{ at: answeredAt, operation, isCall: false }]),
  ]);
  const head: Event = { operation: -1, isCall: false, before: undefined, next: undefined };
  const calls = new Map<number, Event>();
  let before = head;
  for (const { operation, isCall } of places.sort((a, b) => a.at - b.at)) {
    const event: Event = { operation, isCall, before, next: undefined };
    before.next = event;
    before = event;
    if (isCall) calls.set(operation, event);
    else calls.get(operation)!.answer = event;
  }
  return head;
}

/** The call and its answer are no longer in the list; what they stood between stays written on them. */
function takeOut(call: Event): void {
  for (const event of call.answer === undefined ? [call] : [call, call.answer]) {
    event.before!.next = event.next;
    if (event.next) event.next.before = event.before;
  }
}

/** The other way round, the last one taken out first. */
function putBack(call: Event): void {
  for (const event of call.answer === undefined ? [call] : [call.answer, call]) {
    event.before!.next = event;
    if (event.next) event.next.before = event;
  }
}
