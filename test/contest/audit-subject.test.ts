import { describe, expect, it } from 'vitest';
import {
  judgedEntry,
  recordedSubject,
  subjectKinds,
  subjectOf,
} from '../../lib/contest/audit-subject.ts';

describe('what an act was done to', () => {
  it('is named without its edition, with the parts that a page may link to', () => {
    expect(subjectOf('sheet/e/r/entry-1/judge-1')).toEqual({
      kind: 'sheet',
      name: 'sheet/r/entry-1/judge-1',
      roundId: 'r',
      entryId: 'entry-1',
      judgeId: 'judge-1',
    });
    expect(subjectOf('edition/e')).toEqual({ kind: 'edition', name: 'edition' });
    expect(subjectOf('export/e/x')).toEqual({ kind: 'export', name: 'export/x' });
    expect(subjectOf('entry/e')).toEqual({ kind: 'entry', name: 'entry' });
  });

  it('is something else where nobody foresaw the kind, an inherited name included', () => {
    for (const kind of ['thing', 'toString', '']) {
      expect(subjectOf(`${kind}/e/x`)).toEqual({ kind: 'other', name: `${kind}/x` });
    }
  });

  it('is recorded under the edition that is asked, whatever the name says', () => {
    expect(recordedSubject('entry/entry-1', 'e')).toBe('entry/e/entry-1');
    expect(recordedSubject('entry/other/entry-1', 'e')).toBe('entry/e/other/entry-1');
    for (const recorded of ['sheet/e/r/entry-1/judge-1', 'edition/e', 'thing/e/x']) {
      expect(recordedSubject(subjectOf(recorded).name, 'e')).toBe(recorded);
    }
  });

  it('tells how an entry was judged in four kinds', () => {
    const judged = subjectKinds.filter(
      (kind) => judgedEntry({ kind, name: '', entryId: 'entry-1' }) !== undefined,
    );
    expect(judged).toEqual(['comment', 'components', 'flag', 'sheet']);
  });
});
