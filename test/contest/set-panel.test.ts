import { describe, expect, it } from 'vitest';
import { chairOf } from '../../lib/contest/panel.ts';
import { type PanelFacts, replaceInPanel, setPanel } from '../../lib/contest/set-panel.ts';
import { refusalOf } from '../support/refusal-of.ts';
import { plannedRound, scoringRound } from '../support/round-facts.ts';

const panel = { judges: ['j1', 'j2'], chair: 'j2' };
const factsWith = (changes: Partial<PanelFacts> = {}): PanelFacts => ({
  round: plannedRound(),
  judges: new Set(['j1', 'j2', 'j3', 'chair']),
  tasks: new Map(),
  ...changes,
});

describe('a panel', () => {
  it('is set, and set anew, until scoring opens; its chair need not score', () => {
    const round = setPanel(factsWith(), panel, 1);
    expect(round).toEqual(plannedRound({ panel, version: 2 }));
    const led = { judges: ['j3'], chair: 'chair' };
    expect(setPanel(factsWith({ round }), led, 2)).toEqual(
      plannedRound({ panel: led, version: 3 }),
    );
    expect([chairOf(round), chairOf(plannedRound())]).toEqual(['j2', undefined]);
    for (const state of ['scoring', 'closed', 'approved'] as const) {
      const facts = factsWith({ round: scoringRound({ state }) });
      expect(refusalOf(() => setPanel(facts, panel, 3))).toEqual({ code: 'state-conflict', state });
    }
  });

  it('is made of judges, each once; every wrong place is told', () => {
    const wrong = { judges: ['j1', 'nobody', 'j1', 'nobody'], chair: 'nobody' };
    expect(refusalOf(() => setPanel(factsWith(), wrong, 1))).toEqual({
      code: 'validation-failed',
      errors: [
        { pointer: '/judges/1', code: 'not-a-judge' },
        { pointer: '/judges/2', code: 'repeated' },
        { pointer: '/judges/3', code: 'repeated' },
        { pointer: '/chair', code: 'not-a-judge' },
      ],
    });
  });

  it('keeps whoever has tasks already', () => {
    const tasks = new Map([
      ['j1', 2],
      ['j3', 4],
    ]);
    expect(refusalOf(() => setPanel(factsWith({ tasks }), panel, 1))).toEqual({
      code: 'state-conflict',
      state: 'planned',
      blockers: [{ code: 'has-tasks', judgeId: 'j3', count: 4 }],
    });
    const all = { judges: ['j1', 'j3'], chair: 'j1' };
    expect(setPanel(factsWith({ tasks }), all, 1).panel).toEqual(all);
  });

  it('is changed from what was read', () => {
    const stale = { code: 'precondition-failed', currentVersion: 1 };
    expect(refusalOf(() => setPanel(factsWith(), panel, 2))).toEqual(stale);
  });
});

describe('a replacement', () => {
  const facts = factsWith({ round: scoringRound({ panel }) });
  const replaced = (leaves: string, joins: string, basedOn = 3) =>
    replaceInPanel(facts, { leaves, joins }, basedOn).panel;

  it('takes the place of a judge, of the chair, or of both', () => {
    expect(replaced('j1', 'j3')).toEqual({ judges: ['j3', 'j2'], chair: 'j2' });
    expect(replaced('j2', 'j3')).toEqual({ judges: ['j1', 'j3'], chair: 'j3' });
    const led = factsWith({ round: scoringRound({ panel: { ...panel, chair: 'chair' } }) });
    expect(replaceInPanel(led, { leaves: 'chair', joins: 'j1' }, 3)).toEqual(
      scoringRound({ panel: { judges: ['j1', 'j2'], chair: 'j1' }, version: 4 }),
    );
  });

  it('by one who is in the panel leaves it one smaller', () => {
    expect(replaced('j2', 'j1')).toEqual({ judges: ['j1'], chair: 'j1' });
  });

  it('is possible until the ranking is approved', () => {
    const change = { leaves: 'j1', joins: 'j3' };
    for (const state of ['planned', 'closed'] as const) {
      const round = scoringRound({ state, panel });
      expect(replaceInPanel({ ...facts, round }, change, 3).version).toBe(4);
    }
    const round = scoringRound({ state: 'approved', panel });
    expect(refusalOf(() => replaceInPanel({ ...facts, round }, change, 3))).toEqual({
      code: 'state-conflict',
      state: 'approved',
    });
  });

  it('is of somebody in the panel by an active judge', () => {
    expect(refusalOf(() => replaced('j3', 'nobody'))).toEqual({
      code: 'validation-failed',
      errors: [
        { pointer: '/leaves', code: 'not-in-panel' },
        { pointer: '/joins', code: 'not-a-judge' },
      ],
    });
    expect(refusalOf(() => replaced('j1', 'j1'))).toEqual({
      code: 'validation-failed',
      errors: [{ pointer: '/joins', code: 'repeated' }],
    });
    expect(refusalOf(() => replaced('j1', 'j3', 2))).toEqual({
      code: 'precondition-failed',
      currentVersion: 3,
    });
    const none = { ...facts, round: scoringRound() };
    expect(refusalOf(() => replaceInPanel(none, { leaves: 'j1', joins: 'j3' }, 3))).toEqual({
      code: 'not-found',
    });
  });
});
