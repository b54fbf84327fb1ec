import { hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisionsOf } from '../../lib/contest/decisions.ts';
import { lotOrder, usesLot } from '../../lib/contest/lot.ts';
import { deriveOutcome } from '../../lib/contest/outcome.ts';
import type { Plan } from '../../lib/contest/plan.ts';
import type { TieStep } from '../../lib/contest/ranking-rules.ts';
import type { Decisions } from '../../lib/contest/round-facts.ts';
import { decideTie, drawLot, type TieRuling, tiesLeft } from '../../lib/contest/tie-ruling.ts';
import { examplePlan } from '../support/example-plan.ts';
import { refusalOf } from '../support/refusal-of.ts';
import { scoringRound } from '../support/round-facts.ts';
import { plainRules, pointsRubric, submitted } from '../support/scored-round.ts';

const now = '2022-09-21T01:00:00.000Z';
const digest = (text: string) => hash('sha256', text, 'hex');
const closed = scoringRound({ state: 'closed', closedAt: '2022-09-20T02:00:00.000Z' });
const minutes = { reason: 'Hội đồng thống nhất', documentNumber: '5', signedBy: 'chair' };

/** One round: y… are of the track y-tuong, all others of du-an; one judge gave these totals. */
function outcomeOf(
  totals: { readonly [entryId: string]: number },
  tieBreak: readonly TieStep[],
  decisions: Decisions = {},
) {
  const example = examplePlan();
  const rubric = pointsRubric({ total: 100 });
  const rules = { ...plainRules, tieBreak };
  const roundPlan = { ...example.rounds[0]!, rubrics: [{ rubric }], rules };
  const plan: Plan = { ...example, rounds: [roundPlan], awards: { ties: 'unresolved' } };
  const entries = Object.keys(totals).map((entryId) => ({
    entryId,
    trackId: entryId.startsWith('y') ? 'y-tuong' : 'du-an',
  }));
  const sheets = Object.entries(totals).map(([entryId, total]) =>
    submitted(entryId, 'j1', { total }),
  );
  return deriveOutcome({ plan, round: closed, roundPlan, entries, sheets, decisions });
}

const chairOnly: TieStep[] = [{ kind: 'chair' }];
const lotOnly: TieStep[] = [{ kind: 'lot' }];

describe('ties left to people', () => {
  it('are those that reach the chair or the lot, each set once, of all and of each track', () => {
    const left = tiesLeft(outcomeOf({ y1: 90, y2: 90, d1: 90, d2: 80, d3: 80 }, chairOnly));
    expect(left).toEqual([
      {
        leftTo: 'chair',
        rank: 1,
        entryIds: ['d1', 'y1', 'y2'],
        isDecided: false,
        isNeeded: true,
      },
      { leftTo: 'chair', rank: 4, entryIds: ['d2', 'd3'], isDecided: false, isNeeded: false },
      {
        leftTo: 'chair',
        trackId: 'y-tuong',
        rank: 1,
        entryIds: ['y1', 'y2'],
        isDecided: false,
        isNeeded: true,
      },
    ]);
  });

  it('are not those that the ladder settles before, or that are beyond the rank of the step', () => {
    const totals = { d1: 90, d2: 90, d3: 80, d4: 80 };
    const shared: TieStep[] = [{ kind: 'shared' }, { kind: 'chair' }];
    expect(tiesLeft(outcomeOf(totals, shared))).toEqual([]);
    const first: TieStep[] = [{ kind: 'chair', upToRank: 1 }];
    expect(tiesLeft(outcomeOf(totals, first)).map(({ entryIds }) => entryIds)).toEqual([
      ['d1', 'd2'],
    ]);
  });
});

describe('a decision on a tie', () => {
  const outcome = outcomeOf({ d1: 90, d2: 90, d3: 90 }, chairOnly);
  const decide = (order: readonly string[][], before?: TieRuling) =>
    decideTie(
      { round: closed, outcome, rulings: before ? [before] : [] },
      { order, ...minutes },
      now,
    );

  it('moves the round on, comes over an earlier one, and is what the ranking then follows', () => {
    const { ruling, round } = decide([['d2'], ['d1', 'd3']]);
    expect(ruling).toEqual({
      editionId: 'kon-tum-2022',
      roundId: 'so-khao',
      order: [['d2'], ['d1', 'd3']],
      ...minutes,
      at: now,
      version: 1,
    });
    expect(round).toEqual({ ...closed, version: 4 });
    expect(decide([['d1'], ['d2'], ['d3']], ruling).ruling.version).toBe(2);
    const decisions = decisionsOf({ round, entryIds: ['d1', 'd2', 'd3'], ties: [ruling] }, digest);
    expect(decisions).toEqual({ chair: [{ order: [['d2'], ['d1', 'd3']], ...minutes }] });
    const decided = outcomeOf({ d1: 90, d2: 90, d3: 90 }, chairOnly, decisions);
    expect(decided.rankings[0]!.overall.places.map(({ entryIds }) => entryIds)).toEqual([
      ['d2'],
      ['d1', 'd3'],
    ]);
    expect(decided.rankings[0]!.overall.ties[0]!.trace[0]!.decision).toEqual(minutes);
    expect(tiesLeft(decided).map(({ isDecided }) => isDecided)).toEqual([true]);
  });

  it('is of exactly one tied set, each entry once, of a closed round', () => {
    const wrong = (code: string) => ({
      code: 'validation-failed',
      errors: [{ pointer: '/order', code }],
    });
    expect(refusalOf(() => decide([['d1'], ['d2']]))).toEqual(wrong('no-such-tie'));
    expect(refusalOf(() => decide([['d1'], ['d2'], ['d3', 'd1']]))).toEqual(wrong('repeated'));
    for (const state of ['planned', 'scoring', 'approved'] as const) {
      const facts = { round: { ...closed, state }, outcome, rulings: [] };
      const said = { order: [['d1'], ['d2'], ['d3']], ...minutes };
      const stateConflict = { code: 'state-conflict', state };
      expect(refusalOf(() => decideTie(facts, said, now))).toEqual(stateConflict);
      expect(refusalOf(() => drawLot(facts, { seed: 's', by: 'chair' }, now))).toEqual(
        stateConflict,
      );
    }
  });
});

describe('decisions on a set and on a part of it', () => {
  const outcome = outcomeOf({ y1: 90, y2: 90, d1: 90, d2: 80, d3: 80 }, chairOnly);
  const decide = (order: readonly string[][], rulings: readonly TieRuling[]) =>
    decideTie({ round: closed, outcome, rulings }, { order, ...minutes }, now).ruling;
  const contradicts = {
    code: 'validation-failed',
    errors: [{ pointer: '/order', code: 'contradicts' }],
  };

  it('never put two entries the other way round', () => {
    const overall = decide([['y2'], ['d1', 'y1']], []);
    expect(refusalOf(() => decide([['y1'], ['y2']], [overall]))).toEqual(contradicts);
    expect(decide([['y2'], ['y1']], [overall]).version).toBe(1);
    const track = decide([['y1'], ['y2']], []);
    expect(refusalOf(() => decide([['d1'], ['y2'], ['y1']], [track]))).toEqual(contradicts);
    expect(decide([['y1'], ['d1'], ['y2']], [track]).version).toBe(1);
    // Of other entries, in another tie.
    expect(decide([['d3'], ['d2']], [overall, track]).version).toBe(1);
  });

  it('may be turned round by way of a shared place', () => {
    const overall = decide([['y2'], ['d1'], ['y1']], []);
    const shared = decide([['y1', 'y2']], [overall]);
    const turned = decide([['y1'], ['d1'], ['y2']], [overall, shared]);
    expect(turned.version).toBe(2);
    expect(decide([['y1'], ['y2']], [turned, shared]).version).toBe(2);
  });

  it('are held against those that still decide a tie alone', () => {
    const stale: TieRuling = { ...decide([['d3'], ['d2']], []), order: [['y2'], ['y1'], ['d2']] };
    expect(decide([['y1'], ['y2']], [stale]).version).toBe(1);
  });
});

describe('the lot', () => {
  const committed = { ...closed, lot: { commitment: digest('seed') } };
  const totals = { d1: 90, d2: 90, d3: 90 };
  const draw = { seed: 'seed', by: 'chair' };

  it('is drawn once, where a tie is left to it, and decides all of them', () => {
    const round = drawLot({ round: committed, outcome: outcomeOf(totals, lotOnly) }, draw, now);
    const lot = { commitment: digest('seed'), drawn: { ...draw, at: now } };
    expect(round).toEqual({ ...committed, lot, version: 4 });
    const entryIds = Object.keys(totals);
    const decisions = decisionsOf({ round, entryIds, ties: [] }, digest);
    const order = lotOrder(entryIds, 'seed', digest);
    expect(decisions).toEqual({ chair: [], lot: { commitment: digest('seed'), order } });
    const drawn = outcomeOf(totals, lotOnly, decisions);
    expect(drawn.rankings[0]!.overall.places.map(({ entryIds: [one] }) => one)).toEqual(order);
    expect(refusalOf(() => drawLot({ round, outcome: drawn }, draw, now))).toEqual({
      code: 'already-exists',
      what: 'draw',
    });
    expect(decisionsOf({ round: committed, entryIds, ties: [] }, digest)).toEqual({ chair: [] });
  });

  it('is not drawn where nothing is left to it', () => {
    const nothing = {
      code: 'state-conflict',
      state: 'closed',
      blockers: [{ code: 'nothing-to-draw' }],
    };
    const decided = { round: committed, outcome: outcomeOf({ d1: 90, d2: 80 }, lotOnly) };
    const uncommitted = { round: closed, outcome: outcomeOf(totals, lotOnly) };
    const toTheChair = { round: committed, outcome: outcomeOf(totals, chairOnly) };
    for (const facts of [decided, uncommitted, toTheChair]) {
      expect(refusalOf(() => drawLot(facts, draw, now))).toEqual(nothing);
    }
    expect([usesLot({ ...plainRules, tieBreak: lotOnly }), usesLot(plainRules)]).toEqual([
      true,
      false,
    ]);
  });

  it('has an order that is the seed’s alone, whatever the order of the entries', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid()), fc.string(), (ids, seed) => {
        const order = lotOrder(ids, seed, digest);
        expect(lotOrder(ids.toReversed(), seed, digest)).toEqual(order);
        expect(order.toSorted()).toEqual(ids.toSorted());
        // Whoever is not among them moves nobody.
        expect(lotOrder(ids.slice(1), seed, digest)).toEqual(order.filter((id) => id !== ids[0]));
      }),
    );
  });

  it('favours nobody', () => {
    const first = Array.from({ length: 3000 }, (_, at) =>
      lotOrder(['a', 'b', 'c'], `seed ${at}`, digest).indexOf('a'),
    );
    for (const place of [0, 1, 2]) {
      const share = first.filter((one) => one === place).length / first.length;
      expect(Math.abs(share - 1 / 3)).toBeLessThan(0.05);
    }
  });
});
