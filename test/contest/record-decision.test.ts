import { describe, expect, it } from 'vitest';
import type { SaidDecision } from '../../lib/contest/decision-facts.ts';
import { inForce, type OrganisersDecision } from '../../lib/contest/organisers-decision.ts';
import type { Outcome } from '../../lib/contest/outcome.ts';
import { recordDecision } from '../../lib/contest/record-decision.ts';
import type { Round } from '../../lib/contest/round.ts';
import { examplePlan } from '../support/example-plan.ts';
import { refusalOf } from '../support/refusal-of.ts';
import { plannedRound, scoringRound } from '../support/round-facts.ts';

const now = '2022-09-25T01:00:00.000Z';
const signed = { reason: 'Ban Tổ chức', documentNumber: '99/QĐ-BTC', signedBy: 'o1' };
const approval = { digest: 'd', by: 'o1', at: '2022-09-24T01:00:00.000Z' };
const empty: SaidDecision = { kind: 'leave-empty', prizeId: 'nhat', places: 1 };
const outcome: Outcome = {
  editionId: 'kon-tum-2022',
  roundId: 'chung-ket',
  planVersion: 3,
  rankings: [],
  allocation: { awards: [], unawarded: [], blockers: [] },
};

/** A decision as it is recorded. */
const recorded = (number: number, content: object = empty): OrganisersDecision =>
  ({
    editionId: 'kon-tum-2022',
    roundId: 'chung-ket',
    ...signed,
    ...content,
    number,
    at: now,
  }) as OrganisersDecision;

function record(
  round: Partial<Round>,
  {
    next,
    decided = [] as OrganisersDecision[],
  }: { next?: Round; decided?: OrganisersDecision[] } = {},
) {
  const facts = {
    plan: examplePlan(),
    round: scoringRound({ roundId: 'chung-ket', ...round }),
    next,
    outcome,
    entries: [],
    decided,
  };
  return recordDecision(facts, empty, signed, now);
}

describe('a decision of the organisers', () => {
  it('moves a closed round on, under the next number', () => {
    const taken = recorded(4, { kind: 'withdraw', decision: 3 });
    expect(record({ state: 'closed' }, { decided: [taken] })).toEqual({
      decision: recorded(5),
      round: scoringRound({ roundId: 'chung-ket', state: 'closed', version: 4 }),
    });
  });

  it('voids an approval, unless the next round was begun or given to judges', () => {
    const { round, voided } = record({ state: 'approved', approval });
    expect([round, voided]).toEqual([
      scoringRound({ roundId: 'chung-ket', state: 'closed', version: 4 }),
      approval,
    ]);
    const after = { roundId: 'sau' };
    expect(record({ state: 'approved', approval }, { next: plannedRound(after) }).voided).toEqual(
      approval,
    );
    for (const next of [
      scoringRound(after),
      plannedRound({ ...after, assignmentRevisions: ['r1'] }),
    ]) {
      expect(refusalOf(() => record({ state: 'approved', approval }, { next }))).toEqual({
        code: 'state-conflict',
        state: 'approved',
        blockers: [{ code: 'next-round-begun', roundId: 'sau' }],
      });
    }
  });

  it('is of a round that is over', () => {
    for (const state of ['planned', 'scoring'] as const) {
      expect(refusalOf(() => record({ state }))).toEqual({ code: 'state-conflict', state });
    }
  });
});

describe('the decisions in force', () => {
  const votes = (number: number, prizeId = 'khan-gia') =>
    recorded(number, { kind: 'count-votes', prizeId, counts: [] });
  const numbers = (...decided: OrganisersDecision[]) => inForce(decided).map((one) => one.number);
  const withdraw = (number: number, decision: number) =>
    recorded(number, { kind: 'withdraw', decision });

  it('are those that nobody withdrew, whatever the order they were read in', () => {
    expect(numbers(recorded(1), recorded(2))).toEqual([1, 2]);
    expect(numbers(withdraw(3, 1), recorded(2), recorded(1))).toEqual([2]);
  });

  it('of a vote the last counts alone; once these are withdrawn, those before hold again', () => {
    expect(numbers(votes(1), votes(2), votes(3, 'khac'))).toEqual([2, 3]);
    expect(numbers(votes(1), votes(2), withdraw(3, 2))).toEqual([1]);
  });
});
