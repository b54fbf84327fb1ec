import type { PlaceWords } from '../plan/labels.ts';
import { mailWords } from './desk-mail-words.ts';
import { en as publicEn } from './en.ts';
import { vi as publicVi } from './vi.ts';

/** The words of a list of values, for a place of that name. */
const ofPlace = (
  place: string,
  words: { readonly [value: string]: string | undefined },
): PlaceWords =>
  Object.fromEntries(Object.entries(words).map(([value, word]) => [`${place}.${value}`, word]));

const files = {
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word (.docx)',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint (.pptx)',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel (.xlsx)',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'video/mp4': 'MP4',
};

/** What each value that may be chosen in a plan is called, by the place it is chosen at. */
const vi: PlaceWords = {
  ...ofPlace('applicantKinds', publicVi.kinds),
  ...ofPlace('contentTypes', files),
  ...ofPlace('review', mailWords.vi.kinds),
  'unique.title': 'Tên ý tưởng, dự án',
  'unique.taxCode': 'Mã số thuế',
  'questions.kind.text': 'Viết câu trả lời',
  'questions.kind.choice': 'Chọn một phương án',
  'questions.kind.choices': 'Chọn một hay nhiều phương án',
  'rounds.kind.dossier': 'Chấm trên hồ sơ',
  'rounds.kind.pitch': 'Chấm khi thuyết trình',
  'divergence.mode.absolute': 'Theo điểm tối đa một giám khảo có thể cho',
  'divergence.mode.relative': 'Theo điểm trung bình của các giám khảo',
  'rubric.mode.points': 'Điểm tối đa của từng tiêu chí',
  'rubric.mode.weighted': 'Có trọng số',
  'rubric.mode.coefficient': 'Nhân hệ số',
  'zeroRule.off': 'Không ảnh hưởng',
  'zeroRule.mean': 'Loại khi điểm trung bình của tiêu chí bằng 0',
  'zeroRule.mark': 'Loại khi có giám khảo cho 0',
  'level.total': 'Tổng điểm',
  'level.criterion': 'Điểm từng tiêu chí',
  'tieBreak.kind.criterion': 'Điểm của một tiêu chí',
  'tieBreak.kind.headToHead': 'Đối đầu giữa các hồ sơ bằng điểm',
  'tieBreak.kind.countback': 'Số giám khảo xếp hạng cao hơn',
  'tieBreak.kind.median': 'Trung vị của các tổng điểm',
  'tieBreak.kind.chair': 'Chủ tịch hội đồng quyết định',
  'tieBreak.kind.lot': 'Bốc thăm',
  'tieBreak.kind.shared': 'Đồng hạng',
  'cutTie.advanceAll': 'Tất cả cùng vào',
  'cutTie.unresolved': 'Ban Tổ chức quyết định',
  'prizes.given.decision': 'Quyết định của Ban Tổ chức',
  'prizes.given.publicVote': 'Bình chọn của công chúng',
  'ties.joint': 'Đồng giải',
  'ties.unresolved': 'Ban Tổ chức quyết định',
  'scores.criteria': 'Từng tiêu chí',
  'scores.total': 'Chỉ tổng điểm',
  'scores.none': 'Không',
};

const en: PlaceWords = {
  ...ofPlace('applicantKinds', publicEn.kinds),
  ...ofPlace('contentTypes', files),
  ...ofPlace('review', mailWords.en.kinds),
  'unique.title': 'The title',
  'unique.taxCode': 'The tax number',
  'questions.kind.text': 'In words',
  'questions.kind.choice': 'By one option',
  'questions.kind.choices': 'By one option or several',
  'rounds.kind.dossier': 'By the dossier',
  'rounds.kind.pitch': 'By the pitch',
  'divergence.mode.absolute': 'Against the most a judge can give',
  'divergence.mode.relative': 'Against the mean of the judges',
  'rubric.mode.points': 'A maximum for each criterion',
  'rubric.mode.weighted': 'With weights',
  'rubric.mode.coefficient': 'With coefficients',
  'zeroRule.off': 'Has no effect',
  'zeroRule.mean': 'Out when the mean of a criterion is zero',
  'zeroRule.mark': 'Out when a judge gives zero',
  'level.total': 'Totals',
  'level.criterion': 'Each criterion',
  'tieBreak.kind.criterion': 'The points of a criterion',
  'tieBreak.kind.headToHead': 'Head to head among the tied',
  'tieBreak.kind.countback': 'How many judges place it higher',
  'tieBreak.kind.median': 'The median of the totals',
  'tieBreak.kind.chair': 'The chair decides',
  'tieBreak.kind.lot': 'A lot',
  'tieBreak.kind.shared': 'The rank is shared',
  'cutTie.advanceAll': 'All go on',
  'cutTie.unresolved': 'The organisers decide',
  'prizes.given.decision': 'A decision of the organisers',
  'prizes.given.publicVote': 'The vote of the public',
  'ties.joint': 'The prize is shared',
  'ties.unresolved': 'The organisers decide',
  'scores.criteria': 'Each criterion',
  'scores.total': 'The total alone',
  'scores.none': 'None',
};

/** What the values are called that a plan chooses among. */
export const planChoiceWords = { vi, en };
