import { type LetterHead, letterOf } from './letter.ts';
import { formatLocal } from './local-time.ts';
import { digitsOf, type NewMail } from './outbox.ts';
import type { PlannedPublication } from './planned-publication.ts';

/**
 * A planned publication was not carried out: an organiser is told when it would have been and what stood in the way, and
 * nothing of the result. `key` names the organiser in the mail's id.
 */
export function publicationStoppedMail(
  { key, to }: { readonly key: string; readonly to: string },
  {
    publishAt,
    because = '',
    version,
  }: Pick<PlannedPublication, 'publishAt' | 'because' | 'version'>,
  { edition, timeZone, origin }: LetterHead,
): NewMail {
  const at = formatLocal(publishAt, timeZone);
  const said = {
    vi: `Kết quả của "${edition.vi}" không được công bố vào ${at} như đã đặt lịch, vì từ đó đến nay có thay đổi (${because}).
Chưa có gì được công bố. Vui lòng xem lại kết quả, biên bản và quyết định, rồi công bố hoặc đặt lịch lại tại ${origin}.`,
    en: `The result of "${edition.en}" was not published at ${at} as planned, because something has changed since (${because}).
Nothing was published. Please look at result, minutes and decision again, then publish or plan it anew at ${origin}.`,
  };
  return {
    mailId: `publication-stopped-${digitsOf(publishAt)}-${version}-${key}`,
    kind: 'publication-stopped',
    to,
    ...letterOf(`Kết quả chưa được công bố như đã đặt lịch: ${at}`, said),
  };
}
