import { expect, test } from 'vitest';
import { problemCodes } from '../../lib/contract/problem-codes.ts';
import { problems } from '../../lib/contract/problems.ts';
import { remedyOf } from '../../lib/contract/remedies.ts';

const roles = 'Ask the organisers of the edition for the role named in needs.';

test.each([
  ['organiser', roles],
  ['secretary', roles],
  ['judge', roles],
  ['administrator', 'Ask an administrator of the system to do it.'],
  ['chair', 'The chair of the round alone decides this.'],
  ['owner', 'Ask the lead of the entry: nobody else of its team can do this.'],
  ['editor', 'Ask the lead of the entry to make you an editor of it.'],
  ['verified-email', 'Confirm your e-mail address, then sign in again.'],
  ['confidentiality', 'Sign the terms of confidentiality as they are now, then try again.'],
])('what it takes is %s', (needs, remedy) => {
  expect(remedyOf('forbidden', { needs })).toBe(remedy);
});

const opensAt = '2022-05-20T01:00:00.000Z';
const closesAt = '2022-07-31T10:00:00.000Z';

test.each([
  [{ opensAt, closesAt }, 'It is open from opensAt until closesAt; the time of receipt decides.'],
  [{ opensAt }, 'It opens at opensAt; the time of receipt decides.'],
  [{ closesAt }, 'It has closed at closesAt; the time of receipt decides.'],
  [{}, 'Wait until the organisers open it.'],
])('what is closed: %o', (when, remedy) => {
  expect(remedyOf('phase-closed', { receivedAt: opensAt, ...when })).toBe(remedy);
});

test.each([
  ['not-declared', 'Declare whether you have a conflict of interest with the entry first.'],
  ['derived', 'Both sides stated details that show a conflict: somebody else scores the entry.'],
  ['also-applicant', problems['conflict-of-interest'].remedy],
])('a conflict that is %s', (because, remedy) => {
  expect(remedyOf('conflict-of-interest', { because })).toBe(remedy);
});

test('a state that is in the way says what to do, and what blocks it more exactly', () => {
  const blockers = [
    { code: 'nobody-assigned', entryId: 'e1' },
    { code: 'nobody-assigned', entryId: 'e2' },
    { code: 'on-stage', entryId: 'e3' },
    { code: 'unheard-of' },
  ];
  expect([
    remedyOf('state-conflict', { state: 'scoring', blockers }),
    remedyOf('state-conflict', { state: 'scoring', blockers: [] }),
    remedyOf('state-conflict', { state: 'not-started' }),
    remedyOf('state-conflict', { state: 'unheard-of', blockers: [{ code: 'unheard-of' }] }),
    remedyOf('state-conflict', { state: 'constructor', blockers: 'x' }),
  ]).toEqual([
    'Give the entries named in blockers to judges, or close with acceptMissing and a reason. Let the entry named in blockers leave the stage first.',
    'Judges are scoring: some things are settled by now, others wait for the close.',
    'Save a draft of the score sheet first.',
    problems['state-conflict'].remedy,
    problems['state-conflict'].remedy,
  ]);
});

test('all other codes have one remedy, and so has a forbidden one that nobody has named', () => {
  const others = problemCodes.filter((code) => code !== 'phase-closed');
  expect(others.map((code) => remedyOf(code, {}))).toEqual(
    others.map((code) => problems[code].remedy),
  );
  expect(remedyOf('forbidden', { needs: 'constructor' })).toBe(problems.forbidden.remedy);
});
