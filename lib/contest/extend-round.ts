import { refuseErrors } from './content-errors.ts';
import type { LocalDateTime } from './local-date.ts';
import { existsInZone, toInstant } from './local-time.ts';
import { type Plan, type RoundPlan, roundOf } from './plan.ts';
import { type FieldError, Refused } from './refusal.ts';
import type { Extension, Round } from './round.ts';

/**
 * An open round that closes later than it would, by a numbered decision; also once its time has passed, as long as nobody has
 * closed it. The wish is on the edition's clocks: later than now and than before, and no later than the next round closes.
 * @throws Refused state-conflict, validation-failed at `/closesAt`
 */
export function extendRound(
  { round, plan }: { readonly round: Round; readonly plan: Plan },
  wish: Pick<Extension, 'reason' | 'documentNumber' | 'by'> & { readonly closesAt: LocalDateTime },
  now: string,
): { round: Round; extension: Extension } {
  const { closesAt: from } = round;
  if (round.state !== 'scoring' || from === undefined) {
    throw new Refused({ code: 'state-conflict', state: round.state });
  }
  const closesAt = laterClosing(plan, { roundId: round.roundId, from }, wish.closesAt, now);
  const extension = { ...wish, from, closesAt, at: now };
  const extensions = [...(round.extensions ?? []), extension];
  return { round: { ...round, closesAt, extensions, version: round.version + 1 }, extension };
}

function laterClosing(
  plan: Plan,
  { roundId, from }: { readonly roundId: string; readonly from: string },
  closesAt: LocalDateTime,
  now: string,
): string {
  if (!existsInZone(closesAt, plan.timeZone)) refuseErrors([at('no-such-local-time')]);
  const instant = toInstant(closesAt, plan.timeZone);
  const next = roundAfter(plan, roundId);
  const isAfterNext = next !== undefined && instant > toInstant(next.closesAt, plan.timeZone);
  refuseErrors([
    ...(instant <= now ? [at('in-the-past')] : []),
    ...(instant <= from ? [at('not-later', from)] : []),
    ...(isAfterNext ? [at('after-next-round', next.closesAt)] : []),
  ]);
  return instant;
}

function roundAfter(plan: Plan, roundId: string): RoundPlan | undefined {
  const present = roundOf(plan, roundId);
  return present && plan.rounds[plan.rounds.indexOf(present) + 1];
}

const at = (code: string, limit?: string): FieldError => ({
  pointer: '/closesAt',
  code,
  ...(limit === undefined ? {} : { limit }),
});
