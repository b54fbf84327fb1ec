import { Refused } from '../contest/refusal.ts';
import { ConditionFailed, Contention } from '../platform/table.ts';
import { requireAdmitted } from './admission.ts';
import { type Answer, answerOf } from './answer.ts';
import type { Call } from './endpoint.ts';
import type { Exchange } from './exchange.ts';
import { newId } from './new-id.ts';
import { parseRequest } from './parse-request.ts';
import { earlierAnswer, type SaveContext, type Saved, saveOutcome } from './save-outcome.ts';
import type { Services } from './services.ts';
import type { WiredEndpoint } from './wire-endpoint.ts';

/** How often facts may move under a decision before the caller is asked to come back. */
const MOST_ATTEMPTS = 4;

/** Parses, decides and saves one call. @throws Refused, RequestRefused, Contention, or a fault */
export async function runEndpoint(
  wired: WiredEndpoint,
  exchange: Exchange,
  services: Services,
): Promise<Answer> {
  const request = parseRequest(wired, exchange);
  const { requestId, now } = exchange;
  const context = { wired, request, table: services.table, requestId, now };
  try {
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      const answer = await decide(context, services);
      if (answer !== 'reload') return answer;
    }
    throw new Contention('the facts moved under every attempt');
  } catch (error) {
    const earlier = mayFollowItsEffect(error) ? await earlierAnswer(context) : undefined;
    if (earlier === undefined) throw error;
    return earlier;
  }
}

/** A repeated act may be refused because of what it did the first time, or because so much time has passed since. */
function mayFollowItsEffect(error: unknown): boolean {
  return (
    error instanceof Refused || error instanceof ConditionFailed || error instanceof Contention
  );
}

/** Ends an endpoint's run at its save: the act was answered before, or has to be decided again. */
class Interrupted extends Error {
  readonly by: Saved;
  constructor(by: Saved) {
    super('interrupted at its save');
    this.by = by;
  }
}

async function decide(context: SaveContext, services: Services): Promise<Saved> {
  const { route, endpoint, isWrite } = context.wired;
  const progress: Progress = { isAdmitted: !context.wired.needsAdmission };
  try {
    const reply = await endpoint.run(callOf(context, services, progress));
    requireAdmission(progress, route.operation);
    // What was saved is the answer: it is what a repeated call will get.
    if (progress.saved !== undefined) return progress.saved;
    if (isWrite) throw new Error(`${route.operation} answered without saving`);
    return answerOf(route, reply);
  } catch (error) {
    if (error instanceof Interrupted) return error.by;
    throw error;
  }
}

/** How far one run has come. */
interface Progress {
  isAdmitted: boolean;
  saved?: Answer;
}

function callOf(context: SaveContext, services: Services, progress: Progress): Call {
  const { wired, request, now } = context;
  const { actor, path, query, body, ifMatch } = request;
  return {
    table: services.table,
    settings: services.settings,
    // Only when touched: a service may be joined that late, and most operations need neither.
    get documents() {
      return services.documents;
    },
    get signer() {
      return services.signer;
    },
    actor,
    path,
    query,
    body,
    ifMatch,
    now,
    newId: () => newId(now),
    admit: (standing) => {
      requireAdmitted(wired.route, standing);
      progress.isAdmitted = true;
    },
    save: async (outcome) => {
      requireAdmission(progress, wired.route.operation);
      if (progress.saved !== undefined) throw new Error(`${wired.route.operation} saved twice`);
      const saved = await saveOutcome(context, outcome);
      if (saved === 'reload' || saved.replayed === true) throw new Interrupted(saved);
      progress.saved = saved;
      return outcome.reply;
    },
  };
}

function requireAdmission({ isAdmitted }: Progress, operation: string): void {
  if (!isAdmitted) throw new Error(`${operation} went on without admitting its caller`);
}
