import { describe, expect, test } from 'vitest';
import type { Plan, RoundPlan } from '../../lib/contest/plan.ts';
import { changePlan } from '../../lib/contest/plan-change.ts';
import {
  movedClosings,
  removedProblems,
  roundsScoredOtherwise,
  roundsTouched,
  whyNotScoredOtherwise,
} from '../../lib/contest/plan-freeze.ts';
import type { Round, RoundState } from '../../lib/contest/round.ts';
import { editionWith, inTime, later, opensAt } from '../support/contest-facts.ts';
import { examplePlan } from '../support/example-plan.ts';
import { refusalOf } from '../support/refusal-of.ts';

const plan = examplePlan();
const judging = editionWith({ phase: 'judging' });
const withRounds = (change: Partial<RoundPlan>): Plan => ({
  ...plan,
  rounds: plan.rounds.map((round) => ({ ...round, ...change })),
});
const rules = plan.rounds[0]!.rules;
const both = ['so-khao', 'chung-ket'];

describe('a round is scored otherwise', () => {
  test.each<[string, Partial<RoundPlan>]>([
    ['rubric', { rubrics: [{ rubric: { mode: 'points', criteria: [] } }] }],
    ['rules', { rules: { ...rules, decimals: 1 } }],
    ['scale', { scale: 5000 }],
    ['duty to comment', { commentRequired: true }],
    ['distance between judges', { divergence: { mode: 'absolute', percent: 25 } }],
  ])('by another %s', (_, change) => {
    expect(roundsScoredOtherwise(judging, plan, withRounds(change))).toEqual(both);
    for (const phase of ['open', 'frozen'] as const) {
      expect(roundsScoredOtherwise(editionWith({ phase }), plan, withRounds(change))).toEqual([]);
    }
  });

  test('not by what sheets know nothing of, nor is a round that is not there', () => {
    const renamed = withRounds({ name: { vi: 'Vòng', en: 'Round' }, closesAt: '2022-09-30T17:00' });
    expect(roundsScoredOtherwise(judging, plan, renamed)).toEqual([]);
    expect(roundsScoredOtherwise(judging, plan, examplePlan())).toEqual([]);
    const [first] = withRounds({ scale: 5000 }).rounds;
    expect(roundsScoredOtherwise(judging, plan, { ...plan, rounds: [first!] })).toEqual([
      'so-khao',
    ]);
  });
});

const round = (roundId: string, state: RoundState): Round => ({
  editionId: 'kon-tum-2022',
  roundId,
  state,
  planVersion: 1,
  assignmentRevisions: [],
  version: 1,
});

describe('when a round closes', () => {
  const after = withRounds({ closesAt: '2022-09-30T17:00' });
  const frozen = (at: number) => ({
    pointer: `/plan/rounds/${at}/closesAt`,
    code: 'frozen',
    limit: plan.rounds[at]!.closesAt,
  });

  test('is looked at once judging has begun, beside how it is scored', () => {
    expect(roundsTouched(judging, plan, after)).toEqual(both);
    expect(roundsTouched(judging, plan, withRounds({ commentRequired: true }))).toEqual(both);
    expect(roundsTouched(judging, plan, withRounds({ name: { vi: 'V', en: 'R' } }))).toEqual([]);
    expect(roundsTouched(editionWith({ phase: 'frozen' }), plan, after)).toEqual([]);
  });

  test.each<RoundState>(['scoring', 'closed', 'approved'])('stands once it is %s', (state) => {
    const rounds = [round('so-khao', state), round('chung-ket', 'planned')];
    expect(movedClosings(rounds, { before: plan, after })).toEqual([frozen(0)]);
    expect(movedClosings(rounds, { before: plan, after: plan })).toEqual([]);
    const opened = [round('so-khao', state), round('chung-ket', state)];
    expect(movedClosings(opened, { before: plan, after })).toEqual([frozen(0), frozen(1)]);
  });
});

describe('how a round is scored', () => {
  test.each<RoundState>(['scoring', 'closed', 'approved'])('stands once it is %s', (state) => {
    const rounds = [round('so-khao', state), round('chung-ket', 'planned')];
    const frozen = {
      code: 'state-conflict',
      state: 'judging',
      blockers: [{ code: 'rubric-frozen', roundId: 'so-khao' }],
    };
    expect(whyNotScoredOtherwise(judging, rounds)).toEqual(frozen);
    const current = {
      planVersion: 1,
      plan,
      changedAt: inTime,
      changedBy: 'lan',
      reason: '',
      documentNumber: '',
    };
    const change = {
      plan: withRounds({ commentRequired: true }),
      reason: 'Đổi',
      documentNumber: '9',
      by: 'lan',
      basedOn: 1,
    };
    const changed = (some: readonly Round[]) =>
      changePlan({ edition: judging, current, rounds: some }, change, inTime);
    expect(refusalOf(() => changed(rounds))).toEqual(frozen);
    expect(changed([round('chung-ket', 'planned')]).plan.changed).toEqual([
      '/rounds/so-khao/commentRequired',
      '/rounds/chung-ket/commentRequired',
    ]);
  });

  test('may change while it is planned', () => {
    expect(whyNotScoredOtherwise(judging, [round('chung-ket', 'planned')])).toBeUndefined();
    expect(whyNotScoredOtherwise(judging, [])).toBeUndefined();
  });
});

describe('what entries may name', () => {
  const edition = editionWith();
  const [track, ...tracks] = plan.tracks;
  const [field, ...fields] = plan.fields;
  const [document, ...documents] = plan.documents;
  const [question, ...questions] = plan.questions;
  const [consent, ...consents] = plan.consents;
  const after = { ...plan, tracks, fields, documents, questions, consents };
  const fewer = { before: plan, after };

  test('may be removed before the opening and no more from then on', () => {
    expect(removedProblems(edition, fewer, later(opensAt, -1))).toEqual([]);
    const inUse = [
      { pointer: '/plan/tracks', code: 'in-use', limit: track!.id },
      { pointer: '/plan/fields', code: 'in-use', limit: field!.id },
      { pointer: '/plan/documents', code: 'in-use', limit: document!.kind },
      { pointer: '/plan/questions', code: 'in-use', limit: question!.id },
      { pointer: '/plan/consents', code: 'in-use', limit: consent!.purpose },
    ];
    for (const now of [opensAt, later(opensAt, 1), '2023-01-01T00:00:00.000Z']) {
      expect(removedProblems(edition, fewer, now)).toEqual(inUse);
    }
  });

  test('may be renamed, moved and added to', () => {
    const other = { vi: 'Tên khác', en: 'Another name' };
    const after: Plan = {
      ...plan,
      tracks: [...tracks, { id: 'moi', name: other }, { ...track!, name: other }],
      fields: [{ id: 'moi', name: other }, ...plan.fields],
      documents: [...plan.documents].reverse(),
    };
    expect(removedProblems(edition, { before: plan, after }, inTime)).toEqual([]);
  });

  test('a change of id is a removal, and every one is told', () => {
    const after = { ...plan, tracks: plan.tracks.map((one) => ({ ...one, id: `${one.id}-2` })) };
    expect(removedProblems(edition, { before: plan, after }, inTime)).toEqual(
      plan.tracks.map(({ id }) => ({ pointer: '/plan/tracks', code: 'in-use', limit: id })),
    );
  });
});
