import { describe, expect, it } from 'vitest';
import type { Submission } from '../../lib/contest/entry.ts';
import type { EntryContent } from '../../lib/contest/entry-content.ts';
import type { Outcome } from '../../lib/contest/outcome.ts';
import { publishResult } from '../../lib/contest/publication.ts';
import { mangRi } from '../support/contest-facts.ts';
import { examplePlan } from '../support/example-plan.ts';
import { refusalOf } from '../support/refusal-of.ts';
import { scoringRound } from '../support/round-facts.ts';

const plan = examplePlan();
const now = '2022-09-30T01:00:00.000Z';
const digest = 'd'.repeat(64);
const round = scoringRound({
  roundId: 'chung-ket',
  state: 'approved',
  approval: { digest, by: 'organiser-a', at: '2022-09-28T01:00:00.000Z' },
});

function submissionOf(entryId: string, changes: Partial<EntryContent> = {}): Submission {
  return {
    editionId: 'kon-tum-2022',
    entryId,
    code: `KT22-${entryId}`,
    submission: 2,
    receivedAt: '2022-07-30T01:00:00.000Z',
    planVersion: 1,
    content: {
      title: `Dự án ${entryId}`,
      trackId: 'du-an',
      fieldId: 'cntt',
      summary: 'SECRET technical detail',
      publicSummary: `Tóm tắt ${entryId}`,
      applicant: {
        kind: 'team',
        name: `Nhóm ${entryId}`,
        phone: '+84900000001',
        address: { ...mangRi, detail: 'SECRET', oldAddress: 'SECRET' },
      },
      members: [{ name: 'SECRET member', role: 'lead' }],
      consents: [
        { purpose: 'to-chuc', version: '2022-05-20' },
        { purpose: 'cong-bo', version: '2022-05-20' },
      ],
      ...changes,
    },
    documents: [],
  };
}

const withoutNaming = { consents: [{ purpose: 'to-chuc', version: '2022-05-20' }] };

const outcomeOf = (awards: NonNullable<Outcome['allocation']>['awards']): Outcome => ({
  editionId: 'kon-tum-2022',
  roundId: 'chung-ket',
  planVersion: 3,
  rankings: [],
  allocation: { awards, unawarded: [], blockers: [] },
});

const awards = [
  { prizeId: 'nhat', entryId: 'e1', rank: 1, joint: true },
  { prizeId: 'nhi', entryId: 'e2', rank: 3, joint: false },
];

const facts = {
  plan,
  round,
  outcome: outcomeOf(awards),
  awarded: new Map([
    ['e1', submissionOf('e1')],
    ['e2', submissionOf('e2', withoutNaming)],
  ]),
  published: false,
};

const act = { digest, by: 'organiser-b', documentNumber: '91/QĐ-UBND', now };

describe('the public result', () => {
  it('names whoever consented to be named, and says no more of anybody', () => {
    expect(publishResult(facts, act)).toEqual({
      editionId: 'kon-tum-2022',
      name: plan.name,
      organiser: plan.organiser,
      resultVersion: 1,
      publishedAt: now,
      documentNumber: '91/QĐ-UBND',
      digest,
      awards: [
        {
          prizeId: 'nhat',
          prize: { vi: 'Giải Nhất', en: 'First prize' },
          rank: 1,
          joint: true,
          code: 'KT22-e1',
          title: 'Dự án e1',
          trackId: 'du-an',
          applicantName: 'Nhóm e1',
          publicSummary: 'Tóm tắt e1',
        },
        {
          prizeId: 'nhi',
          prize: { vi: 'Giải Nhì', en: 'Second prize' },
          rank: 3,
          joint: false,
          code: 'KT22-e2',
          title: 'Dự án e2',
          trackId: 'du-an',
        },
      ],
    });
  });

  it('leaves out a summary that was never written', () => {
    const { publicSummary, ...content } = submissionOf('e1').content;
    const awarded = new Map([['e1', { ...submissionOf('e1'), content }]]);
    const outcome = outcomeOf(awards.slice(0, 1));
    const [award] = publishResult({ ...facts, awarded, outcome }, act).awards;
    expect(award).not.toHaveProperty('publicSummary');
    expect(award?.applicantName).toBe('Nhóm e1');
  });

  it('may hold no prize at all', () => {
    expect(publishResult({ ...facts, outcome: outcomeOf([]) }, act).awards).toEqual([]);
  });

  it('leaves no award out: one whose entry or prize is gone is a fault', () => {
    expect(() => publishResult({ ...facts, awarded: new Map() }, act)).toThrow(RangeError);
    const [award] = awards;
    const gone = outcomeOf([{ ...award!, prizeId: 'gone' }]);
    expect(() => publishResult({ ...facts, outcome: gone }, act)).toThrow(RangeError);
  });
});

describe('publishing is refused', () => {
  it('a second time', () => {
    const refusal = refusalOf(() => publishResult({ ...facts, published: true }, act));
    expect(refusal).toEqual({ code: 'already-published' });
  });

  it('before the approval', () => {
    const { approval, ...closed } = round;
    const refusal = { code: 'state-conflict', state: 'closed' };
    const before = { ...facts, round: { ...closed, state: 'closed' as const } };
    expect(refusalOf(() => publishResult(before, act))).toEqual(refusal);
    expect(refusalOf(() => publishResult({ ...facts, outcome: undefined }, act))).toEqual({
      code: 'state-conflict',
      state: 'approved',
    });
  });

  it('for another outcome than the approved one', () => {
    const other = { ...act, digest: 'e'.repeat(64) };
    expect(refusalOf(() => publishResult(facts, other))).toEqual({
      code: 'digest-changed',
      current: digest,
    });
  });

  it('to the one who approved it', () => {
    const same = { ...act, by: 'organiser-a' };
    expect(refusalOf(() => publishResult(facts, same))).toEqual({ code: 'second-person-required' });
  });
});
