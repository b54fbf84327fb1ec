import type { Submission } from './entry.ts';
import { type LetterHead, letterOf, listed } from './letter.ts';
import { formatLocal } from './local-time.ts';
import type { NewMail } from './outbox.ts';
import { receiptPagePath } from './receipt-link.ts';

/** A submitted version and the signature that was given for it. */
export interface ReceiptedSubmission
  extends Pick<
    Submission,
    'editionId' | 'entryId' | 'code' | 'submission' | 'receivedAt' | 'documents'
  > {
  readonly content: Pick<Submission['content'], 'title'>;
  readonly receipt: { readonly keyId: string; readonly signature: string };
}

/** An entry was handed in: code, time and the hash of every file, to be kept by the entrant. */
export function receiptMail(
  submission: ReceiptedSubmission,
  to: string,
  { edition, timeZone, origin }: LetterHead,
): NewMail {
  const { entryId, code, receivedAt, receipt, content, documents } = submission;
  const number = submission.submission;
  const link = origin + receiptPagePath({ ...submission, ...receipt });
  const time = `${formatLocal(receivedAt, timeZone)} (${receivedAt})`;
  const said = {
    vi: `Đã nhận hồ sơ "${content.title}" dự thi "${edition.vi}".

Mã số dự thi: ${code}
Lần nộp: ${number}
Thời điểm nhận: ${time}${listed(documents.map(fileLine))}
Khóa ký: ${receipt.keyId}
Chữ ký: ${receipt.signature}
Kiểm tra biên nhận: ${link}`,
    en: `Your entry ${code} in "${edition.en}" was received at ${time}.
Keep this mail: the signature proves what was received and when.
Whoever has this link can check the receipt: ${link}`,
  };
  return {
    mailId: `receipt-${entryId}-${number}`,
    kind: 'receipt',
    to,
    entryId,
    ...letterOf(`Đã nhận hồ sơ ${code} (lần ${number})`, said),
  };
}

const fileLine = ({ fileName, size, sha256 }: Submission['documents'][number]): string =>
  `${fileName}, ${size} byte, SHA-256 ${sha256}`;
