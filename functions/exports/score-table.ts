import { compareBytewise } from '../../lib/contest/bytewise.ts';
import type { UncountedSheet } from '../../lib/contest/counted-sheets.ts';
import { formatPoints } from '../../lib/contest/points.ts';
import type { RankingRecord } from '../../lib/contest/ranking-record.ts';
import { rationalFromFraction, roundHalfAwayFromZero } from '../../lib/contest/rational.ts';
import type { Assignment } from '../../lib/contest/round.ts';
import type { Criterion } from '../../lib/contest/rubric.ts';
import type { Cell, Sheet } from '../../lib/sheets/cell.ts';
import { type ScoredRound, trackName } from './scored-round.ts';

const whyNotCounted: { readonly [because in UncountedSheet['because']]: string } = {
  recused: 'Không: xung đột lợi ích',
  draft: 'Không: chưa nộp',
  incomplete: 'Không: thiếu điểm',
  'not-in-round': 'Không: hồ sơ không thuộc vòng',
  'taken-back': 'Không: đã thu lại phân công',
};

/** A criterion of one of the round's rubrics. */
interface Column {
  readonly record: RankingRecord;
  readonly criterion: Criterion;
}

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
  const columns = outcome.rankings.flatMap((record) =>
    record.rubric.criteria.map((criterion): Column => ({ record, criterion })),
  );
  const marks = new Map(scored.sheets.map((sheet) => [nameOf(sheet), sheet.marks]));
  const counted = countedSheets(outcome.rankings);
  const rows = tasks.toSorted(byCode).map((task): Cell[] => {
    const sheet = marks.get(nameOf(task));
    const stand = counted.get(nameOf(task));
    return [
      task.code,
      task.title,
      trackName(scored.plan, task.trackId),
      scored.names.get(task.judgeId) ?? task.judgeId,
      ...columns.map(({ record, criterion }): Cell => {
        const mark = stand?.record === record ? sheet?.[criterion.id] : undefined;
        return mark === undefined ? undefined : { decimal: formatPoints(mark) };
      }),
      totalCell(stand),
      countedText(stand),
    ];
  });
  return { name: 'Điểm', columns: titles(scored, columns).map((title) => ({ title })), rows };
}

const byCode = (one: Assignment, other: Assignment): number =>
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

/** Where tracks have rubrics of their own, a criterion says whose it is. */
function titles({ plan, outcome }: ScoredRound, columns: readonly Column[]): string[] {
  const criteria = columns.map(({ record, criterion }) => {
    const name = `${criterion.name.vi} (tối đa ${formatPoints(criterion.maxPoints)})`;
    if (outcome.rankings.length === 1) return name;
    return `${name}, ${record.tracks.map(({ trackId }) => trackName(plan, trackId)).join(', ')}`;
  });
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
