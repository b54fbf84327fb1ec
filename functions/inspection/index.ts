import { documentAt } from '../../lib/contest/document-key.ts';
import { type Finding, recordFinding } from '../../lib/contest/finding.ts';
import type { EventServices } from '../../lib/http/services.ts';
import type { ContestEvent, Reaction } from '../../lib/platform/events.ts';
import { changedDossier, loadDossier } from '../../lib/store/entries.ts';
import { systemWrite } from '../../lib/store/system-write.ts';
import { inspectObject } from './inspect-object.ts';

type StoredEvent = Extract<ContestEvent, { kind: 'object-stored' | 'object-scanned' }>;

/**
 * An object was stored, or the malware scanner spoke: is the file what it claims to be? The finding goes into
 * the dossier. A scanner that could not tell leaves the file unread: no verdict is not clean.
 */
export const reaction = (services: EventServices): Reaction => {
  const { table, documents, settings, now } = services;

  const findingOf = async (event: StoredEvent): Promise<Finding | undefined> => {
    const { versionId, key } = event;
    if (event.kind === 'object-scanned') return scanFinding(event);
    const at = documentAt(key);
    const dossier = at && (await loadDossier(table, at.editionId, at.entryId));
    const expected = dossier?.documents.find((one) => one.documentId === at?.documentId);
    if (!expected) return undefined;
    const found = await inspectObject(await documents.read(key, versionId), expected);
    return found.verdict === 'clean'
      ? { by: 'structure', versionId, clean: true }
      : { by: 'structure', versionId, clean: false, reason: found.reason };
  };

  return async (event) => {
    if (event.kind !== 'object-stored' && event.kind !== 'object-scanned') return;
    const at = documentAt(event.key);
    const finding = at && (await findingOf(event));
    if (!at || !finding) return;
    const { editionId, entryId, documentId } = at;
    const act = {
      actorId: 'system:inspection',
      operation: event.kind,
      subject: `document/${editionId}/${entryId}/${documentId}`,
      at: now(),
      eventId: event.id,
      editionId,
      detail: { by: finding.by, clean: finding.clean, versionId: finding.versionId },
    };
    await systemWrite(table, act, async () => {
      const dossier = await loadDossier(table, editionId, entryId);
      const required = settings.malwareScan === 'required';
      const changed = recordFinding(dossier, documentId, finding, required);
      return changed && [changedDossier(changed)];
    });
  };
};

function scanFinding({
  verdict,
  versionId,
}: Extract<ContestEvent, { kind: 'object-scanned' }>): Finding | undefined {
  switch (verdict) {
    case 'NO_THREATS_FOUND':
      return { by: 'scan', versionId, clean: true };
    case 'THREATS_FOUND':
      return { by: 'scan', versionId, clean: false, reason: 'malware' };
    case 'UNSUPPORTED':
    case 'ACCESS_DENIED':
    case 'FAILED':
      return undefined;
  }
}
