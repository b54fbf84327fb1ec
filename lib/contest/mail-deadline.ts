import type { PlanVersion } from './edition.ts';
import { type LetterHead, letterOf } from './letter.ts';
import { formatLocal, localDateAt } from './local-time.ts';
import type { NewMail } from './outbox.ts';

/** The deadline draws near and the entry, or what was changed since, is not handed in. */
export function reminderMail(
  entry: {
    readonly entryId: string;
    readonly code: string;
    readonly submission: number;
    readonly content: { readonly title: string };
    readonly to: string;
  },
  close: { readonly closesAt: string; readonly daysBefore: number },
  { edition, timeZone, origin }: LetterHead,
): NewMail {
  const { entryId, code, submission, to } = entry;
  const until = formatLocal(close.closesAt, timeZone);
  const state =
    submission === 0
      ? { vi: 'chưa được nộp', en: 'has not been handed in' }
      : {
          vi: `có thay đổi chưa nộp kể từ lần nộp ${submission}`,
          en: `has changes since version ${submission} that are not handed in`,
        };
  const said = {
    vi: `Hồ sơ ${code} ("${entry.content.title}") dự thi "${edition.vi}" ${state.vi}.
Hạn nộp: trước ${until}. Thời điểm hệ thống nhận được là căn cứ.
Vui lòng nộp hồ sơ tại ${origin}.`,
    en: `The entry ${code} in "${edition.en}" ${state.en}.
Deadline: before ${until}; what counts is when we receive it.
Please hand it in at ${origin}.`,
  };
  // The day, not the moment: a deadline that moves by hours reminds nobody twice.
  const day = localDateAt(close.closesAt, timeZone).replaceAll('-', '');
  return {
    mailId: `deadline-reminder-${entryId}-${close.daysBefore}-${day}`,
    kind: 'deadline-reminder',
    to,
    entryId,
    ...letterOf(`Nhắc hạn nộp hồ sơ ${code}: ${until}`, said),
  };
}

/** The deadline was moved; `key` names the person in the mail's id. */
export function deadlineChangeMail(
  recipient: { readonly key: string; readonly to: string },
  change: { readonly from: string; readonly to: string } & Pick<
    PlanVersion,
    'planVersion' | 'reason' | 'documentNumber'
  >,
  { edition, timeZone, origin }: LetterHead,
): NewMail {
  const from = formatLocal(change.from, timeZone);
  const to = formatLocal(change.to, timeZone);
  const said = {
    vi: `Hạn nộp hồ sơ của "${edition.vi}" đã thay đổi.

Hạn cũ: trước ${from}
Hạn mới: trước ${to}
Lý do: ${change.reason}
Văn bản: ${change.documentNumber}
Xem thể lệ tại ${origin}.`,
    en: `The deadline of "${edition.en}" was changed by ${change.documentNumber}.
Before: ${from}
Now: ${to}
See the rules at ${origin}.`,
  };
  return {
    mailId: `deadline-change-${change.planVersion}-${recipient.key}`,
    kind: 'deadline-change',
    to: recipient.to,
    ...letterOf(`Thay đổi hạn nộp hồ sơ: ${to}`, said),
  };
}
