import type { FlagRuling } from './flag.ts';
import { type LetterHead, letterOf } from './letter.ts';
import { formatLocal, localDateAt } from './local-time.ts';
import { digitsOf, type NewMail } from './outbox.ts';
import type { Text } from './plan.ts';
import type { Extension } from './round.ts';

/** A judge with sheets that are waited for. */
export interface RemindedJudge {
  /** Names the judge in the mail's id: `[a-z0-9]`. */
  readonly key: string;
  readonly to: string;
  readonly missing: number;
}

/** A judge still has sheets to hand in; one such mail a day and round, whoever asks for it. */
export function judgingReminderMail(
  { key, to, missing }: RemindedJudge,
  round: { readonly roundId: string; readonly name: Text; readonly closesAt: string },
  { edition, timeZone, origin }: LetterHead,
  now: string,
): NewMail {
  const until = formatLocal(round.closesAt, timeZone);
  const day = localDateAt(now, timeZone).replaceAll('-', '');
  const said = {
    vi: `Quý giám khảo còn ${missing} phiếu chấm chưa nộp ở vòng "${round.name.vi}" của "${edition.vi}".
Hạn nộp phiếu: trước ${until}. Thời điểm hệ thống nhận được là căn cứ.
Vui lòng chấm và nộp phiếu tại ${origin}.`,
    en: `Score sheets you have not handed in for the round "${round.name.en}" of "${edition.en}": ${missing}.
Deadline: before ${until}; what counts is when we receive it.
Please score and hand them in at ${origin}.`,
  };
  return {
    mailId: `judging-reminder-${round.roundId}-${key}-${day}`,
    kind: 'judging-reminder',
    to,
    ...letterOf(`Nhắc nộp phiếu chấm: còn ${missing}, hạn ${until}`, said),
  };
}

/** The round of a judge closes later than it was to, by a numbered decision. */
export function roundExtendedMail(
  { key, to }: Pick<RemindedJudge, 'key' | 'to'>,
  round: { readonly roundId: string; readonly name: Text },
  extension: Pick<Extension, 'from' | 'closesAt' | 'reason' | 'documentNumber' | 'at'>,
  { edition, timeZone, origin }: LetterHead,
): NewMail {
  const from = formatLocal(extension.from, timeZone);
  const until = formatLocal(extension.closesAt, timeZone);
  const said = {
    vi: `Hạn nộp phiếu chấm vòng "${round.name.vi}" của "${edition.vi}" đã được gia hạn.

Hạn cũ: trước ${from}
Hạn mới: trước ${until}
Lý do: ${extension.reason}
Văn bản: ${extension.documentNumber}
Chấm và nộp phiếu tại ${origin}.`,
    en: `The round "${round.name.en}" of "${edition.en}" closes later, by ${extension.documentNumber}.
Before: ${from}
Now: ${until}
Score and hand your sheets in at ${origin}.`,
  };
  return {
    mailId: `round-extended-${round.roundId}-${digitsOf(extension.at)}-${key}`,
    kind: 'round-extended',
    to,
    ...letterOf(`Gia hạn nộp phiếu chấm: ${until}`, said),
  };
}

/**
 * A judge reads one more entry, since others are too far apart on it. Which one stands in the list of tasks, where a conflict can
 * be declared before anything of it is seen.
 */
export function extraTaskMail(
  { key, to }: Pick<RemindedJudge, 'key' | 'to'>,
  round: { readonly roundId: string; readonly name: Text },
  { entryId, at }: Pick<FlagRuling, 'entryId' | 'at'>,
  { edition, origin }: LetterHead,
): NewMail {
  const said = {
    vi: `Ông/Bà được đề nghị chấm thêm một hồ sơ ở vòng "${round.name.vi}" của "${edition.vi}".
Hồ sơ có trong danh sách nhiệm vụ của Ông/Bà tại ${origin}. Vui lòng khai báo xung đột lợi ích (nếu có) trước khi mở hồ sơ.
Vòng chấm chờ phiếu này: vui lòng nộp sớm.`,
    en: `You are asked to score one more entry in the round "${round.name.en}" of "${edition.en}".
It is in your list of tasks at ${origin}. Please declare a conflict of interest, if there is one, before you open it.
The round waits for this sheet: please hand it in soon.`,
  };
  return {
    mailId: `extra-task-${entryId}-${digitsOf(at)}-${key}`,
    kind: 'extra-task',
    to,
    ...letterOf(`Đề nghị chấm thêm một hồ sơ, vòng "${round.name.vi}"`, said),
  };
}
