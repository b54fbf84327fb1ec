import { nameOf, type Pair } from './assign.ts';
import type { AssignmentProblem, EntryDemand, JudgeLoad } from './assignment/problem.ts';
import type { Member } from './people.ts';
import type { RoundPlan } from './plan.ts';
import { proposalCosts } from './proposal-costs.ts';
import type { FieldError, Refusal } from './refusal.ts';

/** A task in force of a proposal's round, whoever holds it, and how far its sheet is. */
export interface HeldTask extends Pair {
  readonly sheet: 'none' | 'draft' | 'submitted';
}

/** What a proposal for a round is made of. */
export interface ProposalFacts {
  /** The entries that the round is about. */
  readonly entries: readonly { readonly entryId: string; readonly fieldId?: string }[];
  /** Who may be given entries of it. */
  readonly judges: readonly Member[];
  /** Pairs that must never be: declared, recorded, or seen by the facts of both. */
  readonly conflicts: readonly Pair[];
  /** Tasks in force that no conflict struck, also of people who judge no more. */
  readonly tasks: readonly HeldTask[];
}

/** What an organiser wants of a proposal. */
export interface ProposalWish {
  /** In place of what the plan says. */
  readonly judgesPerEntry?: number;
  /** Pairs that must be: the choices of the chair. */
  readonly fixed?: readonly Pair[];
  /** The most entries these judges read, in place of what they stated. */
  readonly caps?: readonly { readonly judgeId: string; readonly atMost: number }[];
  /** Judges who are given nothing and whose tasks go to others, but for the sheets they have handed in. */
  readonly absent?: readonly string[];
  /** Tasks without a sheet may be moved, as few as can be; else all that stands stays. */
  readonly refill?: boolean;
}

/** What the proposer does in half a minute of a function's processor, in exact numbers, and what fits the record of an answer. */
const most = { entries: 4_000, judges: 300, pairs: 400_000, cards: 10_000 } as const;

/** Whether a proposal for so many can be made in the time of a call. */
export function whyNotPropose(
  { entries, judges }: { readonly entries: number; readonly judges: number },
  each: number | 'all',
): Refusal | undefined {
  const limit = (name: string, allowed: number): Refusal => ({
    code: 'limit-reached',
    limit: name,
    allowed,
  });
  if (entries > most.entries) return limit('proposedEntries', most.entries);
  if (judges > most.judges) return limit('proposedJudges', most.judges);
  if (entries * judges > most.pairs) return limit('proposedPairs', most.pairs);
  const cards = entries * (each === 'all' ? judges : each);
  return cards > most.cards ? limit('proposedCards', most.cards) : undefined;
}

/** How many judges are to read each entry: in a pitch round everybody without a conflict, unless told. */
export const askedOf = (round: RoundPlan, { judgesPerEntry }: ProposalWish): number | 'all' =>
  judgesPerEntry ?? (round.kind === 'pitch' ? 'all' : round.judgesPerEntry);

/** Wishes about people and entries that the round does not have. */
export function wishErrors(
  { entries, judges }: Pick<ProposalFacts, 'entries' | 'judges'>,
  { fixed = [], caps = [], absent = [] }: ProposalWish,
): FieldError[] {
  const entryIds = new Set(entries.map(({ entryId }) => entryId));
  const judgeIds = new Set(judges.map(({ personId }) => personId));
  const judge = (id: string, pointer: string): FieldError[] =>
    judgeIds.has(id) ? [] : [{ pointer, code: 'not-a-judge' }];
  const reader = (id: string, pointer: string): FieldError[] =>
    judgeIds.has(id) && absent.includes(id) ? [{ pointer, code: 'absent' }] : judge(id, pointer);
  const entry = (id: string, pointer: string): FieldError[] =>
    entryIds.has(id) ? [] : [{ pointer, code: 'not-in-round' }];
  return [
    ...fixed.flatMap(({ entryId, judgeId }, at) => [
      ...entry(entryId, `/fixed/${at}/entryId`),
      ...reader(judgeId, `/fixed/${at}/judgeId`),
    ]),
    ...caps.flatMap(({ judgeId }, at) => judge(judgeId, `/caps/${at}/judgeId`)),
    ...absent.flatMap((judgeId, at) => judge(judgeId, `/absent/${at}`)),
  ];
}

/** The problem whose solution completes a round's assignment, and what of the tasks stands in it. */
export interface RoundProblem {
  readonly problem: AssignmentProblem;
  /** Tasks of whoever reads on, and the sheets that others have handed in. */
  readonly standing: readonly HeldTask[];
}

/**
 * Puts the problem. What stands is fixed, so that a completion changes nothing else; in a refill what is begun. Whoever judges no
 * more is in it with what they handed in and is asked for nothing else.
 */
export function assignmentProblem(
  facts: ProposalFacts & { readonly round: RoundPlan; readonly digest: string },
  wish: ProposalWish,
): RoundProblem {
  const { round, entries, conflicts, tasks, digest } = facts;
  const judges = facts.judges.filter(({ personId }) => wish.absent?.includes(personId) !== true);
  const reading = new Set(judges.map(({ personId }) => personId));
  const standing = tasks.filter(
    ({ judgeId, sheet }) => reading.has(judgeId) || sheet === 'submitted',
  );
  const kept = wish.refill ? standing.filter(({ sheet }) => sheet !== 'none') : standing;
  const fixed = distinct([...kept, ...(wish.fixed ?? [])]);
  const ofEntry = countBy(fixed, ({ entryId }) => entryId);
  const asked = askedOf(round, wish);
  const demand = ({ entryId }: { readonly entryId: string }): EntryDemand => ({
    entryId,
    judges: asked === 'all' ? asked : Math.max(asked, ofEntry.get(entryId) ?? 0),
  });
  const left = loadsOfLeft(standing, reading);
  const problem: AssignmentProblem = {
    entries: entries.map(demand),
    judges: [...loadsOf(judges, { kept, most: entries.length }, wish), ...left],
    conflicts: [
      ...conflicts.filter(({ judgeId }) => reading.has(judgeId)),
      ...everythingElse(entries, standing, left),
    ],
    fixed,
    costs: proposalCosts(entries, judges),
    loads: 'even',
    tolerance: 0,
    digest,
  };
  return { problem, standing };
}

/** What somebody has already stays, also beyond what they said they could read. */
function loadsOf(
  judges: readonly Member[],
  { kept, most: all }: { readonly kept: readonly Pair[]; readonly most: number },
  { caps = [] }: ProposalWish,
): JudgeLoad[] {
  const held = countBy(kept, ({ judgeId }) => judgeId);
  const cap = new Map(caps.map(({ judgeId, atMost }) => [judgeId, atMost]));
  return judges.map(({ personId: judgeId, capacity = all }) => ({
    judgeId,
    atLeast: 0,
    atMost: Math.max(cap.get(judgeId) ?? capacity, held.get(judgeId) ?? 0),
  }));
}

/** Those who are not asked any more read what they have read. */
const loadsOfLeft = (standing: readonly Pair[], reading: ReadonlySet<string>): JudgeLoad[] =>
  [...countBy(standing, ({ judgeId }) => judgeId)]
    .filter(([judgeId]) => !reading.has(judgeId))
    .map(([judgeId, count]) => ({ judgeId, atLeast: 0, atMost: count }));

function everythingElse(
  entries: ProposalFacts['entries'],
  standing: readonly Pair[],
  left: readonly JudgeLoad[],
): Pair[] {
  const read = new Set(standing.map(nameOf));
  return left
    .flatMap(({ judgeId }) => entries.map(({ entryId }) => ({ entryId, judgeId })))
    .filter((pair) => !read.has(nameOf(pair)));
}

function countBy(pairs: readonly Pair[], of: (pair: Pair) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const pair of pairs) counts.set(of(pair), (counts.get(of(pair)) ?? 0) + 1);
  return counts;
}

const distinct = (pairs: readonly Pair[]): Pair[] => [
  ...new Map(
    pairs.map(({ entryId, judgeId }) => [nameOf({ entryId, judgeId }), { entryId, judgeId }]),
  ).values(),
];
