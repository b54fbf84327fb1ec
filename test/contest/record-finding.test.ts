import { describe, expect, test } from 'vitest';
import type { Inspection } from '../../lib/contest/dossier.ts';
import { type Finding, recordFinding } from '../../lib/contest/finding.ts';
import { documentWith, dossierWith } from '../support/contest-facts.ts';

const structure = { by: 'structure', clean: true } as const;
const scan = { by: 'scan', clean: true } as const;
const threat = { by: 'scan', clean: false, reason: 'malware' } as const;
const broken = { by: 'structure', clean: false, reason: 'structure' } as const;
const on = <F extends object>(finding: F, versionId = 'v1') => ({ ...finding, versionId });

/** What the inspection says after these findings, and how many of them changed the dossier. */
function afterEvery(
  findings: readonly Finding[],
  isScanRequired = true,
): { inspection: Inspection | undefined; changes: number } {
  let dossier = dossierWith();
  let changes = 0;
  for (const finding of findings) {
    const changed = recordFinding(dossier, 'doc-1', finding, isScanRequired);
    if (changed === undefined) continue;
    expect(changed.version).toBe(dossier.version + 1);
    dossier = changed;
    changes += 1;
  }
  return { inspection: dossier.documents[0]?.inspection, changes };
}

const clean = { verdict: 'clean', versionId: 'v1' };

describe('with a scanner', () => {
  test('a file is clean once both said so, in either order', () => {
    expect(afterEvery([on(structure), on(scan)])).toEqual({ inspection: clean, changes: 2 });
    expect(afterEvery([on(scan), on(structure)])).toEqual({ inspection: clean, changes: 2 });
  });

  test('one of them is not enough', () => {
    expect(afterEvery([on(structure)]).inspection).toEqual({ verdict: 'pending', structure: 'v1' });
    expect(afterEvery([on(scan)]).inspection).toEqual({ verdict: 'pending', scan: 'v1' });
  });

  test('said twice is said once', () => {
    expect(afterEvery([on(structure), on(structure)])).toEqual({
      inspection: { verdict: 'pending', structure: 'v1' },
      changes: 1,
    });
    expect(afterEvery([on(scan), on(structure), on(scan), on(structure)])).toEqual({
      inspection: clean,
      changes: 2,
    });
  });

  test('two verdicts about different versions make no clean file', () => {
    expect(afterEvery([on(structure, 'v1'), on(scan, 'v2')]).inspection).toEqual({
      verdict: 'pending',
      structure: 'v1',
      scan: 'v2',
    });
    expect(
      afterEvery([on(structure, 'v1'), on(scan, 'v2'), on(structure, 'v2')]).inspection,
    ).toEqual({
      verdict: 'clean',
      versionId: 'v2',
    });
  });

  test('a threat found late still counts', () => {
    expect(afterEvery([on(structure), on(scan), on(threat)]).inspection).toEqual({
      verdict: 'rejected',
      versionId: 'v1',
      reason: 'malware',
    });
  });

  test('a rejection is final, and the first reason stays', () => {
    expect(afterEvery([on(broken), on(threat), on(structure), on(scan), on(broken)])).toEqual({
      inspection: { verdict: 'rejected', versionId: 'v1', reason: 'structure' },
      changes: 1,
    });
  });
});

describe('without a scanner', () => {
  test('the structure decides', () => {
    expect(afterEvery([on(structure)], false)).toEqual({ inspection: clean, changes: 1 });
    expect(afterEvery([on(broken)], false).inspection).toEqual({
      verdict: 'rejected',
      versionId: 'v1',
      reason: 'structure',
    });
  });

  test('a scan alone does not', () => {
    expect(afterEvery([on(scan)], false).inspection).toEqual({ verdict: 'pending', scan: 'v1' });
  });

  test('a threat that somebody found all the same counts', () => {
    expect(afterEvery([on(structure), on(threat)], false).inspection).toEqual({
      verdict: 'rejected',
      versionId: 'v1',
      reason: 'malware',
    });
  });
});

test('of another document nothing changes', () => {
  const two = dossierWith([documentWith(), documentWith({ documentId: 'doc-2' })]);
  expect(recordFinding(two, 'doc-3', on(broken), true)).toBeUndefined();
  expect(recordFinding(two, 'doc-2', on(broken), true)?.documents[0]).toBe(two.documents[0]);
});
