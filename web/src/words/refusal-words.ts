import { refusalStateWords } from './refusal-state-words.ts';

type Texts = { readonly [code: string]: string | undefined };
type Sentences = { readonly [code: string]: ((why: string, count: number) => string) | undefined };

const viBlockers: Sentences = {
  'consent-withdrawn': (purpose) => `Thí sinh đã rút đồng ý bắt buộc (${purpose}).`,
  'also-official': (what) => `Trùng ${what} với một người trong Ban Tổ chức, thư ký, giám khảo.`,
  'state-conflict': (why) => why,
  'not-found': () => 'Không tìm thấy hồ sơ.',
  'phase-closed': () => 'Chưa đến hoặc đã quá thời gian.',
  forbidden: () => 'Tài khoản này không được làm việc này.',
  'has-tasks': (_, count) => `Còn ${count} hồ sơ được giao; thu hồi trước.`,
  'round-before-not-approved': () => 'Kết quả vòng trước chưa được duyệt.',
  'nothing-assigned': () => 'Chưa giao hồ sơ nào cho giám khảo.',
  'closing-time-passed': () => 'Hạn chấm của vòng này trong thể lệ đã qua.',
  'sheet-missing': () => 'Chưa nộp phiếu điểm.',
  'nobody-assigned': () => 'Chưa giao cho giám khảo nào.',
  'too-few-sheets': (_, count) => `Mới có ${count} phiếu được tính, ít hơn thể lệ yêu cầu.`,
  'components-missing': (what) => `Chưa nhập điểm thành phần ${what}.`,
  'not-assigned': () => 'Không được giao hồ sơ này.',
  'sheet-submitted': () => 'Phiếu đã nộp; chỉ thu hồi được khi hủy cả phiếu.',
  'entry-unknown': () => 'Không tìm thấy hồ sơ.',
  'entry-not-eligible': () => 'Hồ sơ không ở trạng thái hợp lệ.',
  'entry-not-advanced': () => 'Hồ sơ không vào vòng này.',
  'not-a-judge': () => 'Không phải giám khảo của cuộc thi.',
  'not-in-panel': () => 'Không thuộc hội đồng của vòng này.',
  'conflict-of-interest': (why) => `Có xung đột lợi ích (${why}).`,
  'mail-not-held': (why) => (why === '' ? 'Không tìm thấy thư.' : why),
  'tie-across-the-cut': () => 'Đồng hạng ở ngưỡng vào vòng sau; cần quyết định.',
  'tie-across-prizes': () => 'Đồng hạng ở ranh giới giữa các giải; cần quyết định.',
  'open-tie-across-prizes': () => 'Đồng hạng chưa phân định ở ranh giới giữa các giải.',
  'votes-not-counted': () => 'Chưa nhập kết quả bình chọn của công chúng.',
  'divergence-unresolved': () => 'Điểm chênh lệch lớn chưa được giải quyết.',
  'sheets-awaited': () => 'Đang chờ phiếu chấm lại.',
  'next-round-begun': () => 'Vòng sau đã giao hồ sơ theo kết quả này.',
  'comment-changed': () => 'Nhận xét vừa được sửa; hãy đọc lại.',
  'comment-decided': () => 'Nhận xét này vừa được người khác quyết định.',
  'no-comment': () => 'Không có nhận xét.',
  'minutes-not-signed': () => 'Chưa ghi nhận biên bản đã ký.',
  'nothing-to-draw': () => 'Không có gì để bốc thăm.',
  'not-proposed': () => 'Chưa có đề nghị thu hồi.',
  'already-assigned': () => 'Đã được giao hồ sơ này.',
  'changed-meanwhile': () => 'Người khác vừa ghi; xem số đã ghi rồi ghi lại.',
  'on-stage': () => 'Đang trên sân khấu; cho xuống trước.',
  'no-components': () => 'Bảng này không có điểm thành phần.',
};

const enBlockers: Sentences = {
  'consent-withdrawn': (purpose) => `A required consent was withdrawn (${purpose}).`,
  'also-official': (what) => `Shares its ${what} with an organiser, a secretary or a judge.`,
  'state-conflict': (why) => why,
  'not-found': () => 'There is no such entry.',
  'phase-closed': () => 'This is not the time for it.',
  forbidden: () => 'This account may not do that.',
  'has-tasks': (_, count) => `Still has ${count} entries to read: take them back first.`,
  'round-before-not-approved': () => 'The ranking of the round before is not approved.',
  'nothing-assigned': () => 'No judge was given an entry.',
  'closing-time-passed': () => 'The round closes, by the rules, in the past.',
  'sheet-missing': () => 'The sheet is not handed in.',
  'nobody-assigned': () => 'No judge was given it.',
  'too-few-sheets': (_, count) => `Only ${count} sheets count: the rules ask for more.`,
  'components-missing': (what) => `Points of ${what} are missing.`,
  'not-assigned': () => 'Was not given this entry.',
  'sheet-submitted': () => 'The sheet is handed in: it can only be taken back with its sheet.',
  'entry-unknown': () => 'There is no such entry.',
  'entry-not-eligible': () => 'The entry is not eligible.',
  'entry-not-advanced': () => 'The entry did not reach this round.',
  'not-a-judge': () => 'Is no judge of the contest.',
  'not-in-panel': () => 'Is not in the panel of this round.',
  'conflict-of-interest': (why) => `Has a conflict of interest (${why}).`,
  'mail-not-held': (why) => (why === '' ? 'There is no such mail.' : why),
  'tie-across-the-cut': () => 'Tied across the cut to the next round: to be decided.',
  'tie-across-prizes': () => 'Tied across two prizes: to be decided.',
  'open-tie-across-prizes': () => 'A tie across two prizes is not decided.',
  'votes-not-counted': () => 'The vote of the public is not counted.',
  'divergence-unresolved': () => 'Judges are far apart: to be settled.',
  'sheets-awaited': () => 'Sheets that are scored again are waited for.',
  'next-round-begun': () => 'The next round was given entries by this ranking.',
  'comment-changed': () => 'The comment was changed: read it again.',
  'comment-decided': () => 'Somebody else has just decided about this comment.',
  'no-comment': () => 'There is no comment.',
  'minutes-not-signed': () => 'The signed minutes are not recorded.',
  'nothing-to-draw': () => 'There is nothing to draw.',
  'not-proposed': () => 'Nobody proposed to retract it.',
  'already-assigned': () => 'Was given this entry already.',
  'changed-meanwhile': () => 'Somebody saved it meanwhile: see what is stored, then save again.',
  'on-stage': () => 'Is on stage: let it leave first.',
  'no-components': () => 'Its track has no such points.',
};

const viBecause: Texts = {
  phone: 'số điện thoại',
  taxCode: 'mã số thuế',
  organisation: 'nơi công tác',
  declared: 'giám khảo tự khai',
  recorded: 'Ban Tổ chức ghi nhận',
  mailbox: 'trùng địa chỉ thư',
  emailDomain: 'cùng tên miền thư',
};

const enBecause: Texts = {
  phone: 'telephone',
  taxCode: 'tax number',
  organisation: 'place of work',
  declared: 'declared by the judge',
  recorded: 'recorded by an organiser',
  mailbox: 'mailbox',
  emailDomain: 'mail domain',
};

const vi = {
  states: refusalStateWords.vi,
  blockers: viBlockers,
  because: viBecause,
  opensAt: (moment: string) => `Mở từ ${moment}.`,
  closedAt: (moment: string) => `Hết hạn lúc ${moment}.`,
};

const en: typeof vi = {
  states: refusalStateWords.en,
  blockers: enBlockers,
  because: enBecause,
  opensAt: (moment) => `Opens at ${moment}.`,
  closedAt: (moment) => `Closed at ${moment}.`,
};

/** What stands in the way of an act, in words. */
export const refusalWords = { vi, en };
