import { describe, expect, it } from 'vitest';
import { chairStanding } from '../../lib/contest/panel.ts';
import type { Member } from '../../lib/contest/people.ts';
import { reopenSheet, whyNotShown } from '../../lib/contest/reopen-sheet.ts';
import { type Judging, saveSheet } from '../../lib/contest/score-sheet.ts';
import { refusalOf } from '../support/refusal-of.ts';
import { assignment, judging, plannedRound, scoringRound, sheet } from '../support/round-facts.ts';

const now = '2022-08-10T02:00:00.000Z';
const closesAt = '2022-08-25T10:00:00.000Z';
const judge: Member = {
  editionId: 'kon-tum-2022',
  personId: 'j1',
  email: 'j1@example.vn',
  name: 'Giám khảo',
  roles: ['judge'],
  active: true,
  version: 1,
};
const handedIn = sheet({ state: 'submitted', submittedAt: '2022-08-05T01:00:00.000Z' });
const reopen = (given: Partial<Judging> = {}, { by = 'lan', member = judge, at = now } = {}) =>
  reopenSheet(
    { judging: judging({ sheet: handedIn, ...given }), judge: member },
    { by, reason: 'Nhầm' },
    at,
  );

describe('opening a sheet again', () => {
  const reopened = { by: 'lan', reason: 'Nhầm', at: now };

  it('makes it a draft with all that stood in it, and says who did it and why', () => {
    expect(reopen()).toEqual(sheet({ savedAt: now, reopened, version: 3 }));
  });

  it('is remembered by the revisions after it', () => {
    const before = judging({ sheet: reopen() });
    const facts = {
      rubric: { mode: 'points', criteria: [] },
      judgeId: 'j1',
      planVersion: 3,
    } as const;
    const next = saveSheet(before, facts, { points: {}, comment: '', note: '' }, now);
    expect([next.version, next.reopened]).toEqual([4, reopened]);
  });

  it('is of a sheet that was handed in', () => {
    const conflict = (state: string) => ({ code: 'state-conflict', state });
    expect(refusalOf(() => reopen({ sheet: undefined }))).toEqual(conflict('not-started'));
    expect(refusalOf(() => reopen({ sheet: sheet() }))).toEqual(conflict('draft'));
    const struck = { ...handedIn, recused: true };
    expect(refusalOf(() => reopen({ sheet: struck }))).toEqual(conflict('recused'));
  });

  it('is not of what nobody was given', () => {
    const nothing = { code: 'not-found' };
    expect(refusalOf(() => reopen({ assignment: undefined }))).toEqual(nothing);
    const taken = assignment({ revisions: ['not-in-force'] });
    expect(refusalOf(() => reopen({ assignment: taken }))).toEqual(nothing);
  });

  it('is another’s to do than the judge’s', () => {
    expect(refusalOf(() => reopen({}, { by: 'j1' }))).toEqual({ code: 'second-person-required' });
  });

  it('ends with the time for scoring', () => {
    expect(reopen({}, { at: '2022-08-25T09:59:59.999Z' }).state).toBe('draft');
    const late = { code: 'phase-closed', receivedAt: closesAt, closesAt };
    expect(refusalOf(() => reopen({}, { at: closesAt }))).toEqual(late);
    const closedAt = '2022-08-09T01:00:00.000Z';
    for (const state of ['closed', 'approved'] as const) {
      const round = scoringRound({ state, closedAt });
      const refusal = { code: 'phase-closed', receivedAt: now, closesAt: closedAt };
      expect(refusalOf(() => reopen({ round }))).toEqual(refusal);
    }
  });

  it('needs somebody who can hand it in again, and an entry that takes part', () => {
    const revoked = { code: 'state-conflict', state: 'revoked' };
    expect(refusalOf(() => reopen({}, { member: { ...judge, active: false } }))).toEqual(revoked);
    expect(refusalOf(() => reopen({}, { member: { ...judge, roles: ['organiser'] } }))).toEqual(
      revoked,
    );
    const out = { code: 'state-conflict', state: 'ineligible' };
    expect(refusalOf(() => reopen({ entryState: 'ineligible' }))).toEqual(out);
  });
});

describe('a judge’s sheet', () => {
  it('is shown to organisers once the round is closed', () => {
    const shown = (given: Partial<Judging>) => whyNotShown(judging(given));
    const open = { code: 'state-conflict', state: 'scoring' };
    expect(shown({})).toEqual(open);
    for (const state of ['closed', 'approved'] as const) {
      expect(shown({ round: scoringRound({ state }) })).toBeUndefined();
    }
    expect(shown({ assignment: undefined })).toEqual({ code: 'not-found' });
  });

  it('is not while a closed round waits for sheets of the entry', () => {
    const waiting = (entryId: string) =>
      judging({
        round: scoringRound({ state: 'closed', rescoring: [{ entryId, judgeIds: ['j2'] }] }),
      });
    expect(whyNotShown(waiting('e1'))).toEqual({ code: 'state-conflict', state: 'rescoring' });
    expect(whyNotShown(waiting('e2'))).toBeUndefined();
  });
});

describe('the chair', () => {
  it('is let in where other judges are not; who is an organiser stays one', () => {
    const round = plannedRound({ panel: { judges: ['j1', 'j2'], chair: 'j1' } });
    const roles = ['judge', 'organiser'] as const;
    const standing = { roles: ['judge'] } as const;
    expect(chairStanding(standing, round, 'j1')).toEqual({ roles: ['judge'] });
    expect(chairStanding(standing, round, 'j2')).toEqual({ roles: [] });
    expect(chairStanding(standing, plannedRound(), 'j1')).toEqual({ roles: [] });
    expect(chairStanding(standing, undefined, 'j1')).toEqual({ roles: [] });
    expect(chairStanding({ roles }, round, 'j2')).toEqual({ roles: ['organiser'] });
  });
});
