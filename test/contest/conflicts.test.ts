import { describe, expect, it } from 'vitest';
import {
  conflictBasis,
  declareConflict,
  derivedReason,
  recordConflict,
} from '../../lib/contest/conflicts.ts';
import type { Round } from '../../lib/contest/round.ts';
import type { Judging } from '../../lib/contest/score-sheet.ts';
import { refusalOf } from '../support/refusal-of.ts';
import { declaration, judging, plannedRound, scoringRound, sheet } from '../support/round-facts.ts';

const now = '2022-08-03T02:00:00.000Z';
const at = { editionId: 'kon-tum-2022', entryId: 'e1', judgeId: 'j1' };

describe('declaring', () => {
  const declare = (given: Partial<Judging>, conflict: boolean, reason = '') =>
    declareConflict(judging(given), at, { conflict, reason }, now);
  const derived = ['phone', 'organisation'] as const;

  it('no conflict opens the dossier', () => {
    expect(declare({ declaration: undefined }, false)).toEqual({
      declaration: declaration({ declaredAt: now }),
      struck: undefined,
    });
  });

  it('a conflict strikes the sheet there is, a submitted one too, and keeps its marks', () => {
    for (const state of ['draft', 'submitted'] as const) {
      const said = declare({ sheet: sheet({ state }) }, true, 'Họ hàng');
      expect(said).toEqual({
        declaration: declaration({
          conflict: true,
          reason: 'Họ hàng',
          declaredAt: now,
          version: 2,
        }),
        struck: sheet({ state, recused: true, savedAt: now, version: 3 }),
      });
    }
  });

  it('a conflict again strikes nothing twice', () => {
    const before = {
      declaration: declaration({ conflict: true }),
      sheet: sheet({ recused: true }),
    };
    expect(declare(before, true).struck).toBe(undefined);
  });

  it('is not taken back', () => {
    const before = { declaration: declaration({ conflict: true }) };
    expect(refusalOf(() => declare(before, false))).toEqual({
      code: 'state-conflict',
      state: 'conflict-declared',
    });
  });

  it('is possible before and during scoring, not after the close', () => {
    expect(declare({ round: plannedRound() }, true).declaration.conflict).toBe(true);
    for (const state of ['closed', 'approved'] as const) {
      const refusal = refusalOf(() => declare({ round: scoringRound({ state }) }, true));
      expect(refusal).toEqual({ code: 'state-conflict', state });
    }
  });

  it('none where there is one to be seen is kept as one, with what shows it', () => {
    const draft = sheet();
    expect(declare({ declaration: undefined, derived, sheet: draft }, false)).toEqual({
      declaration: declaration({
        conflict: true,
        reason: 'derived:phone,organisation',
        by: 'system',
        declaredAt: now,
      }),
      struck: sheet({ recused: true, savedAt: now, version: 3 }),
    });
  });

  it('one that is there to be seen stays the judge’s own word', () => {
    expect(declare({ derived }, true, 'Họ hàng').declaration).toEqual(
      declaration({ conflict: true, reason: 'Họ hàng', declaredAt: now, version: 2 }),
    );
  });
});

describe('recording', () => {
  const said = { by: 'o1', reason: 'Cùng góp vốn' };
  const record = (given: Partial<Judging>, next?: Round) =>
    recordConflict({ ...judging(given), next }, at, said, now);

  it('stands against what the judge said, and strikes the sheet', () => {
    const handedIn = sheet({ state: 'submitted' });
    expect(record({ sheet: handedIn })).toEqual({
      round: scoringRound(),
      declaration: declaration({ ...said, conflict: true, declaredAt: now, version: 2 }),
      struck: { ...handedIn, recused: true, savedAt: now, version: 3 },
    });
  });

  it('needs no word, no sheet and no task', () => {
    const nothing = { assignment: undefined, declaration: undefined, sheet: undefined };
    expect(record({ ...nothing, round: plannedRound() })).toEqual({
      round: plannedRound(),
      declaration: declaration({ ...said, conflict: true, declaredAt: now }),
      struck: undefined,
    });
  });

  it('leaves a conflict that stands as it was said, and strikes a sheet that is not struck', () => {
    const stands = declaration({ conflict: true, reason: 'Họ hàng' });
    const again = record({ declaration: stands, sheet: sheet() });
    expect(again.declaration).toBe(stands);
    expect(again.struck?.recused).toBe(true);
    expect(record({ declaration: stands, sheet: sheet({ recused: true }) }).struck).toBe(undefined);
  });

  it('is possible after the close; after the approval it takes the approval with it', () => {
    expect(record({ round: scoringRound({ state: 'closed' }) }).declaration.conflict).toBe(true);
    const approval = { digest: 'd', by: 'o1', at: '2022-08-26T01:00:00.000Z' };
    const approved = scoringRound({ state: 'approved', approval });
    expect(record({ round: approved, sheet: sheet() })).toMatchObject({
      round: scoringRound({ state: 'closed' }),
      voided: approval,
    });
    const without = record({ round: approved, sheet: undefined });
    expect([without.round, without.voided]).toEqual([approved, undefined]);
    const next = plannedRound({ roundId: 'chung-ket', assignmentRevisions: ['r1'] });
    expect(refusalOf(() => record({ round: approved, sheet: sheet() }, next))).toEqual({
      code: 'state-conflict',
      state: 'approved',
      blockers: [{ code: 'next-round-begun', roundId: 'chung-ket' }],
    });
  });
});

it.each([
  [{}, 'declared'],
  [{ by: 'system', reason: derivedReason(['phone', 'taxCode']) }, 'derived:phone,taxCode'],
  [{ by: 'o1', reason: 'Cùng góp vốn' }, 'recorded'],
])('what a conflict stands on: %o', (said, basis) => {
  expect(conflictBasis(declaration({ conflict: true, ...said }))).toBe(basis);
});
