import { describe, expect, it } from 'vitest';
import type { Flag } from '../../lib/contest/divergence.ts';
import { type FlagRuling, flagBlockers, flagStands } from '../../lib/contest/flag.ts';
import { openAgain, putBack } from '../../lib/contest/open-again.ts';
import { isRescored, stopWaiting, waitedFor, waitFor } from '../../lib/contest/rescoring.ts';
import { type FlagFacts, type Resolution, resolveFlag } from '../../lib/contest/resolve-flag.ts';
import { whyNotScore } from '../../lib/contest/score-sheet.ts';
import { refusalOf } from '../support/refusal-of.ts';
import { judging, scoringRound, sheet } from '../support/round-facts.ts';

const now = '2022-08-26T01:00:00.000Z';
const closed = scoringRound({ state: 'closed', closedAt: '2022-08-25T10:00:00.000Z' });
const figure = (exact: string) => ({ exact, printed: `${exact}.00` });
const flag: Flag = {
  entryId: 'e1',
  trackId: 'y-tuong',
  totals: ['j1', 'j2', 'j3'].map((judgeId, at) => ({ judgeId, ...figure(at === 0 ? '40' : '85') })),
  mean: figure('70'),
  spread: figure('45'),
  divergent: ['j1'],
};
const handedIn = sheet({ state: 'submitted', submittedAt: '2022-08-20T01:00:00.000Z' });
const facts = (changes: Partial<FlagFacts> = {}): FlagFacts => ({
  round: closed,
  stand: { ...flag, state: 'open', waitedFor: [] },
  sheets: [handedIn, { ...handedIn, judgeId: 'j2' }],
  assigned: new Set(['j1', 'j2', 'j3']),
  activeJudges: new Set(['j1', 'j2', 'j3', 'j4']),
  ...changes,
});
const said = (changes: Partial<Resolution> = {}): Resolution => ({
  decision: 'confirmed',
  judgeIds: [],
  reason: 'Hai cách nhìn',
  by: 'chair',
  ...changes,
});
const rescore = said({ decision: 'rescore', judgeIds: ['j1'] });
const extra = said({ decision: 'extra-judge', judgeIds: ['j4'] });

describe('a flag resolved', () => {
  it('by confirming it keeps what was looked at, and changes no sheet', () => {
    const { ruling, round, sheets } = resolveFlag(facts(), said({ documentNumber: '6' }), now);
    expect(ruling).toEqual({
      editionId: 'kon-tum-2022',
      roundId: 'so-khao',
      ...flag,
      ...said({ documentNumber: '6' }),
      at: now,
      version: 1,
    });
    expect([round.version, waitedFor(round, 'e1'), sheets]).toEqual([4, [], []]);
  });

  it('by looking again opens the named sheets alone, and the round waits for them', () => {
    const { round, sheets } = resolveFlag(facts(), rescore, now);
    expect(sheets).toEqual([openAgain(handedIn, { by: 'chair', reason: rescore.reason }, now)]);
    expect([round.version, round.rescoring]).toEqual([4, [{ entryId: 'e1', judgeIds: ['j1'] }]]);
  });

  it('by one more judge brings the task into force, and the round waits for the sheet', () => {
    const task = { blockers: [], revision: 'r2' };
    const { round, sheets } = resolveFlag(facts({ extra: task }), extra, now);
    expect(sheets).toEqual([]);
    expect([round.version, round.assignmentRevisions, round.rescoring]).toEqual([
      4,
      ['r1', 'r2'],
      [{ entryId: 'e1', judgeIds: ['j4'] }],
    ]);
    const blockers = [{ code: 'not-a-judge', entryId: 'e1', judgeId: 'j4' }];
    const refused = facts({ extra: { blockers, revision: 'r2' } });
    expect(refusalOf(() => resolveFlag(refused, extra, now))).toEqual({
      code: 'state-conflict',
      state: 'closed',
      blockers,
    });
  });

  it('is of a closed round, and of an entry that is flagged', () => {
    for (const state of ['planned', 'scoring', 'approved'] as const) {
      const round = { ...closed, state };
      expect(refusalOf(() => resolveFlag(facts({ round }), said(), now))).toEqual({
        code: 'state-conflict',
        state,
      });
    }
    const none = facts({ stand: undefined });
    expect(refusalOf(() => resolveFlag(none, said(), now))).toEqual({ code: 'not-found' });
  });

  it('is nobody’s to decide whose own sheet is in question, or would be', () => {
    const secondPerson = { code: 'second-person-required' };
    const waiting = facts({
      round: waitFor(closed, 'e1', ['j3']),
      stand: { ...flag, state: 'rescoring', waitedFor: ['j3'] },
    });
    const asked: [FlagFacts, Resolution][] = [
      [facts(), said({ by: 'j1' })],
      [facts(), { ...rescore, judgeIds: ['j1', 'j2'], by: 'j2' }],
      [facts({ extra: { blockers: [], revision: 'r2' } }), { ...extra, by: 'j4' }],
      [waiting, said({ by: 'j3' })],
    ];
    for (const [from, by] of asked) {
      expect(refusalOf(() => resolveFlag(from, by, now))).toEqual(secondPerson);
    }
    expect(resolveFlag(facts(), said({ by: 'j2' }), now).ruling.by).toBe('j2');
  });

  it('is not resolved twice; while sheets are waited for it can only be confirmed', () => {
    const states = ['confirmed', 'rescoring'] as const;
    for (const state of states) {
      const stand = { ...flag, state, waitedFor: [] };
      for (const again of [rescore, extra, ...(state === 'confirmed' ? [said()] : [])]) {
        expect(refusalOf(() => resolveFlag(facts({ stand }), again, now))).toEqual({
          code: 'state-conflict',
          state,
        });
      }
    }
    const reopened = openAgain(handedIn, { by: 'chair', reason: 'Xem lại' }, now);
    const written = { ...reopened, marks: { moi: 0 }, comment: '', version: 4 };
    const { round, sheets } = resolveFlag(
      facts({
        round: waitFor(closed, 'e1', ['j1']),
        stand: { ...flag, state: 'rescoring', waitedFor: ['j1'] },
        sheets: [written, { ...handedIn, judgeId: 'j2' }],
      }),
      said(),
      now,
    );
    expect([round.rescoring, sheets]).toEqual([[], [putBack(written, now)]]);
  });
});

describe('a sheet opened again', () => {
  it('keeps what was handed in, and is put back as it was', () => {
    const opened = openAgain(handedIn, { by: 'chair', reason: 'Xem lại' }, now);
    const { submittedAt, ...rest } = handedIn;
    const { marks, comment, note } = handedIn;
    expect(opened).toEqual({
      ...rest,
      state: 'draft',
      savedAt: now,
      reopened: { by: 'chair', reason: 'Xem lại', at: now },
      handedIn: { marks, comment, note, submittedAt },
      version: 3,
    });
    const back = putBack({ ...opened, marks: { moi: 0 }, version: 4 }, now);
    const { reopened } = opened;
    expect(back).toEqual({ ...handedIn, savedAt: now, reopened, version: 5 });
    expect(putBack(handedIn, now)).toBe(handedIn);
  });

  it('can be written in a closed round by exactly its judge, whatever the hour', () => {
    const round = waitFor(closed, 'e1', ['j1']);
    const late = '2022-09-30T01:00:00.000Z';
    const draft = sheet();
    expect(whyNotScore(judging({ round, sheet: draft }), late)).toBe(undefined);
    const other = waitFor(closed, 'e1', ['j2']);
    expect(whyNotScore(judging({ round: other, sheet: draft }), late)).toMatchObject({
      code: 'phase-closed',
    });
    const elsewhere = waitFor(closed, 'e2', ['j1']);
    expect(whyNotScore(judging({ round: elsewhere, sheet: draft }), late)).toMatchObject({
      code: 'phase-closed',
    });
  });

  it('is waited for until it is in; then the round moves on', () => {
    const round = waitFor(waitFor(closed, 'e1', ['j1', 'j2']), 'e2', ['j1']);
    const one = stopWaiting(round, 'e1', 'j1');
    expect([one.version, one.rescoring]).toEqual([
      4,
      [
        { entryId: 'e2', judgeIds: ['j1'] },
        { entryId: 'e1', judgeIds: ['j2'] },
      ],
    ]);
    expect(isRescored(one, 'e1', 'j1')).toBe(false);
    expect(stopWaiting(one, 'e1', 'j2').rescoring).toEqual([{ entryId: 'e2', judgeIds: ['j1'] }]);
    expect(stopWaiting(one, 'e1', 'j1')).toBe(one);
    expect(stopWaiting(closed, 'e1', 'j1')).toBe(closed);
  });
});

describe('how a flag stands', () => {
  const ruling: FlagRuling = {
    editionId: 'kon-tum-2022',
    roundId: 'so-khao',
    ...flag,
    ...said(),
    at: now,
    version: 1,
  };
  const stateOf = (flags: readonly Flag[], rulings: readonly FlagRuling[], round = closed) =>
    flagStands(round, flags, rulings).map(({ state }) => state);

  it('is open until it is confirmed, by exactly the totals that were looked at', () => {
    expect(stateOf([flag], [])).toEqual(['open']);
    expect(stateOf([flag], [ruling])).toEqual(['confirmed']);
    expect(stateOf([{ ...flag, totals: flag.totals.slice(0, 2) }], [ruling])).toEqual(['open']);
    expect(stateOf([flag], [{ ...ruling, decision: 'rescore' }])).toEqual(['open']);
    expect(stateOf([], [ruling])).toEqual([]);
  });

  it('is that of what was decided on while sheets are waited for, and blocks until all is confirmed', () => {
    const round = waitFor(closed, 'e1', ['j1']);
    const asked: FlagRuling = { ...ruling, decision: 'rescore', judgeIds: ['j1'] };
    const stands = flagStands(round, [{ ...flag, divergent: ['j2'] }], [asked]);
    expect(stands).toEqual([{ ...flag, state: 'rescoring', waitedFor: ['j1'], ruling: asked }]);
    const unresolved = [{ code: 'divergence-unresolved', entryId: 'e1' }];
    expect(flagBlockers(stands)).toEqual(unresolved);
    expect(flagBlockers(flagStands(closed, [flag], []))).toEqual(unresolved);
    expect(flagBlockers(flagStands(closed, [flag], [ruling]))).toEqual([]);
  });
});
