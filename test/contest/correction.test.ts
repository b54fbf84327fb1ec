import { describe, expect, it } from 'vitest';
import {
  confirmRetraction,
  proposeRetraction,
  type Retraction,
} from '../../lib/contest/correction.ts';
import { signerLines } from '../../lib/contest/official-decision.ts';
import { stillNamed } from '../../lib/contest/public-award.ts';
import { examplePlan } from '../support/example-plan.ts';
import { exampleDecision, exampleResult } from '../support/published-result.ts';
import { refusalOf } from '../support/refusal-of.ts';

/** Just before and at midnight in Kon Tum. */
const now = '2022-10-12T16:59:59.999Z';
const nextDay = '2022-10-12T17:00:00.000Z';
const reason = 'Vi phạm thể lệ';
const said = { resultVersion: 1, reason, decision: exampleDecision };
const facts = {
  current: exampleResult,
  before: undefined,
  editionId: exampleResult.editionId,
  timeZone: exampleResult.timeZone,
};
const proposal: Retraction = {
  ...said,
  editionId: exampleResult.editionId,
  proposedBy: 'organiser-a',
  proposedAt: now,
  version: 1,
};

describe('a proposed retraction', () => {
  it('takes the place of an earlier one', () => {
    const act = { by: 'organiser-a', now };
    expect(proposeRetraction(facts, said, act)).toEqual(proposal);
    const again = proposeRetraction({ ...facts, before: { ...proposal, version: 4 } }, said, act);
    expect(again).toEqual({ ...proposal, version: 5 });
  });

  it('has a decision of today at the latest, by the clocks of the edition', () => {
    const tomorrow = { ...said, decision: { ...exampleDecision, issuedOn: '2022-10-13' } };
    const propose = (at: string) => () =>
      proposeRetraction(facts, tomorrow, { by: 'organiser-a', now: at });
    expect(refusalOf(propose(now))).toEqual({
      code: 'validation-failed',
      errors: [{ pointer: '/decision/issuedOn', code: 'in-the-future', limit: '2022-10-12' }],
    });
    expect(propose(nextDay)().decision.issuedOn).toBe('2022-10-13');
  });
});

describe('a confirmed retraction', () => {
  const act = { resultVersion: 1, by: 'organiser-b', now: nextDay };

  it('is the next version, without awards, with all that was before', () => {
    const correction = { ...exampleResult, resultVersion: 2, reason: 'Đính chính' };
    const current = {
      ...correction,
      earlier: [
        {
          resultVersion: 1,
          state: 'published' as const,
          publishedAt: exampleResult.publishedAt,
          documentNumber: '90/QĐ-UBND',
        },
      ],
    };
    const two = { ...proposal, resultVersion: 2 };
    const confirmed = confirmRetraction({ current, proposal: two }, { ...act, resultVersion: 2 });
    expect(confirmed).toEqual({
      ...current,
      resultVersion: 3,
      state: 'retracted',
      publishedAt: nextDay,
      reason,
      awards: [],
      earlier: [
        ...current.earlier,
        {
          resultVersion: 2,
          state: 'published',
          publishedAt: exampleResult.publishedAt,
          documentNumber: '91/QĐ-UBND',
          reason: 'Đính chính',
        },
      ],
    });
  });

  it('takes a proposal about this very version, and another person', () => {
    const confirm = (of: Retraction | undefined, by = 'organiser-b') =>
      refusalOf(() => confirmRetraction({ current: exampleResult, proposal: of }, { ...act, by }));
    const not = {
      code: 'state-conflict',
      state: 'published',
      blockers: [{ code: 'not-proposed' }],
    };
    expect(confirm(undefined)).toEqual(not);
    expect(confirm({ ...proposal, resultVersion: 2 })).toEqual(not);
    expect(confirm(proposal, 'organiser-a')).toEqual({ code: 'second-person-required' });
  });
});

describe('a published award', () => {
  const award = {
    ...{ prizeId: 'nhat', prize: { vi: 'Giải Nhất', en: 'First prize' }, rank: 1, joint: false },
    ...{ entryId: 'e1', code: 'KT22-1', title: 'Trà', trackId: 'du-an' },
  };

  it('loses its name when the entry is not there to agree, and gains none', () => {
    const named = { ...award, applicantName: 'Nhóm', publicSummary: 'Tóm tắt' };
    expect(stillNamed(examplePlan(), named, new Map())).toEqual(award);
    expect(stillNamed(examplePlan(), award, new Map())).toEqual(award);
  });
});

describe('a signer', () => {
  it('stands under the authority, where there is one', () => {
    const { signer } = exampleDecision;
    expect(signerLines(signer)).toEqual(['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Lê Ngọc Tuấn']);
    const { authority, ...alone } = signer;
    expect(signerLines(alone)).toEqual(['PHÓ CHỦ TỊCH', 'Lê Ngọc Tuấn']);
  });
});
