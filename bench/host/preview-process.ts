import { deriveOutcome } from '../../lib/contest/outcome.ts';
import { setUpEdition } from '../../lib/contest/plan-change.ts';
import type { ScoreSheet } from '../../lib/contest/score-sheet.ts';
import { outcomeFacts } from '../../lib/derived/round-outcome.ts';
import { openSqliteTable } from '../../lib/platform/host/sqlite-table.ts';
import type { Action, Table } from '../../lib/platform/table.ts';
import { digestOf } from '../../lib/store/digest.ts';
import { entryItem } from '../../lib/store/entries.ts';
import { assignmentItem, changedSheet, loadRound } from '../../lib/store/judging.ts';
import { newEdition } from '../../lib/store/new-edition.ts';
import { examplePlan } from '../../test/support/example-plan.ts';
import { exampleContent, keptContent } from '../../test/support/world-entries.ts';
import { fixed } from '../statistics.ts';

/**
 * `preview-process.ts seed file entries judges` writes a closed round of scored entries; `preview-process.ts read file` previews it
 * once and prints the row of the table as JSON, memory of this process included.
 */
const [mode = '', file = '', ...counts] = process.argv.slice(2);
const [entries = 0, judges = 0] = counts.map(Number);
const editionId = 'kon-tum-2022';
const roundId = 'so-khao';
const at = '2022-06-15T03:00:00.000Z';
const organiser = 'organiser-0001';
const table = openSqliteTable({ file });
if (mode === 'seed') await seed(table);
else await read(table);
table.close();

async function read(from: Table): Promise<void> {
  const started = performance.now();
  const facts = await outcomeFacts(from, await loadRound(from, { editionId, roundId }, organiser));
  const wasRead = performance.now();
  const outcome = deriveOutcome(facts);
  const wasDerived = performance.now();
  const digest = digestOf(outcome);
  const ended = performance.now();
  if (digest.length !== 64) throw new Error('no digest');
  console.log(
    JSON.stringify([
      facts.sheets.length.toLocaleString('en'),
      fixed(wasRead - started, 0),
      fixed(wasDerived - wasRead, 0),
      fixed(ended - wasDerived, 0),
      fixed(process.resourceUsage().maxRSS / 1024, 0),
    ]),
  );
}

async function seed(into: Table): Promise<void> {
  const made = setUpEdition({ editionId, plan: examplePlan(), by: organiser }, at);
  const rounds = made.rounds.map((round) => ({
    ...round,
    state: 'closed' as const,
    assignmentRevisions: ['seed'],
  }));
  const member = {
    ...{ editionId, personId: organiser, email: 'o@example.vn', name: 'O' },
    ...{ roles: ['organiser' as const], active: true, version: 1 },
  };
  const first = newEdition({ ...made, organiser: member, rounds }).map(({ action }) => action);
  await into.write(first);
  for (let each = 0; each < entries; each += 8) {
    const some = Array.from({ length: Math.min(8, entries - each) }, (_, n) => scored(each + n));
    await into.write(some.flat());
  }
}

function scored(index: number): Action[] {
  const entryId = `0190a6e0-7f4d-7abc-8def-${index.toString(16).padStart(12, '0')}`;
  const content = { ...keptContent(exampleContent(index % 6)), title: `Dự án số ${index}` };
  const code = `KT22-${index.toString(36).toUpperCase().padStart(6, '0')}`;
  const entry = {
    ...{ editionId, entryId, code, ownerId: `owner-${index}`, state: 'eligible' as const },
    ...{ content, createdAt: at, submission: 1, submittedAt: at, version: 1 },
  };
  const tasks = Array.from({ length: judges }, (_, n) => task(entry, `judge-${n}`, index + n));
  return [{ kind: 'put', item: entryItem(entry) }, ...tasks.flat()];
}

type Scored = Parameters<typeof entryItem>[0];

function task({ entryId, code, content }: Scored, judgeId: string, mark: number): Action[] {
  const place = { editionId, roundId, entryId, judgeId };
  const { title, trackId, members, applicant, fieldId = '' } = content;
  const assignment = {
    ...{ ...place, revisions: ['seed'], code, title, trackId, fieldId, version: 1 },
    ...{ applicantName: applicant?.name ?? '', members: members.map(({ name }) => name) },
  };
  const sheet: ScoreSheet = {
    ...{ ...place, state: 'submitted', marks: marksAt(trackId, mark), recused: false, note: '' },
    comment: 'Ý tưởng tốt, cần làm rõ thị trường và nguồn vốn trong hai năm đầu.',
    ...{ planVersion: 1, savedAt: at, submittedAt: at, version: 1 },
  };
  return [{ kind: 'put', item: assignmentItem(assignment) }, changedSheet(sheet).action];
}

/** Every mark on the grid, spread over it. */
function marksAt(trackId: string, seed: number): ScoreSheet['marks'] {
  const held = examplePlan().rounds[0]?.rubrics.find(
    ({ tracks }) => tracks === undefined || tracks.includes(trackId),
  );
  const criteria = held?.rubric.criteria ?? [];
  return Object.fromEntries(
    criteria.map(({ id, maxPoints, step }, n) => [
      id,
      ((seed * 7919 + n * 104_729) % (maxPoints / step + 1)) * step,
    ]),
  );
}
