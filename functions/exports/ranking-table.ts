import { compareBytewise } from '../../lib/contest/bytewise.ts';
import { componentList } from '../../lib/contest/components.ts';
import type { WhyNotEligible } from '../../lib/contest/eligibility.ts';
import type { ComponentRecord, EntryRecord } from '../../lib/contest/entry-record.ts';
import { advancedEntries } from '../../lib/contest/outcome.ts';
import type { Ranking } from '../../lib/contest/ranking.ts';
import type { RankingRecord, TrackRanking } from '../../lib/contest/ranking-record.ts';
import type { Cell, Sheet } from '../../lib/sheets/cell.ts';
import { ofTracks, type ScoredRound, titleOf, trackName } from './scored-round.ts';

const titlesBefore = [
  'Bảng thi',
  'Hạng trong bảng',
  'Hạng chung',
  'Mã số dự thi',
  'Tên ý tưởng, dự án',
  'Số phiếu tính điểm',
  'Điểm trung bình (phân số)',
];

const titlesAfter = ['Điểm công bố', 'Giải', 'Vào vòng sau', 'Không xếp hạng vì'];

const whyNot: { readonly [code in WhyNotEligible['code']]: string } = {
  'too-few-sheets': 'không đủ số phiếu',
  'below-minimum-mean': 'dưới điểm tối thiểu',
  'zero-criterion-mean': 'có tiêu chí trung bình bằng 0',
  'zero-mark': 'có tiêu chí bị chấm 0',
  'component-missing': 'thiếu điểm thành phần',
};

/** What entries got from no judge: points, and the votes behind those of a vote. */
interface ComponentColumn {
  readonly record: RankingRecord;
  readonly title: string;
  readonly cellOf: (component: ComponentRecord) => Cell;
  readonly componentId: string;
}

function componentColumns({ outcome }: ScoredRound): ComponentColumn[] {
  return outcome.rankings.flatMap((record) =>
    componentList(record.rubric).flatMap((component): ComponentColumn[] => {
      const { id: componentId, name } = component;
      const of = { record, componentId };
      const points = ({ printed }: ComponentRecord) => ({ decimal: printed });
      const votes: ComponentColumn = {
        ...of,
        title: `${name.vi}: số phiếu`,
        cellOf: (one) => one.votes,
      };
      return [
        ...(record.rubric.vote?.id === componentId ? [votes] : []),
        { ...of, title: titleOf(component), cellOf: points },
      ];
    }),
  );
}

/**
 * Every entry of the round by track and rank: its exact mean, what was added to it, the printed score, its prizes, or why it has
 * no rank.
 */
export function rankingTable(scored: ScoredRound): Sheet {
  const facts = {
    ...scored,
    entries: new Map(scored.tasks.map(({ entryId, code, title }) => [entryId, { code, title }])),
    goOn: new Set(advancedEntries(scored.outcome)),
    added: componentColumns(scored),
  };
  const added = facts.added.map(({ record, title }) => ofTracks(scored, record, title));
  const titles = [
    ...titlesBefore,
    ...added,
    ...(added.length === 0 ? [] : ['Điểm tổng (phân số)']),
    ...titlesAfter,
  ];
  const rows = scored.outcome.rankings.flatMap((record) =>
    record.tracks.flatMap((track) => trackRows(facts, record, track)),
  );
  return { name: 'Xếp hạng', columns: titles.map((title) => ({ title })), rows };
}

interface Facts extends ScoredRound {
  readonly entries: ReadonlyMap<string, { readonly code: string; readonly title: string }>;
  readonly goOn: ReadonlySet<string>;
  readonly added: readonly ComponentColumn[];
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
        ...facts.added.map((column): Cell => {
          const ofRecord = column.record === record ? (score?.components ?? []) : [];
          const component = ofRecord.find(({ componentId }) => componentId === column.componentId);
          return component && column.cellOf(component);
        }),
        ...(facts.added.length === 0 ? [] : [score?.sum]),
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
