import type { Prize } from './awards.ts';
import type { DecisionFacts } from './decision-facts.ts';
import type {
  CountVotes,
  GivePrize,
  LeaveEmpty,
  OrganisersDecision,
  TakePrize,
} from './organisers-decision.ts';
import type { FieldError } from './refusal.ts';

type OfPrize = LeaveEmpty | GivePrize | TakePrize | CountVotes;

/** The decision that says otherwise already, by its number. */
export const already = (pointer: string, { number }: OrganisersDecision): FieldError => ({
  pointer,
  code: 'already-decided',
  limit: number,
});

/** Why something cannot be decided about a prize; `standing` are the decisions in force. */
export function prizeErrors(
  facts: DecisionFacts,
  standing: readonly OrganisersDecision[],
  said: OfPrize,
): FieldError[] {
  if (!facts.outcome.allocation) return [{ pointer: '/prizeId', code: 'not-in-this-round' }];
  const prize = facts.plan.prizes.find(({ id }) => id === said.prizeId);
  if (!prize) return [{ pointer: '/prizeId', code: 'unknown-prize' }];
  const on = { ...facts, prize, standing };
  switch (said.kind) {
    case 'leave-empty':
      return said.places <= placesLeft(on) ? [] : [noPlaceLeft('/places', on)];
    case 'count-votes':
      return votesErrors(on, said);
    case 'give-prize':
      return giveErrors(on, said);
    case 'take-prize':
      return takeErrors(on, said);
  }
}

interface OnPrize extends DecisionFacts {
  readonly prize: Prize;
  readonly standing: readonly OrganisersDecision[];
}

function votesErrors(on: OnPrize, { counts }: CountVotes): FieldError[] {
  if (on.prize.given !== 'publicVote') return [{ pointer: '/prizeId', code: 'not-by-vote' }];
  const ids = counts.map(({ entryId }) => entryId);
  return ids.flatMap((entryId, at) => {
    const pointer = `/counts/${at}/entryId`;
    if (ids.indexOf(entryId) !== at) return [{ pointer, code: 'repeated' }];
    return entryErrors(on, entryId, pointer);
  });
}

function giveErrors(on: OnPrize, { entryId }: GivePrize): FieldError[] {
  if (on.prize.given === 'publicVote') return [{ pointer: '/prizeId', code: 'by-vote' }];
  const other = inLine(on, entryId);
  return [
    ...entryErrors(on, entryId, '/entryId'),
    ...(other ? [already('/entryId', other)] : []),
    ...(placesLeft(on) < 1 ? [noPlaceLeft('/prizeId', on)] : []),
  ];
}

function takeErrors(on: OnPrize, { entryId }: TakePrize): FieldError[] {
  const other = inLine(on, entryId);
  if (other) return [already('/entryId', other)];
  const isIts = on.outcome.allocation?.awards.some(
    (award) => award.prizeId === on.prize.id && award.entryId === entryId,
  );
  return isIts ? [] : [{ pointer: '/entryId', code: 'no-such-award' }];
}

function entryErrors({ entries, prize }: OnPrize, entryId: string, pointer: string): FieldError[] {
  const entry = entries.find((one) => one.entryId === entryId);
  if (!entry) return [{ pointer, code: 'unknown-entry' }];
  const isOfTrack = prize.track === undefined || prize.track === entry.trackId;
  return isOfTrack ? [] : [{ pointer, code: 'other-track' }];
}

/** A decision about this entry and a prize of the same line: by rank all prizes of one ranking, else the prize alone. */
function inLine(
  { plan, prize, standing }: OnPrize,
  entryId: string,
): OrganisersDecision | undefined {
  const isBeside = ({ id, given, track }: Prize) =>
    id === prize.id || (given === undefined && prize.given === undefined && track === prize.track);
  const line = new Set(plan.prizes.filter(isBeside).map(({ id }) => id));
  return standing.find(
    (one) =>
      (one.kind === 'give-prize' || one.kind === 'take-prize') &&
      one.entryId === entryId &&
      line.has(one.prizeId),
  );
}

/** Places of a prize that no decision in force has given or left empty. */
function placesLeft({ prize, standing }: OnPrize): number {
  return standing.reduce((left, one) => {
    if (!('prizeId' in one) || one.prizeId !== prize.id) return left;
    if (one.kind === 'leave-empty') return left - one.places;
    return one.kind === 'give-prize' ? left - 1 : left;
  }, prize.quantity);
}

const noPlaceLeft = (pointer: string, on: OnPrize): FieldError => ({
  pointer,
  code: 'no-place-left',
  limit: placesLeft(on),
});
