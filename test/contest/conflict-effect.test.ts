import { describe, expect, it } from 'vitest';
import { conflictEffects, withStruckCounted } from '../../lib/contest/conflict-effect.ts';
import { deriveOutcome } from '../../lib/contest/outcome.ts';
import type { RankingRules } from '../../lib/contest/ranking-rules.ts';
import type { RoundSheet } from '../../lib/contest/round-facts.ts';
import { examplePlan } from '../support/example-plan.ts';
import { scoringRound } from '../support/round-facts.ts';
import { plainRules, pointsRubric, submitted } from '../support/scored-round.ts';

const rubric = pointsRubric({ total: 100 });
const struck = (sheet: RoundSheet): RoundSheet => ({ ...sheet, recused: true });
const sheetOf = (entryId: string, judgeId: string, total: number) =>
  submitted(entryId, judgeId, { total });

/** Sheets of one round; ids that begin with `y` are of the track y-tuong, others of du-an. A first round has another after it. */
function effectsOf(
  sheets: readonly RoundSheet[],
  { rules = plainRules, isLast = true }: { rules?: RankingRules; isLast?: boolean } = {},
) {
  const example = examplePlan();
  const [first] = example.rounds;
  const one = { ...first!, id: 'so-khao', rubrics: [{ rubric }], rules };
  const plan = {
    ...example,
    rounds: isLast ? [one] : [one, { ...one, id: 'chung-ket' }],
    prizes: [
      { id: 'nhat', name: { vi: 'Nhất', en: 'First' }, quantity: 1, amountVnd: 3 },
      { id: 'nhi', name: { vi: 'Nhì', en: 'Second' }, quantity: 1, amountVnd: 2 },
    ],
  };
  const entries = [...new Set(sheets.map(({ entryId }) => entryId))].map((entryId) => ({
    entryId,
    trackId: entryId.startsWith('y') ? 'y-tuong' : 'du-an',
  }));
  const round = scoringRound({ state: 'closed' });
  const facts = { plan, round, roundPlan: one, entries, decisions: {} };
  const counted = withStruckCounted(sheets, new Set(['d1 j2', 'd2 j2', 'y1 j2']));
  return conflictEffects(
    deriveOutcome({ ...facts, sheets: counted }),
    deriveOutcome({ ...facts, sheets }),
  );
}

describe('what struck sheets change', () => {
  it('is nothing where none was struck', () => {
    expect(effectsOf([sheetOf('d1', 'j1', 80), sheetOf('d2', 'j1', 70)])).toEqual([]);
  });

  it('is nothing where only a score moves', () => {
    const sheets = [
      sheetOf('d1', 'j1', 90),
      struck(sheetOf('d1', 'j2', 80)),
      sheetOf('d2', 'j1', 70),
    ];
    expect(effectsOf(sheets)).toEqual([]);
  });

  it('is who stands elsewhere and who wins what, of both', () => {
    const sheets = [
      sheetOf('d1', 'j1', 80),
      struck(sheetOf('d1', 'j2', 40)),
      sheetOf('d2', 'j1', 70),
      sheetOf('y1', 'j1', 50),
    ];
    expect(effectsOf(sheets)).toEqual([
      {
        entryId: 'd1',
        counted: { rank: 2, trackRank: 2, advances: false, prizeIds: ['nhi'] },
        struck: { rank: 1, trackRank: 1, advances: false, prizeIds: ['nhat'] },
      },
      {
        entryId: 'd2',
        counted: { rank: 1, trackRank: 1, advances: false, prizeIds: ['nhat'] },
        struck: { rank: 2, trackRank: 2, advances: false, prizeIds: ['nhi'] },
      },
    ]);
  });

  it('is a place lost for too few sheets', () => {
    const sheets = [
      ...[sheetOf('d1', 'j1', 80), struck(sheetOf('d1', 'j2', 80))],
      ...[sheetOf('y1', 'j1', 50), sheetOf('y1', 'j3', 50)],
    ];
    expect(effectsOf(sheets, { rules: { ...plainRules, minimumSheets: 2 } })).toEqual([
      {
        entryId: 'd1',
        counted: { rank: 1, trackRank: 1, advances: false, prizeIds: ['nhat'] },
        struck: { advances: false, prizeIds: [] },
      },
      {
        entryId: 'y1',
        counted: { rank: 2, trackRank: 1, advances: false, prizeIds: ['nhi'] },
        struck: { rank: 1, trackRank: 1, advances: false, prizeIds: ['nhat'] },
      },
    ]);
  });

  it('is the way into the next round', () => {
    const sheets = [
      ...[sheetOf('d1', 'j1', 60), struck(sheetOf('d1', 'j2', 100))],
      sheetOf('d2', 'j1', 70),
    ];
    const rules = { ...plainRules, advance: { perTrack: 1 } };
    const effects = effectsOf(sheets, { rules, isLast: false });
    expect(effects.map((one) => [one.entryId, one.counted.advances, one.struck.advances])).toEqual([
      ['d1', true, false],
      ['d2', false, true],
    ]);
  });

  it('leaves out a sheet that no conflict struck, and a draft', () => {
    const draft = { ...sheetOf('d2', 'j2', 100), state: 'draft' as const };
    const sheets = [
      ...[sheetOf('d1', 'j1', 80), struck(sheetOf('d1', 'j9', 10))],
      ...[sheetOf('d2', 'j1', 70), struck(draft)],
    ];
    expect(effectsOf(sheets)).toEqual([]);
  });
});
