import { roundOf } from '../../lib/contest/plan.ts';
import type { RankingRecord } from '../../lib/contest/ranking-record.ts';
import type { Cell, Sheet } from '../../lib/sheets/cell.ts';
import { rulesInWords } from './rules-in-words.ts';
import { type ScoredRound, trackName } from './scored-round.ts';

/** What the figures are and how they came about: which outcome, by which version of the rules, step by step. */
export function notesTable(scored: ScoredRound): Sheet {
  const { round, plan, outcome, digest, sheets } = scored;
  const rows: Cell[][] = [
    ['Cuộc thi', plan.name.vi],
    ['Vòng', roundOf(plan, round.roundId)?.name.vi ?? round.roundId],
    ['Trạng thái', round.state === 'approved' ? 'Kết quả đã được duyệt' : 'Đã đóng, chưa duyệt'],
    ['SHA-256 của kết quả', digest],
    ['Phiên bản thể lệ', round.planVersion],
    ['Văn bản thể lệ', plan.rules.documentNumber],
    ['Số phiếu', sheets.length],
    ['Số phiếu được tính', outcome.rankings.reduce((sum, one) => sum + countedIn(one), 0)],
    ...outcome.rankings.flatMap((record) => {
      const tracks = record.tracks.map(({ trackId }) => trackName(plan, trackId)).join(', ');
      return rulesInWords(record).map((text, at) => [
        `Cách tính ${at + 1}${outcome.rankings.length === 1 ? '' : ` (${tracks})`}`,
        text,
      ]);
    }),
  ];
  return {
    name: 'Ghi chú',
    columns: [
      { title: 'Mục', width: 34 },
      { title: 'Nội dung', width: 100 },
    ],
    rows,
  };
}

const countedIn = ({ entries }: RankingRecord): number =>
  entries.reduce((sum, { sheets }) => sum + sheets.length, 0);
