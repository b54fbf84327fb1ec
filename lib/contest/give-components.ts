import { hasComponents } from './components.ts';
import { refuseErrors } from './content-errors.ts';
import type { EntryState } from './entry-state.ts';
import { refuse } from './found.ts';
import { parsePoints } from './points.ts';
import type { Blocker, FieldError } from './refusal.ts';
import type { Round } from './round.ts';
import type { GivenValues } from './round-facts.ts';
import type { Marks, Rubric } from './rubric.ts';
import { markError } from './score-sheet.ts';

/** What the organisers gave one entry in one round beside its sheets. Each change is a revision, kept in the ledger with its values. */
export interface EntryGiven extends GivenValues {
  readonly editionId: string;
  readonly roundId: string;
  readonly entryId: string;
  readonly by: string;
  readonly at: string;
  /** The revision, from 1. */
  readonly version: number;
}

/** One row of what is to be given: points as decimal strings by component, the votes of the public as a count. */
export interface GivingWish {
  readonly entryId: string;
  readonly points: { readonly [componentId: string]: string };
  readonly votes?: number;
  /** What the row was based on, 0 where nothing was given yet. */
  readonly basedOn: number;
}

/** What giving to one entry is decided on. */
export interface GivingEntry {
  readonly state: EntryState | undefined;
  /** Whether it came through the round before, where there is one. */
  readonly isInRound: boolean;
  /** Of its track. */
  readonly rubric: Rubric | undefined;
  readonly before: EntryGiven | undefined;
}

interface Giving {
  readonly wish: GivingWish;
  readonly entry: GivingEntry;
  /** Where the row stands in the request. */
  readonly pointer: string;
}

/**
 * Every row given, or none: while the round is open, also past its closing time, since votes are counted at the end. What was
 * given is corrected with a reason and never taken back, so that no round closes in that very moment without it.
 * @throws Refused state-conflict, validation-failed
 */
export function giveComponents(
  round: Round,
  rows: readonly Giving[],
  { by, reason }: { readonly by: string; readonly reason: string | undefined },
  now: string,
): EntryGiven[] {
  const { state, editionId, roundId } = round;
  const blockers = state === 'scoring' ? rows.flatMap(blockersOf) : [];
  refuse(
    state !== 'scoring' || blockers.length > 0
      ? { code: 'state-conflict', state, ...(blockers.length > 0 ? { blockers } : {}) }
      : undefined,
  );
  const isCorrection = rows.some(({ entry }) => entry.before !== undefined);
  const unexplained = isCorrection && reason === undefined;
  refuseErrors([
    ...rows.flatMap(errorsOf),
    ...(unexplained ? [{ pointer: '/reason', code: 'required' }] : []),
  ]);
  return rows.map(({ wish: { entryId, points, votes }, entry: { before } }) => ({
    editionId,
    roundId,
    entryId,
    points: marksFrom(points),
    ...(votes === undefined ? {} : { votes }),
    by,
    at: now,
    version: (before?.version ?? 0) + 1,
  }));
}

function blockersOf({ wish, entry }: Giving): Blocker[] {
  const code = whyNotGive(wish, entry);
  return code === undefined ? [] : [{ code, entryId: wish.entryId }];
}

function whyNotGive(
  { basedOn }: GivingWish,
  { state, isInRound, rubric, before }: GivingEntry,
): string | undefined {
  if (state === undefined) return 'entry-unknown';
  if (state !== 'eligible') return 'entry-not-eligible';
  if (!isInRound) return 'entry-not-advanced';
  if (rubric === undefined || !hasComponents(rubric)) return 'no-components';
  return basedOn === (before?.version ?? 0) ? undefined : 'changed-meanwhile';
}

function errorsOf({ wish, entry: { rubric, before }, pointer }: Giving): FieldError[] {
  const { given = [], vote } = rubric ?? {};
  const { points, votes } = wish;
  const errors = Object.entries(points).flatMap(([id, text]): FieldError[] => {
    const place = `${pointer}/points/${id}`;
    const part = given.find((one) => one.id === id);
    const error = part
      ? markError(place, text, part)
      : { pointer: place, code: 'unknown-component' };
    return error === undefined ? [] : [error];
  });
  const left = Object.keys(before?.points ?? {}).filter((id) => !Object.hasOwn(points, id));
  const isVoteLeft = before?.votes !== undefined && votes === undefined;
  return [
    ...errors,
    ...left.map((id) => ({ pointer: `${pointer}/points/${id}`, code: 'required' })),
    ...(votes !== undefined && vote === undefined
      ? [{ pointer: `${pointer}/votes`, code: 'unknown-component' }]
      : []),
    ...(isVoteLeft ? [{ pointer: `${pointer}/votes`, code: 'required' }] : []),
  ];
}

const marksFrom = (points: GivingWish['points']): Marks =>
  Object.fromEntries(Object.entries(points).map(([id, text]) => [id, parsePoints(text) ?? 0]));
