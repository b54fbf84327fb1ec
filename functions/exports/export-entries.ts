import { found } from '../../lib/contest/found.ts';
import { Refused } from '../../lib/contest/refusal.ts';
import { exportRoutes } from '../../lib/contract/export-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { writeWorkbook } from '../../lib/sheets/workbook.ts';
import { sha256OfBytes } from '../../lib/store/digest.ts';
import { loadEdition } from '../../lib/store/editions.ts';
import { loadForExport } from '../../lib/store/entry-export.ts';
import { entrySheet } from './entry-sheet.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const linkSeconds = 60;
/** More would outlast the gateway's 29 seconds; the largest contest is far below. */
const mostEntries = 20_000;

/** The secretariat takes the list home: personal data leave here, so the audit trail says who took what. */
export const exportEntries = endpoint(
  exportRoutes.exportEntries,
  async ({ path: { editionId }, body, actor, newId, table, documents, admit, save }) => {
    const facts = await loadEdition(table, editionId, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const { plan } = found(facts.plan);
    const { state } = body;
    const entries = await loadForExport(table, editionId, { most: mostEntries, ...body });
    if (entries === 'too-many') {
      throw new Refused({ code: 'limit-reached', limit: 'exportedEntries', allowed: mostEntries });
    }
    const bytes = await writeWorkbook({ sheets: [entrySheet(plan, entries)] });
    const id = newId();
    // Four segments: the inspection takes keys of three for documents.
    const key = `_exports/${editionId}/${id}/entries.xlsx`;
    const { versionId } = await documents.put(key, bytes, { contentType: xlsx });
    const link = await documents.link({
      key,
      versionId,
      fileName: `${plan.codePrefix} - Danh sách hồ sơ.xlsx`,
      contentType: xlsx,
      expiresInSeconds: linkSeconds,
    });
    const made = { entries: entries.length, size: bytes.length, sha256: sha256OfBytes(bytes) };
    return save({
      changes: [],
      reply: { ...link, ...made },
      subject: `export/${editionId}/${id}`,
      detail: { ...made, ...(state === undefined ? {} : { state }) },
    });
  },
);
