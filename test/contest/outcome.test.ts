import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advancedEntries,
  approveOutcome,
  deriveOutcome,
  outcomeBlockers,
} from '../../lib/contest/outcome.ts';
import type { Plan, RoundPlan } from '../../lib/contest/plan.ts';
import type { RoundEntry, RoundSheet } from '../../lib/contest/round-facts.ts';
import type { Rubric } from '../../lib/contest/rubric.ts';
import { digestOf } from '../../lib/store/digest.ts';
import { examplePlan } from '../support/example-plan.ts';
import { refusalOf } from '../support/refusal-of.ts';
import { scoringRound } from '../support/round-facts.ts';
import { plainRules, pointsRubric, submitted } from '../support/scored-round.ts';

const now = '2022-09-21T01:00:00.000Z';
const rubric = pointsRubric({ moi: 60, total: 40 });

/** The example's tracks and prizes over rounds with one plain rubric. */
function planOf(changes: Partial<Plan> = {}, rounds: Partial<RoundPlan>[] = [{}]): Plan {
  const example = examplePlan();
  return {
    ...example,
    rounds: rounds.map((round, index) => ({
      id: `round-${index + 1}`,
      name: { vi: 'Vòng', en: 'Round' },
      kind: 'dossier',
      closesAt: example.dates.submissionsCloseAt,
      judgesPerEntry: 1,
      rubrics: [{ rubric }],
      rules: plainRules,
      ...round,
    })),
    prizes: [
      { id: 'nhat', name: { vi: 'Nhất', en: 'First' }, quantity: 1, amountVnd: 3 },
      { id: 'nhi', name: { vi: 'Nhì', en: 'Second' }, quantity: 2, amountVnd: 2 },
    ],
    ...changes,
  };
}

/** One judge's totals by entry; ids that begin with `y` are of the track y-tuong, others of du-an. */
function scored(totals: { readonly [entryId: string]: number }) {
  const entries = Object.keys(totals).map((entryId) => ({
    entryId,
    trackId: entryId.startsWith('y') ? 'y-tuong' : 'du-an',
  }));
  const sheets = Object.entries(totals).map(([entryId, total]) =>
    submitted(entryId, 'j1', { moi: total, total: 0 }),
  );
  return { entries, sheets };
}

function derive(
  plan: Plan,
  facts: { readonly entries: readonly RoundEntry[]; readonly sheets: readonly RoundSheet[] },
  roundId = 'round-1',
) {
  const roundPlan = plan.rounds.find(({ id }) => id === roundId)!;
  const round = scoringRound({ roundId, state: 'closed' });
  return deriveOutcome({ plan, round, roundPlan, ...facts, decisions: {} });
}

describe('an outcome', () => {
  it('says of which round and plan it is, and who gets which prize in the last round', () => {
    const { rankings, ...outcome } = derive(planOf(), scored({ y1: 50, d1: 60, d2: 40, d3: 30 }));
    expect(outcome).toEqual({
      editionId: 'kon-tum-2022',
      roundId: 'round-1',
      planVersion: 3,
      allocation: {
        awards: [
          { prizeId: 'nhat', entryId: 'd1', rank: 1, joint: false },
          { prizeId: 'nhi', entryId: 'y1', rank: 2, joint: false },
          { prizeId: 'nhi', entryId: 'd2', rank: 3, joint: false },
        ],
        unawarded: [],
        blockers: [],
      },
    });
    expect(
      rankings.map(({ overall }) => overall.places.flatMap(({ entryIds }) => entryIds)),
    ).toEqual([['d1', 'y1', 'd2', 'd3']]);
  });

  it('gives no prize in a round that another follows, but says who goes on, by track', () => {
    const rules = { ...plainRules, advance: { perTrack: 1 } };
    const plan = planOf({}, [{ rules }, {}]);
    const outcome = derive(plan, scored({ y1: 10, y2: 50, d1: 60, d2: 40 }));
    expect(outcome.allocation).toBe(undefined);
    expect(advancedEntries(outcome)).toEqual(['d1', 'y2']);
    expect(advancedEntries(derive(plan, scored({ y1: 10 }), 'round-2'))).toEqual([]);
  });

  it('ranks tracks apart where their rubrics differ, and then no prize goes over all of them', () => {
    const other = pointsRubric({ 'y-tuong': 10 });
    const rubrics = [
      { tracks: ['y-tuong'], rubric: other },
      { tracks: ['du-an'], rubric },
    ];
    const prizes = [
      { id: 'all', name: { vi: 'a', en: 'a' }, quantity: 1, amountVnd: 1 },
      { id: 'idea', track: 'y-tuong', name: { vi: 'b', en: 'b' }, quantity: 1, amountVnd: 1 },
    ];
    const { entries } = scored({ y1: 0, d1: 0 });
    const sheets = [
      submitted('y1', 'j1', { 'y-tuong': 9 }),
      submitted('d1', 'j1', { moi: 50, total: 1 }),
    ];
    const outcome = derive(planOf({ prizes }, [{ rubrics }]), { entries, sheets });
    const order = (rubricOf: Rubric) =>
      outcome.rankings
        .filter((ranking) => ranking.rubric === rubricOf)
        .flatMap(({ overall }) => overall.places.flatMap(({ entryIds }) => entryIds));
    expect([order(other), order(rubric)]).toEqual([['y1'], ['d1']]);
    expect(outcome.allocation?.awards).toEqual([
      { prizeId: 'idea', entryId: 'y1', rank: 1, joint: false },
    ]);
    expect(outcome.allocation?.unawarded).toEqual([
      { prizeId: 'all', places: 1, because: 'no-entry-left' },
    ]);
  });

  it('counts neither a struck sheet nor a draft', () => {
    const { entries, sheets } = scored({ d1: 60, d2: 40 });
    const more: RoundSheet[] = [
      { ...submitted('d1', 'j2', { moi: 0, total: 0 }), recused: true },
      { ...submitted('d1', 'j3', { moi: 0, total: 0 }), state: 'draft' },
    ];
    const printed = derive(planOf(), { entries, sheets: [...sheets, ...more] }).rankings.map(
      (ranking) => ranking.entries.map(({ score }) => score?.printed),
    );
    expect(printed).toEqual([['60.00', '40.00']]);
  });

  it('has the same digest in whatever order its facts were read', () => {
    const facts = scored({ y1: 10, y2: 50, d1: 60, d2: 50, d3: 50, d4: 0 });
    const second = Object.keys(scored({ y1: 1, d2: 1, d3: 1 }).entries).flatMap((at) =>
      submitted(facts.entries[Number(at)]!.entryId, 'j2', { moi: 20, total: Number(at) }),
    );
    const sheets = [...facts.sheets, ...second];
    const digest = digestOf(derive(planOf(), { ...facts, sheets }));
    const shuffled = <T>(items: T[]) =>
      fc.shuffledSubarray(items, { minLength: items.length, maxLength: items.length });
    fc.assert(
      fc.property(shuffled(facts.entries), shuffled(sheets), (entries, read) => {
        expect(digestOf(derive(planOf(), { entries, sheets: read }))).toBe(digest);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what people must still decide', () => {
  it('is nothing without a tie that matters', () => {
    expect(outcomeBlockers(derive(planOf(), scored({ d1: 60, d2: 50 })))).toEqual([]);
    const belowPrizes = scored({ d1: 60, d2: 50, d3: 40, d4: 10, d5: 10 });
    expect(outcomeBlockers(derive(planOf(), belowPrizes))).toEqual([]);
  });

  it('is a tie across the end of a prize where the plan does not share it, an entry each', () => {
    const tied = scored({ d1: 60, d2: 60, d3: 40 });
    const unresolved = planOf({ awards: { ties: 'unresolved' } });
    expect(outcomeBlockers(derive(unresolved, tied))).toEqual([
      { code: 'open-tie-across-prizes', entryId: 'd1' },
      { code: 'open-tie-across-prizes', entryId: 'd2' },
    ]);
    const shared = { ...plainRules, tieBreak: [{ kind: 'shared' as const }] };
    const plan = planOf({ awards: { ties: 'unresolved' } }, [{ rules: shared }]);
    expect(outcomeBlockers(derive(plan, tied))).toEqual([
      { code: 'tie-across-prizes', entryId: 'd1' },
      { code: 'tie-across-prizes', entryId: 'd2' },
    ]);
    expect(outcomeBlockers(derive(planOf({}, [{ rules: shared }]), tied))).toEqual([]);
  });

  it('is a tie across the cut that the plan leaves to people', () => {
    const rules = { ...plainRules, advance: { perTrack: 1 }, cutTie: 'unresolved' as const };
    const plan = planOf({}, [{ rules }, {}]);
    expect(outcomeBlockers(derive(plan, scored({ y1: 1, d1: 60, d2: 60 })))).toEqual([
      { code: 'tie-across-the-cut', entryId: 'd1' },
      { code: 'tie-across-the-cut', entryId: 'd2' },
    ]);
  });
});

describe('approving', () => {
  const outcome = derive(planOf(), scored({ d1: 60, d2: 50 }));
  const round = scoringRound({ state: 'closed', closedAt: '2022-09-20T02:00:00.000Z' });
  const seen = { digest: 'seen', by: 'organiser', now };

  it('ends the round with the ranking that was seen', () => {
    expect(approveOutcome({ round, outcome, digest: 'seen' }, seen)).toEqual({
      ...round,
      state: 'approved',
      approval: { digest: 'seen', by: 'organiser', at: now },
      version: 4,
    });
  });

  it('is refused for another ranking than the one seen', () => {
    const refusal = refusalOf(() => approveOutcome({ round, outcome, digest: 'other' }, seen));
    expect(refusal).toEqual({ code: 'digest-changed', current: 'other' });
  });

  it('is of a closed round only', () => {
    for (const state of ['planned', 'scoring', 'approved'] as const) {
      const facts = { round: { ...round, state }, outcome, digest: 'seen' };
      const refusal = refusalOf(() => approveOutcome(facts, seen));
      expect(refusal).toEqual({ code: 'state-conflict', state, blockers: [] });
    }
  });

  it('waits for what people must decide, and names it', () => {
    const tied = derive(planOf({ awards: { ties: 'unresolved' } }), scored({ d1: 60, d2: 60 }));
    const refusal = refusalOf(() => approveOutcome({ round, outcome: tied, digest: 'seen' }, seen));
    expect(refusal).toEqual({
      code: 'state-conflict',
      state: 'closed',
      blockers: [
        { code: 'open-tie-across-prizes', entryId: 'd1' },
        { code: 'open-tie-across-prizes', entryId: 'd2' },
      ],
    });
  });
});
