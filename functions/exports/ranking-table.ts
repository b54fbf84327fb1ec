import { compareBytewise } from '../../lib/contest/bytewise.ts';
import type { WhyNotEligible } from '../../lib/contest/eligibility.ts';
import type { EntryRecord } from '../../lib/contest/entry-record.ts';
import { advancedEntries } from '../../lib/contest/outcome.ts';
import type { Ranking } from '../../lib/contest/ranking.ts';
import type { RankingRecord, TrackRanking } from '../../lib/contest/ranking-record.ts';
import type { Cell, Sheet } from '../../lib/sheets/cell.ts';
import { type ScoredRound, trackName } from './scored-round.ts';

const columns = [
  'Bảng thi',
  'Hạng trong bảng',
  'Hạng chung',
  'Mã số dự thi',
  'Tên ý tưởng, dự án',
  'Số phiếu tính điểm',
  'Điểm trung bình (phân số)',
  'Điểm công bố',
  'Giải',
  'Vào vòng sau',
  'Không xếp hạng vì',
];

const whyNot: { readonly [code in WhyNotEligible['code']]: string } = {
  'too-few-sheets': 'không đủ số phiếu',
  'below-minimum-mean': 'dưới điểm tối thiểu',
  'zero-criterion-mean': 'có tiêu chí trung bình bằng 0',
  'zero-mark': 'có tiêu chí bị chấm 0',
  'component-missing': 'thiếu điểm thành phần của Ban Tổ chức',
};

/** Every entry of the round by track and rank: its exact mean and the printed one, its prizes, or why it has no rank. */
export function rankingTable(scored: ScoredRound): Sheet {
  const facts = {
    ...scored,
    entries: new Map(scored.tasks.map(({ entryId, code, title }) => [entryId, { code, title }])),
    goOn: new Set(advancedEntries(scored.outcome)),
  };
  const rows = scored.outcome.rankings.flatMap((record) =>
    record.tracks.flatMap((track) => trackRows(facts, record, track)),
  );
  return { name: 'Xếp hạng', columns: columns.map((title) => ({ title })), rows };
}

interface Facts extends ScoredRound {
  readonly entries: ReadonlyMap<string, { readonly code: string; readonly title: string }>;
  readonly goOn: ReadonlySet<string>;
}

function trackRows(facts: Facts, record: RankingRecord, { trackId, ranking }: TrackRanking) {
  const inTrack = ranksOf(ranking);
  // Where rubrics differ between tracks there is no order over all.
  const overall = facts.outcome.rankings.length === 1 ? ranksOf(record.overall) : new Map();
  const codeOf = ({ entryId }: EntryRecord) => facts.entries.get(entryId)?.code ?? entryId;
  const rankOf = ({ entryId }: EntryRecord) => inTrack.get(entryId) ?? Number.MAX_SAFE_INTEGER;
  return record.entries
    .filter((entry) => entry.trackId === trackId)
    .toSorted((a, b) => rankOf(a) - rankOf(b) || compareBytewise(codeOf(a), codeOf(b)))
    .map((entry): Cell[] => {
      const { entryId, score } = entry;
      return [
        trackName(facts.plan, trackId),
        inTrack.get(entryId),
        overall.get(entryId),
        codeOf(entry),
        facts.entries.get(entryId)?.title,
        entry.sheets.length,
        score?.mean,
        score === undefined ? undefined : { decimal: score.printed },
        prizesOf(facts, entryId),
        facts.goOn.has(entryId) ? 'Có' : undefined,
        entry.whyNotEligible.map(({ code }) => whyNot[code]).join('; '),
      ];
    });
}

const ranksOf = ({ places }: Ranking): ReadonlyMap<string, number> =>
  new Map(places.flatMap(({ rank, entryIds }) => entryIds.map((entryId) => [entryId, rank])));

function prizesOf({ outcome, plan }: ScoredRound, entryId: string): string {
  const awards = outcome.allocation?.awards.filter((award) => award.entryId === entryId) ?? [];
  return awards
    .map(({ prizeId, joint }) => {
      const name = plan.prizes.find(({ id }) => id === prizeId)?.name.vi ?? prizeId;
      return joint ? `${name} (đồng giải)` : name;
    })
    .join('; ');
}
