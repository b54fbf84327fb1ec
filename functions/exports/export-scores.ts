import { found, refuse } from '../../lib/contest/found.ts';
import type { Refusal } from '../../lib/contest/refusal.ts';
import { exportRoutes } from '../../lib/contract/export-routes.ts';
import { roundOutcome } from '../../lib/derived/round-outcome.ts';
import { whyNoFile } from '../../lib/derived/why-no-file.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { writeWorkbook } from '../../lib/sheets/workbook.ts';
import { loadRound } from '../../lib/store/judging.ts';
import { loadNames } from '../../lib/store/people.ts';
import { keepWorkbook } from './kept-workbook.ts';
import { notesTable } from './notes-table.ts';
import { rankingTable } from './ranking-table.ts';
import { scoreTable } from './score-table.ts';

/** More would outlast the gateway's 29 seconds; the largest contest has 15,000. */
const mostTasks = 20_000;

/**
 * An organiser takes a closed round home: every mark, the ranking, and how it came about. The same round gives the same bytes.
 * Nobody gets it who has said to be close to an entry in it.
 */
export const exportScores = endpoint(
  exportRoutes.exportScores,
  async ({ path, actor, newId, table, documents, admit, save }) => {
    const { editionId, roundId } = path;
    const facts = await loadRound(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const { round, plan, outcome, digest, tasks, sheets } = await roundOutcome(table, facts);
    refuse(whyTooMany(tasks.length));
    const entryIds = tasks.map(({ entryId }) => entryId);
    const judgeIds = tasks.map(({ judgeId }) => judgeId);
    const [names, tooClose] = await Promise.all([
      loadNames(table, editionId, judgeIds),
      whyNoFile(table, { editionId, entryIds }, actor.personId),
    ]);
    refuse(tooClose);
    const scored = { round, plan, outcome, digest, tasks, sheets, names };
    const bytes = await writeWorkbook({
      sheets: [scoreTable(scored), rankingTable(scored), notesTable(scored)],
    });
    const id = newId();
    const fileName = `${plan.codePrefix} - Điểm và xếp hạng - ${roundId}.xlsx`;
    const { link, made } = await keepWorkbook(
      documents,
      bytes,
      { editionId, id, kind: 'scores' },
      fileName,
    );
    return save({
      changes: [],
      reply: { ...link, ...made, digest, sheets: sheets.length },
      subject: `export/${editionId}/${id}`,
      detail: { ...made, roundId, digest },
    });
  },
);

function whyTooMany(tasks: number): Refusal | undefined {
  if (tasks <= mostTasks) return undefined;
  return { code: 'limit-reached', limit: 'exportedSheets', allowed: mostTasks };
}
