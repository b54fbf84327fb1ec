import type { Edition } from './edition.ts';
import { type Plan, type RoundPlan, roundOf } from './plan.ts';
import type { FieldError, Refusal } from './refusal.ts';
import type { Round } from './round.ts';
import { sameData } from './same-data.ts';

/** By what sheets of a round are written, checked and ranked. */
const scoringOf = ({ rubrics, rules, scale, commentRequired, divergence }: RoundPlan) => ({
  rubrics,
  rules,
  scale,
  commentRequired,
  divergence,
});

/**
 * The ids of rounds that the new plan would have scored or ranked in another way. None before judging has begun: no
 * round is open then, so nobody needs to look.
 */
export function roundsScoredOtherwise(
  edition: Edition,
  before: Plan,
  after: Plan,
): readonly string[] {
  if (edition.phase !== 'judging') return [];
  return before.rounds
    .filter((round) => {
      const now = roundOf(after, round.id);
      return now !== undefined && !sameData(scoringOf(round), scoringOf(now));
    })
    .map(({ id }) => id);
}

/** The ids of rounds whose present state the change of the plan hangs on: they would be scored otherwise, or close at another time. */
export function roundsTouched(edition: Edition, before: Plan, after: Plan): readonly string[] {
  if (edition.phase !== 'judging') return [];
  const scored = roundsScoredOtherwise(edition, before, after);
  return before.rounds
    .filter(({ id, closesAt }) => {
      const now = roundOf(after, id);
      return scored.includes(id) || (now !== undefined && now.closesAt !== closesAt);
    })
    .map(({ id }) => id);
}

/**
 * A round takes its closing time from the plan when it opens: from then on another one in the plan would be public and never
 * hold, and an extension is what moves it. Each error's `limit` is the time that has to stay.
 */
export function movedClosings(
  rounds: readonly Round[],
  { before, after }: { readonly before: Plan; readonly after: Plan },
): FieldError[] {
  const open = new Set(rounds.filter(isBegun).map(({ roundId }) => roundId));
  return before.rounds.flatMap(({ id, closesAt }, at) =>
    open.has(id) && roundOf(after, id)?.closesAt !== closesAt
      ? [{ pointer: `/plan/rounds/${at}/closesAt`, code: 'frozen', limit: closesAt }]
      : [],
  );
}

const isBegun = ({ state }: Round): boolean => state !== 'planned';

/**
 * From its opening on a round is scored by the plan of that moment: a change would be public and never hold. `rounds`
 * are those the new plan scores otherwise.
 */
export function whyNotScoredOtherwise(
  edition: Edition,
  rounds: readonly Round[],
): Refusal | undefined {
  const blockers = rounds
    .filter(isBegun)
    .map(({ roundId }) => ({ code: 'rubric-frozen', roundId }));
  return blockers.length === 0
    ? undefined
    : { code: 'state-conflict', state: edition.phase, blockers };
}

const idsIn = ({ tracks, fields, documents, questions, consents }: Plan) => [
  { pointer: '/plan/tracks', ids: tracks.map(({ id }) => id) },
  { pointer: '/plan/fields', ids: fields.map(({ id }) => id) },
  { pointer: '/plan/documents', ids: documents.map(({ kind }) => kind) },
  { pointer: '/plan/questions', ids: questions.map(({ id }) => id) },
  { pointer: '/plan/consents', ids: consents.map(({ purpose }) => purpose) },
];

/**
 * What entries may name by now: once submissions have opened (`opensAt` reached), tracks, fields, document kinds, questions and
 * purposes of consent may be added and renamed, but not removed. Each error's `limit` is the id that has to stay.
 */
export function removedProblems(
  edition: Edition,
  { before, after }: { readonly before: Plan; readonly after: Plan },
  now: string,
): FieldError[] {
  if (now < edition.opensAt) return [];
  const kept = idsIn(after).map(({ ids }) => new Set(ids));
  return idsIn(before).flatMap(({ pointer, ids }, at) =>
    ids
      .filter((id) => kept[at]?.has(id) !== true)
      .map((id) => ({ pointer, code: 'in-use', limit: id })),
  );
}
