import { type LetterHead, letterOf } from './letter.ts';
import type { NewMail } from './outbox.ts';

/** What the judges gave back can be read. It says nothing of what that is: a mail goes further than it should. */
export function feedbackMail(
  { entryId, code, to }: { readonly entryId: string; readonly code: string; readonly to: string },
  { edition, origin }: LetterHead,
): NewMail {
  const said = {
    vi: `Kết quả "${edition.vi}" đã được công bố. Phản hồi của Hội đồng giám khảo cho hồ sơ ${code} đã sẵn sàng.
Xem tại ${origin}.`,
    en: `The result of "${edition.en}" is published. What the judges gave back on your entry ${code} is ready.
See it at ${origin}.`,
  };
  return {
    mailId: `feedback-${entryId}`,
    kind: 'feedback',
    to,
    entryId,
    ...letterOf(`Phản hồi của Hội đồng giám khảo cho hồ sơ ${code}`, said),
  };
}
