import { compareBytewise } from '../../lib/contest/bytewise.ts';
import type { UncountedSheet } from '../../lib/contest/counted-sheets.ts';
import { formatPoints } from '../../lib/contest/points.ts';
import type { RankingRecord } from '../../lib/contest/ranking-record.ts';
import { rationalFromFraction, roundHalfAwayFromZero } from '../../lib/contest/rational.ts';
import type { Assignment } from '../../lib/contest/round.ts';
import { criterionMark, type Marks, markOn } from '../../lib/contest/rubric.ts';
import type { Cell, Sheet } from '../../lib/sheets/cell.ts';
import { ofTracks, type ScoredRound, titleOf, trackName } from './scored-round.ts';

const whyNotCounted: { readonly [because in UncountedSheet['because']]: string } = {
  recused: 'Không: xung đột lợi ích',
  draft: 'Không: chưa nộp',
  incomplete: 'Không: thiếu điểm',
  'not-in-round': 'Không: hồ sơ không thuộc vòng',
  'taken-back': 'Không: đã thu lại phân công',
};

/** A criterion of one of the round's rubrics, or a part of one: what its mark is on a sheet, in hundredths. */
interface Column {
  readonly record: RankingRecord;
  readonly title: string;
  readonly markOf: (marks: Marks) => number | undefined;
}

/** A criterion after its parts, where it has some. */
const columnsOf = (record: RankingRecord): Column[] =>
  record.rubric.criteria.flatMap((criterion) => {
    const { name, parts = [] } = criterion;
    const title = titleOf(criterion);
    return [
      ...parts.map((part) => ({
        record,
        title: `${name.vi}: ${titleOf(part)}`,
        markOf: (marks: Marks) => markOn(marks, part.id),
      })),
      {
        record,
        title: parts.length === 0 ? title : `${title}, tổng các mục`,
        markOf: (marks: Marks) => criterionMark(marks, criterion),
      },
    ];
  });

/** What a sheet came to in its ranking. */
interface Counted {
  readonly record: RankingRecord;
  /** An exact fraction; absent where the sheet does not count. */
  readonly total?: string;
  readonly because?: UncountedSheet['because'];
}

const nameOf = (one: { readonly entryId: string; readonly judgeId: string }): string =>
  `${one.entryId} ${one.judgeId}`;

/** Every judge's marks on every entry, a line for each task, and whether they count. */
export function scoreTable(scored: ScoredRound): Sheet {
  const { outcome, tasks } = scored;
  const columns = outcome.rankings.flatMap(columnsOf);
  const marks = new Map(scored.sheets.map((sheet) => [nameOf(sheet), sheet.marks]));
  const counted = countedSheets(outcome.rankings);
  const rows = [...tasks, ...takenBack(scored)].toSorted(byCode).map((task): Cell[] => {
    const sheet = marks.get(nameOf(task));
    const stand = counted.get(nameOf(task));
    return [
      task.code,
      task.title,
      trackName(scored.plan, task.trackId),
      scored.names.get(task.judgeId) ?? task.judgeId,
      ...columns.map(({ record, markOf }): Cell => {
        const mark = sheet && stand?.record === record ? markOf(sheet) : undefined;
        return mark === undefined ? undefined : { decimal: formatPoints(mark) };
      }),
      totalCell(stand),
      countedText(stand),
    ];
  });
  return { name: 'Điểm', columns: titles(scored, columns).map((title) => ({ title })), rows };
}

type Row = Pick<Assignment, 'entryId' | 'judgeId' | 'code' | 'title' | 'trackId'>;

/** Sheets whose task was taken back, as rows without marks: they are told, and not counted. */
function takenBack({ outcome, tasks }: ScoredRound): Row[] {
  const entries = new Map(tasks.map((task) => [task.entryId, task]));
  return outcome.rankings
    .flatMap(({ notCounted }) => notCounted)
    .flatMap(({ entryId, judgeId, because }) => {
      const entry = entries.get(entryId);
      return because === 'taken-back' && entry ? [{ ...entry, judgeId }] : [];
    });
}

const byCode = (one: Row, other: Row): number =>
  compareBytewise(`${one.code} ${one.judgeId}`, `${other.code} ${other.judgeId}`);

function countedSheets(rankings: readonly RankingRecord[]): ReadonlyMap<string, Counted> {
  const counted = new Map<string, Counted>();
  for (const record of rankings) {
    for (const { entryId, sheets } of record.entries) {
      for (const { judgeId, total } of sheets) {
        counted.set(nameOf({ entryId, judgeId }), { record, total });
      }
    }
    for (const sheet of record.notCounted) {
      counted.set(nameOf(sheet), { record, because: sheet.because });
    }
  }
  return counted;
}

function totalCell(stand: Counted | undefined): Cell {
  if (stand?.total === undefined) return undefined;
  const { decimals } = stand.record.rules;
  return { decimal: roundHalfAwayFromZero(rationalFromFraction(stand.total), decimals) };
}

function countedText(stand: Counted | undefined): string {
  if (stand === undefined) return 'Không: chưa có phiếu';
  return stand.because === undefined ? 'Có' : whyNotCounted[stand.because];
}

function titles({ plan, outcome }: ScoredRound, columns: readonly Column[]): string[] {
  const criteria = columns.map(({ record, title }) => ofTracks({ plan, outcome }, record, title));
  return [
    'Mã số dự thi',
    'Tên ý tưởng, dự án',
    'Bảng thi',
    'Giám khảo',
    ...criteria,
    'Tổng điểm',
    'Tính vào kết quả',
  ];
}
