import { found } from '../../lib/contest/found.ts';
import { Refused } from '../../lib/contest/refusal.ts';
import { exportRoutes } from '../../lib/contract/export-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { writeWorkbook } from '../../lib/sheets/workbook.ts';
import { loadEdition } from '../../lib/store/editions.ts';
import { loadForExport } from '../../lib/store/entry-export.ts';
import { entrySheet } from './entry-sheet.ts';
import { keepWorkbook } from './kept-workbook.ts';

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
    const names = { editionId, id, kind: 'entries' };
    const fileName = `${plan.codePrefix} - Danh sách hồ sơ.xlsx`;
    const { link, made: file } = await keepWorkbook(documents, bytes, names, fileName);
    const made = { entries: entries.length, ...file };
    return save({
      changes: [],
      reply: { ...link, ...made },
      subject: `export/${editionId}/${id}`,
      detail: { ...made, ...(state === undefined ? {} : { state }) },
    });
  },
);
