import { type LetterHead, letterOf } from './letter.ts';
import { formatLocal } from './local-time.ts';
import { digitsOf, type NewMail } from './outbox.ts';

/** A sheet was opened again: its judge is told why, and never a point. `key` names the judge in the mail's id. */
export function sheetReopenedMail(
  sheet: {
    readonly key: string;
    readonly to: string;
    readonly entryId: string;
    readonly code: string;
  },
  reopened: { readonly reason: string; readonly at: string },
  closesAt: string | undefined,
  { edition, timeZone, origin }: LetterHead,
): NewMail {
  const { key, to, entryId, code } = sheet;
  const until = closesAt === undefined ? undefined : formatLocal(closesAt, timeZone);
  const said = {
    vi: `Phiếu chấm của Ông/Bà cho hồ sơ ${code} trong "${edition.vi}" đã được mở lại.
Lý do: ${reopened.reason}
Điểm đã nhập được giữ nguyên. Phiếu chỉ được tính khi Ông/Bà nộp lại tại ${origin}${until === undefined ? '' : `, trước ${until}`}.`,
    en: `Your score sheet for the entry ${code} in "${edition.en}" was opened again; the reason stands above.
Your marks are kept. The sheet counts once you hand it in again at ${origin}${until === undefined ? '' : `, before ${until}`}.`,
  };
  return {
    mailId: `sheet-reopened-${entryId}-${digitsOf(reopened.at)}-${key}`,
    kind: 'sheet-reopened',
    to,
    entryId,
    ...letterOf(`Phiếu chấm hồ sơ ${code} được mở lại`, said),
  };
}
