import { type LetterHead, letterOf } from './letter.ts';
import { formatLocal, localDateAt } from './local-time.ts';
import type { NewMail } from './outbox.ts';
import type { Text } from './plan.ts';

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
