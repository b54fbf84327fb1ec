import type { Supplement } from './entry-window.ts';
import { type LetterHead, letterOf, listed } from './letter.ts';
import { formatLocal } from './local-time.ts';
import { digitsOf, type NewMail } from './outbox.ts';
import type { Plan, Text } from './plan.ts';
import type { Screening } from './screening.ts';

/** The entry a mail is about. */
interface About {
  readonly entryId: string;
  readonly code: string;
  readonly to: string;
}

const fieldNames: ReadonlyMap<string, Text> = new Map([
  ['title', { vi: 'Tên hồ sơ', en: 'title' }],
  ['fieldId', { vi: 'Lĩnh vực', en: 'field' }],
  ['summary', { vi: 'Tóm tắt', en: 'summary' }],
  ['publicSummary', { vi: 'Tóm tắt công khai', en: 'public summary' }],
  ['applicant', { vi: 'Người dự thi', en: 'applicant' }],
  ['members', { vi: 'Thành viên', en: 'members' }],
  ['mentors', { vi: 'Người hướng dẫn', en: 'mentors' }],
  ['answers', { vi: 'Câu trả lời', en: 'answers' }],
  ['links', { vi: 'Đường dẫn', en: 'links' }],
  ['consents', { vi: 'Các đồng ý', en: 'consents' }],
]);

/** The secretariat asks for parts of an entry again. */
export function supplementMail(
  { entryId, code, to }: About,
  supplement: Supplement,
  plan: Pick<Plan, 'documents'>,
  { edition, timeZone, origin }: LetterHead,
): NewMail {
  const until = formatLocal(supplement.closesAt, timeZone);
  const names = [
    ...supplement.fields.map((field) => fieldNames.get(field) ?? { vi: field, en: field }),
    ...supplement.documents.map((kind) => nameOfDocument(plan, kind)),
  ];
  const said = {
    vi: `Tổ Thư ký "${edition.vi}" đề nghị bổ sung hồ sơ ${code}:

${supplement.message}

Các phần được mở lại:${listed(names.map(({ vi }) => vi))}
Hạn bổ sung: trước ${until}. Sau khi sửa, vui lòng nộp lại hồ sơ tại ${origin}; nếu không, bản đã nộp giữ nguyên.`,
    en: `The secretariat of "${edition.en}" asks you to supplement the entry ${code}; what is asked for stands above.
Opened again:${listed(names.map(({ en }) => en))}
Please hand the entry in again at ${origin} before ${until}; otherwise the version that was handed in stands.`,
  };
  return {
    mailId: `supplement-${entryId}-${digitsOf(supplement.requestedAt)}`,
    kind: 'supplement',
    to,
    entryId,
    ...letterOf(`Đề nghị bổ sung hồ sơ ${code}`, said),
  };
}

const nameOfDocument = ({ documents }: Pick<Plan, 'documents'>, kind: string): Text =>
  documents.find((one) => one.kind === kind)?.name ?? { vi: kind, en: kind };

const decisions = {
  eligible: {
    vi: 'hợp lệ, được tham gia chấm thi',
    en: 'is eligible and takes part in the judging',
  },
  ineligible: { vi: 'không hợp lệ', en: 'is not eligible' },
} as const;

/** Form and eligibility were decided: what, and for what reasons of the plan's list. Why an organiser decided alone is not said. */
export function screeningMail(
  { entryId, code, to }: About,
  screening: Screening,
  plan: Pick<Plan, 'screening'>,
  { edition, origin }: LetterHead,
): NewMail {
  const { decision, reasons, at } = screening;
  const decided = decisions[decision];
  const texts = reasons.map((reason) => {
    const known = plan.screening.reasons.find(({ id }) => id === reason.code)?.name;
    const name = known ?? { vi: reason.code, en: reason.code };
    return { vi: reason.note === undefined ? name.vi : `${name.vi}: ${reason.note}`, en: name.en };
  });
  const listVi = texts.length === 0 ? '' : `\nLý do:${listed(texts.map(({ vi }) => vi))}`;
  const listEn = texts.length === 0 ? '' : `\nReasons:${listed(texts.map(({ en }) => en))}`;
  const said = {
    vi: `Hồ sơ ${code} dự thi "${edition.vi}" ${decided.vi}.${listVi}
Xem hồ sơ tại ${origin}.`,
    en: `The entry ${code} in "${edition.en}" ${decided.en}.${listEn}
See it at ${origin}.`,
  };
  return {
    mailId: `screening-${entryId}-${digitsOf(at)}`,
    kind: 'screening',
    to,
    entryId,
    ...letterOf(`Kết quả xét tính hợp lệ hồ sơ ${code}`, said),
  };
}
