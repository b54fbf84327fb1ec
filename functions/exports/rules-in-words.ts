import { componentList, hasComponents } from '../../lib/contest/components.ts';
import { formatPoints } from '../../lib/contest/points.ts';
import type { AppliedRules, RankingRecord } from '../../lib/contest/ranking-record.ts';
import type { RankingRules, TieStep } from '../../lib/contest/ranking-rules.ts';
import type { Rubric } from '../../lib/contest/rubric.ts';

const totals: { readonly [total in AppliedRules['total']]: string } = {
  'sum-of-points': 'Tổng điểm của một phiếu là tổng điểm các tiêu chí.',
  'weighted-basis-points':
    'Tổng điểm của một phiếu là 100 nhân với tổng tỷ lệ điểm đạt của từng tiêu chí theo trọng số.',
  'sum-of-coefficients':
    'Tổng điểm của một phiếu là tổng điểm các tiêu chí, mỗi tiêu chí nhân với hệ số của nó.',
};

/** The rules that made a ranking, in the order in which they were applied, as a person would redo them by hand. */
export function rulesInWords({ rules, rubric, applied, trim }: RankingRecord): string[] {
  return [
    'Chỉ tính phiếu đã nộp, đủ điểm mọi tiêu chí và không bị loại vì xung đột lợi ích.',
    ...(rubric.criteria.some(({ parts }) => parts !== undefined)
      ? ['Điểm của tiêu chí có mục nhỏ là tổng điểm các mục.']
      : []),
    totals[applied.total],
    meanInWords(applied, trim?.count ?? 0),
    ...(rules.roundCriterionMeans === undefined
      ? []
      : [`Trung bình mỗi tiêu chí được làm tròn đến ${rules.roundCriterionMeans} chữ số trước.`]),
    ...addedInWords(rubric),
    `Làm tròn một lần ở cuối đến ${rules.decimals} chữ số thập phân, nửa đơn vị làm tròn ra xa số 0.`,
    ...floors(rules, rubric),
    'Xếp hạng theo điểm công bố; điểm bằng nhau thì cùng hạng, hạng sau tính tiếp (1, 2, 2, 4).',
    `Khi bằng điểm, lần lượt xét: ${ladder(rules.tieBreak, rubric)}.`,
    ...(rules.advance === undefined ? [] : [goingOn(rules, rules.advance.perTrack)]),
  ];
}

function meanInWords({ mean }: AppliedRules, count: number): string {
  switch (mean) {
    case 'mean':
      return 'Điểm của hồ sơ là trung bình cộng chính xác của các phiếu được tính.';
    case 'trimmed-by-total':
      return `Bỏ ${count} phiếu thấp nhất và ${count} phiếu cao nhất rồi lấy trung bình cộng chính xác.`;
    case 'trimmed-by-criterion':
      return `Mỗi tiêu chí bỏ ${count} điểm thấp nhất và ${count} điểm cao nhất rồi lấy trung bình cộng chính xác.`;
  }
}

function addedInWords({ given = [], vote }: Rubric): string[] {
  const named = given.map(({ name }) => `"${name.vi}"`).join(', ');
  return [
    ...(given.length === 0 ? [] : [`Cộng điểm của Ban Tổ chức vào điểm trung bình: ${named}.`]),
    ...(vote === undefined
      ? []
      : [
          `Cộng điểm "${vote.name.vi}": ${formatPoints(vote.maxPoints)} nhân số phiếu chia số phiếu cao nhất, làm tròn ngay đến ${vote.decimals} chữ số thập phân.`,
        ]),
  ];
}

function floors({ minimumSheets, minimumMean, zeroRule }: RankingRules, rubric: Rubric): string[] {
  const compared = hasComponents(rubric) ? 'Điểm tổng' : 'Điểm trung bình';
  const zeros = {
    off: [],
    mean: ['Hồ sơ có tiêu chí trung bình bằng 0 không được xếp hạng.'],
    mark: ['Hồ sơ bị chấm 0 ở bất kỳ tiêu chí nào không được xếp hạng.'],
  };
  return [
    `Mỗi hồ sơ cần ít nhất ${Math.max(1, minimumSheets)} phiếu được tính.`,
    ...(minimumMean === undefined
      ? []
      : [`${compared} chính xác phải đạt ít nhất ${minimumMean}.`]),
    ...zeros[zeroRule],
  ];
}

const ladder = (steps: readonly TieStep[], rubric: Rubric): string =>
  steps.length === 0 ? 'không có bước nào' : steps.map((step) => inWords(step, rubric)).join('; ');

function inWords(step: TieStep, rubric: Rubric): string {
  const until = step.upToRank === undefined ? '' : ` (đến hạng ${step.upToRank})`;
  return `${stepInWords(step, rubric)}${until}`;
}

function stepInWords(step: TieStep, rubric: Rubric): string {
  switch (step.kind) {
    case 'criterion': {
      const { criterionId } = step;
      const component = componentList(rubric).find(({ id }) => id === criterionId);
      if (component) return `điểm "${component.name.vi}"`;
      const criterion = rubric.criteria.find(({ id }) => id === criterionId);
      return `trung bình tiêu chí "${criterion?.name.vi ?? criterionId}"`;
    }
    case 'headToHead':
      return 'đối đầu trực tiếp giữa hai hồ sơ';
    case 'countback':
      return 'số giám khảo xếp hạng nhất, rồi hạng nhì';
    case 'median':
      return 'trung vị tổng điểm';
    case 'chair':
      return 'quyết định của Chủ tịch Hội đồng';
    case 'lot':
      return 'bốc thăm theo mã đã cam kết trước';
    case 'shared':
      return 'đồng hạng';
  }
}

function goingOn({ cutTie }: RankingRules, perTrack: number): string {
  const tied =
    cutTie === 'advanceAll'
      ? 'mọi hồ sơ bằng điểm ở ngưỡng đều vào'
      : 'bằng điểm ở ngưỡng thì xét tiếp rồi do Ban Tổ chức quyết định';
  return `Mỗi bảng có ${perTrack} hồ sơ vào vòng sau; ${tied}.`;
}
