import { expect, it } from 'vitest';
import { distinctPairs, draftAssignments } from '../../lib/contest/assign.ts';
import type { Submission } from '../../lib/contest/entry.ts';
import { refusalOf } from '../support/refusal-of.ts';
import { plannedRound } from '../support/round-facts.ts';

const submission = (entryId: string, changes: Partial<Submission['content']> = {}): Submission => ({
  editionId: 'kon-tum-2022',
  entryId,
  code: `KT22-${entryId}`,
  submission: 1,
  receivedAt: '2022-07-31T09:59:59.999Z',
  planVersion: 1,
  content: {
    title: `Dự án ${entryId}`,
    trackId: 'du-an',
    fieldId: 'cntt',
    summary: 'for the judges once they have declared',
    applicant: { kind: 'team', name: 'Nhóm Y', phone: '+84900000001' },
    members: [
      { name: 'Nguyễn Thị Hồng Đào', role: 'lead' },
      { name: 'A Dôn', role: 'member' },
    ],
    consents: [{ purpose: 'to-chuc', version: '2022-05-20' }],
    ...changes,
  },
  documents: [],
});

it('says what is needed to see a conflict, and nothing else of the entry', () => {
  const submissions = new Map([['e1', submission('e1')]]);
  const pairs = [{ entryId: 'e1', judgeId: 'j1' }];
  expect(draftAssignments(plannedRound(), 'r7', pairs, submissions)).toEqual([
    {
      editionId: 'kon-tum-2022',
      roundId: 'so-khao',
      entryId: 'e1',
      judgeId: 'j1',
      revisions: ['r7'],
      code: 'KT22-e1',
      title: 'Dự án e1',
      applicantName: 'Nhóm Y',
      members: ['Nguyễn Thị Hồng Đào', 'A Dôn'],
      trackId: 'du-an',
      fieldId: 'cntt',
      version: 1,
    },
  ]);
});

it('refuses an entry that was never handed in', () => {
  const draft = () =>
    draftAssignments(plannedRound(), 'r7', [{ entryId: 'e2', judgeId: 'j1' }], new Map());
  expect(refusalOf(draft)).toEqual({ code: 'not-found' });
});

it('takes a pair that is named twice once, where it was named first', () => {
  const pair = (entryId: string, judgeId: string) => ({ entryId, judgeId });
  const named = [pair('e1', 'j1'), pair('e2', 'j1'), pair('e1', 'j1'), pair('e1', 'j2')];
  expect(distinctPairs(named)).toEqual([pair('e1', 'j1'), pair('e2', 'j1'), pair('e1', 'j2')]);
});
