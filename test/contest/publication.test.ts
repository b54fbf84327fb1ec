import { describe, expect, it } from 'vitest';
import type { Submission } from '../../lib/contest/entry.ts';
import type { EntryContent } from '../../lib/contest/entry-content.ts';
import type { Outcome } from '../../lib/contest/outcome.ts';
import type { Awarded } from '../../lib/contest/public-award.ts';
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

/** As it was handed in, and with the draft as it was then unless told. */
const awardedOf = (submission: Submission, entry: Partial<Awarded['entry']> = {}): Awarded => ({
  submission,
  entry: { content: submission.content, ...entry },
});

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
    ['e1', awardedOf(submissionOf('e1'))],
    ['e2', awardedOf(submissionOf('e2', withoutNaming))],
  ]),
  minutes: {
    editionId: 'kon-tum-2022',
    roundId: 'chung-ket',
    digest,
    signedOn: '2022-09-29',
    chair: 'Nguyễn Thị Hồng Đào',
    secretary: 'Y Blô',
    by: 'organiser-a',
    at: '2022-09-29T01:00:00.000Z',
    version: 1,
  },
  current: undefined,
};

const decision = {
  documentNumber: '91/QĐ-UBND',
  issuedOn: '2022-09-30',
  title: 'Về việc công nhận kết quả',
  signer: { position: 'CHỦ TỊCH', name: 'Lê Ngọc Tuấn' },
};
const act = { digest, by: 'organiser-b', decision, at: now };

describe('the public result', () => {
  it('names whoever consented to be named, and says no more of anybody', () => {
    expect(publishResult(facts, act)).toEqual({
      editionId: 'kon-tum-2022',
      name: plan.name,
      planVersion: round.planVersion,
      organiser: plan.organiser,
      timeZone: plan.timeZone,
      tracks: plan.tracks,
      resultVersion: 1,
      state: 'published',
      publishedAt: now,
      decision,
      digest,
      earlier: [],
      awards: [
        {
          prizeId: 'nhat',
          prize: { vi: 'Giải Nhất', en: 'First prize' },
          rank: 1,
          joint: true,
          entryId: 'e1',
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
          entryId: 'e2',
          code: 'KT22-e2',
          title: 'Dự án e2',
          trackId: 'du-an',
        },
      ],
    });
  });

  it('leaves out a summary that was never written', () => {
    const { publicSummary, ...content } = submissionOf('e1').content;
    const awarded = new Map([['e1', awardedOf({ ...submissionOf('e1'), content })]]);
    const outcome = outcomeOf(awards.slice(0, 1));
    const [award] = publishResult({ ...facts, awarded, outcome }, act).awards;
    expect(award).not.toHaveProperty('publicSummary');
    expect(award?.applicantName).toBe('Nhóm e1');
  });

  /** How the winner of the first prize is shown. */
  const winner = (awarded: Awarded) => {
    const outcome = outcomeOf(awards.slice(0, 1));
    const all = publishResult({ ...facts, awarded: new Map([['e1', awarded]]), outcome }, act);
    return all.awards[0]?.applicantName;
  };
  const toRun = { purpose: 'to-chuc', version: '2022-05-20' };
  const toName = { purpose: 'cong-bo', version: '2022-05-20' };

  it('names nobody whose consent to it was taken back since, nor one to the contest itself', () => {
    const submission = submissionOf('e1');
    const marked = (purpose: string) =>
      winner(
        awardedOf(submission, {
          withdrawnConsents: [{ purpose, by: 'lan', at: '2022-09-29T01:00:00.000Z' }],
        }),
      );
    expect(['cong-bo', 'to-chuc', 'khac'].map(marked)).toEqual([undefined, undefined, 'Nhóm e1']);
    const unticked = (consents: EntryContent['consents']) =>
      winner(awardedOf(submission, { content: { ...submission.content, consents } }));
    expect(unticked([toRun])).toBeUndefined();
    expect(unticked([toName])).toBeUndefined();
    expect(unticked([toName, toRun])).toBe('Nhóm e1');
  });

  it('does not name by what a draft agreed to after the submission', () => {
    const submission = submissionOf('e1', withoutNaming);
    const content = { ...submission.content, consents: [toRun, toName] };
    expect(winner(awardedOf(submission, { content }))).toBeUndefined();
  });

  it('names a team with a minor by the child’s consent and each guardian’s', () => {
    const minor = (name: string, consents: EntryContent['consents']) => ({
      name,
      role: 'member' as const,
      guardian: { name: `Mẹ ${name}`, phone: '+84900000002', consents },
    });
    const team = (...members: EntryContent['members']) => ({
      members: [{ name: 'Lan', role: 'lead' as const }, ...members],
    });
    const both = team(minor('A', [toRun, toName]), minor('B', [toRun, toName]));
    const all = submissionOf('e1', both);
    expect(winner(awardedOf(all))).toBe('Nhóm e1');
    const one = team(minor('A', [toRun, toName]), minor('B', [toRun]));
    expect(winner(awardedOf(submissionOf('e1', one)))).toBeUndefined();
    const guardians = submissionOf('e1', { ...both, ...withoutNaming });
    expect(winner(awardedOf(guardians))).toBeUndefined();
    // A guardian took it back in the draft; a member who left it took nothing back.
    const draft = (members: object) => awardedOf(all, { content: { ...all.content, ...members } });
    expect(winner(draft(one))).toBeUndefined();
    expect(winner(draft(team(minor('A', [toRun, toName]))))).toBe('Nhóm e1');
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
    const refusal = refusalOf(() =>
      publishResult({ ...facts, current: publishResult(facts, act) }, act),
    );
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

  it('without signed minutes about this very outcome', () => {
    const refusal = {
      code: 'state-conflict',
      state: 'approved',
      blockers: [{ code: 'minutes-not-signed', roundId: 'chung-ket' }],
    };
    const other = { ...facts.minutes, digest: 'e'.repeat(64) };
    for (const minutes of [undefined, other]) {
      expect(refusalOf(() => publishResult({ ...facts, minutes }, act))).toEqual(refusal);
    }
  });

  it.each([
    ['before the minutes', '2022-09-28', { code: 'too-early', limit: '2022-09-29' }],
    ['after the publication', '2022-10-01', { code: 'in-the-future', limit: '2022-09-30' }],
  ])('by a decision of a day %s', (_, issuedOn, error) => {
    const refused = { ...act, decision: { ...decision, issuedOn } };
    expect(refusalOf(() => publishResult(facts, refused))).toEqual({
      code: 'validation-failed',
      errors: [{ pointer: '/decision/issuedOn', ...error }],
    });
    for (const day of ['2022-09-29', '2022-09-30']) {
      const good = { ...act, decision: { ...decision, issuedOn: day } };
      expect(publishResult(facts, good).decision.issuedOn).toBe(day);
    }
  });
});
