import { type Dossier, type Inspection, withDocument } from './dossier.ts';
import type { InspectionReason } from './inspection-reasons.ts';

/** One answer of an inspector about one stored version. */
export type Finding = { readonly versionId: string } & (
  | { readonly by: 'structure' | 'scan'; readonly clean: true }
  | { readonly by: 'structure' | 'scan'; readonly clean: false; readonly reason: InspectionReason }
);

/**
 * The dossier with one more finding; undefined when it changes nothing. Findings may come twice, late and in
 * either order; a rejection is final.
 */
export function recordFinding(
  dossier: Dossier,
  documentId: string,
  finding: Finding,
  isScanRequired: boolean,
): Dossier | undefined {
  const document = dossier.documents.find((one) => one.documentId === documentId);
  if (!document) return undefined;
  const inspection = afterFinding(document.inspection, finding, isScanRequired);
  return inspection && withDocument(dossier, { ...document, inspection });
}

function afterFinding(
  before: Inspection,
  finding: Finding,
  isScanRequired: boolean,
): Inspection | undefined {
  const { versionId } = finding;
  if (before.verdict === 'rejected') return undefined;
  if (!finding.clean) return { verdict: 'rejected', versionId, reason: finding.reason };
  if (before.verdict === 'clean' || before[finding.by] === versionId) return undefined;
  const found = { ...before, [finding.by]: versionId };
  const isClean = found.structure === versionId && (!isScanRequired || found.scan === versionId);
  return isClean ? { verdict: 'clean', versionId } : found;
}
