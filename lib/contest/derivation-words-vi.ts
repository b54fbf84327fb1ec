import type { DerivationWords } from './derivation-words.ts';

/** The phrases in Vietnamese. */
export const vietnameseWords: DerivationWords = {
  title: 'Cách tính kết quả',
  digest: 'Mã kiểm SHA-256 của kết quả',
  planVersion: 'Phiên bản thể lệ',
  rules: 'Quy tắc áp dụng',
  entries: 'Điểm từng bài dự thi',
  sheet: 'Phiếu',
  dropped: 'Bỏ theo quy tắc cắt điểm',
  notCountedSheet: 'Phiếu không tính',
  hidden: 'Số phiếu không hiển thị, vì người xem có xung đột lợi ích với bài này',
  sum: 'Tổng',
  mean: 'Trung bình',
  criterionMean: 'Trung bình tiêu chí',
  combined: 'Điểm từ các tiêu chí',
  rounded: 'Làm tròn',
  noScore: 'Chưa có điểm: không phiếu nào được tính',
  notEligible: 'Không được xếp hạng',
  rank: 'Hạng',
  overall: 'Xếp hạng chung',
  track: 'Xếp hạng bảng',
  shared: 'đồng hạng',
  ties: 'Xử lý điểm bằng nhau',
  tied: 'Bằng điểm',
  order: 'Thứ tự',
  unsplit: 'vẫn bằng nhau',
  goOn: 'Vào vòng sau',
  limit: 'số lượng',
  prizes: 'Giải thưởng',
  joint: 'đồng giải',
  unawarded: 'Không trao',
  byDecision: 'theo quyết định của Ban Tổ chức',
  votes: 'lượt bình chọn',
  decisions: 'Quyết định của Ban Tổ chức',
  signedBy: 'người quyết định',
  applied: {
    counted: {
      'submitted-complete-not-recused':
        'Chỉ tính phiếu đã nộp, đủ tiêu chí, của giám khảo không có xung đột lợi ích.',
    },
    total: {
      'sum-of-points': 'Điểm mỗi phiếu là tổng điểm các tiêu chí.',
      'weighted-basis-points':
        'Điểm mỗi phiếu là tổng điểm tiêu chí quy theo trọng số trên thang điểm tối đa.',
      'sum-of-coefficients': 'Điểm mỗi phiếu là tổng điểm tiêu chí nhân hệ số.',
    },
    mean: {
      mean: 'Điểm bài là trung bình cộng điểm các phiếu.',
      'trimmed-by-total': 'Bỏ các phiếu cao nhất và thấp nhất rồi lấy trung bình cộng.',
      'trimmed-by-criterion':
        'Ở mỗi tiêu chí bỏ các điểm cao nhất và thấp nhất rồi lấy trung bình cộng.',
    },
    criterionMeans: {
      exact: 'Không làm tròn ở bước giữa.',
      'rounded-first': 'Trung bình mỗi tiêu chí được làm tròn trước khi cộng.',
    },
    rounding: {
      'half-away-from-zero-once': 'Làm tròn một lần ở cuối, nửa đơn vị làm tròn lên.',
    },
    components: { 'added-to-the-mean': 'Điểm không do giám khảo chấm được cộng vào trung bình.' },
    vote: {
      'share-of-the-most-votes-rounded-first':
        'Điểm bình chọn là phần của số phiếu cao nhất, làm tròn trước khi cộng.',
    },
    floors: { 'on-exact-means': 'Điểm sàn xét trên điểm trung bình chưa làm tròn.' },
    rank: {
      'standard-competition-on-printed-score':
        'Xếp hạng theo điểm đã làm tròn; bằng điểm thì cùng hạng, hạng sau bỏ qua số tương ứng.',
    },
    cut: {
      'advance-all-with-the-same-score': 'Bằng điểm ở ranh giới vào vòng sau thì tất cả cùng vào.',
      'tie-break-then-people':
        'Bằng điểm ở ranh giới vào vòng sau thì xét tiêu chí phụ, sau đó do người có thẩm quyền quyết định.',
    },
  },
  reasons: {
    'too-few-sheets': 'không đủ số phiếu',
    'below-minimum-mean': 'trung bình dưới điểm sàn',
    'zero-criterion-mean': 'có tiêu chí trung bình bằng không',
    'zero-mark': 'có tiêu chí bị điểm không',
    'component-missing': 'thiếu điểm thành phần của Ban Tổ chức',
  },
  notCounted: {
    recused: 'giám khảo có xung đột lợi ích',
    draft: 'chưa nộp',
    incomplete: 'chưa đủ tiêu chí',
    'not-in-round': 'bài không thuộc vòng này',
    'taken-back': 'đã thu lại phân công',
  },
  steps: {
    criterion: 'Điểm trung bình tiêu chí cao hơn',
    headToHead: 'Được nhiều giám khảo chấm cao hơn',
    countback: 'Số lần được giám khảo xếp đầu',
    median: 'Trung vị điểm các phiếu cao hơn',
    chair: 'Quyết định của Chủ tịch hội đồng',
    lot: 'Bốc thăm',
    shared: 'Cùng giữ một hạng',
  },
  notes: {
    'not-exactly-two-tied': 'không áp dụng: không phải đúng hai bài',
    'fewer-than-three-common-judges': 'không áp dụng: chưa đủ ba giám khảo chung',
    'unequal-sheet-counts': 'không áp dụng: số phiếu khác nhau',
    'beyond-rank': 'không áp dụng ở hạng này',
    'no-decision': 'chưa có quyết định',
    'no-draw': 'chưa bốc thăm',
  },
  cutTie: {
    advanceAll: 'bằng điểm ở ranh giới: tất cả cùng vào',
    tieBreak: 'bằng điểm ở ranh giới: theo tiêu chí phụ',
    organisers: 'bằng điểm ở ranh giới: theo quyết định của Ban Tổ chức',
    nobody: 'bằng điểm ở ranh giới: chưa ai quyết định',
  },
  because: {
    'no-entry-left': 'không còn bài dự thi',
    'used-by-joint-prize': 'đã dùng cho đồng giải',
    'held-by-a-tie': 'chờ xử lý điểm bằng nhau',
    'left-empty': 'Ban Tổ chức quyết định không trao',
    'taken-back': 'đã thu hồi',
    'not-decided': 'chưa có quyết định',
  },
  kinds: {
    'advance-number': 'thay đổi số lượng vào vòng sau',
    'advance-tied': 'chọn bài vào vòng sau trong số bằng điểm',
    'leave-empty': 'không trao giải',
    'give-prize': 'trao giải',
    'take-prize': 'thu hồi giải',
    'count-votes': 'kết quả bình chọn',
    withdraw: 'rút quyết định',
  },
};
