import { expect, it } from 'vitest';
import { hasSigned, signTerms } from '../../lib/contest/confidentiality.ts';
import { whyNotJudge, whyNotScore } from '../../lib/contest/score-sheet.ts';
import { refusalOf } from '../support/refusal-of.ts';
import { judging } from '../support/round-facts.ts';

const now = '2022-08-01T01:00:00.000Z';
const terms = { version: '1', textSha256: 'a'.repeat(64) };
const signed = { ...terms, at: now };

it('the terms are signed as they stand, by whoever read this version of the plan', () => {
  expect(signTerms({ terms, planVersion: 3 }, 3, now)).toEqual(signed);
  for (const accepted of [2, 4]) {
    expect(refusalOf(() => signTerms({ terms, planVersion: 3 }, accepted, now))).toEqual({
      code: 'rules-changed',
      current: 3,
    });
  }
  expect(refusalOf(() => signTerms({ terms: undefined, planVersion: 3 }, 3, now))).toEqual({
    code: 'state-conflict',
    state: 'nothing-to-sign',
  });
});

it('a signature holds for its version and its text, and where nothing is asked none is needed', () => {
  expect(hasSigned(signed, terms)).toBe(true);
  expect(hasSigned(signed, { ...terms, version: '2' })).toBe(false);
  expect(hasSigned(signed, { ...terms, textSha256: 'b'.repeat(64) })).toBe(false);
  expect(hasSigned(undefined, terms)).toBe(false);
  expect(hasSigned(undefined, undefined)).toBe(true);
  expect(hasSigned(signed, undefined)).toBe(true);
});

it('a judge who has not signed neither reads nor scores; who has no task learns nothing', () => {
  const unsigned = judging({ unsigned: true });
  const refusal = { code: 'forbidden', needs: 'confidentiality' };
  expect(whyNotJudge(unsigned)).toEqual(refusal);
  expect(whyNotScore(unsigned, now)).toEqual(refusal);
  expect(whyNotJudge({ ...unsigned, declaration: undefined })).toEqual(refusal);
  expect(whyNotJudge({ ...unsigned, assignment: undefined })).toEqual({ code: 'not-found' });
});
