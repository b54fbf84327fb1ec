import type { Submission } from '../../lib/contest/entry.ts';
import { formatLocal } from '../../lib/contest/local-time.ts';
import type { Invitation } from '../../lib/contest/people.ts';
import { receiptCheckPath } from '../../lib/contest/receipt-link.ts';
import type { Mail } from '../../lib/platform/mailer.ts';
import type { StoredSubmission } from '../../lib/store/item-schemas.ts';

const zone = 'Asia/Ho_Chi_Minh';

const roleNames = {
  organiser: { vi: 'Ban Tổ chức', en: 'organiser' },
  secretary: { vi: 'Tổ Thư ký', en: 'secretary' },
  judge: { vi: 'Giám khảo', en: 'judge' },
} as const;

/** A role is offered. The mail only tells where to go: opening the link accepts nothing. */
export function invitationMail(invitation: Invitation, origin: string): Mail {
  const { invitationId, editionId, email, name, role, endsAt } = invitation;
  const until = formatLocal(endsAt, zone);
  const title = roleNames[role];
  return {
    id: `invitation-${invitationId}`,
    to: email,
    subject: `Mời tham gia cuộc thi: ${title.vi}`,
    text: `Kính gửi ${name},

Ban Tổ chức trân trọng mời Ông/Bà tham gia cuộc thi "${editionId}" với vai trò ${title.vi}.
Ông/Bà vui lòng đăng nhập bằng địa chỉ thư này tại ${origin} và xác nhận trước ${until}.
Mã lời mời: ${invitationId}

---
You are invited to take part in "${editionId}" as ${title.en}.
Please sign in with this e-mail address at ${origin} and accept before ${until}.
Invitation: ${invitationId}
`,
  };
}

/** An entry was handed in: code, time and the hash of every file, to be kept by the entrant. */
export function receiptMail(submission: StoredSubmission, to: string, origin: string): Mail {
  const { code, receivedAt, receipt, entryId, content } = submission;
  const version = submission.submission;
  const link = origin + receiptCheckPath({ ...submission, ...receipt });
  return {
    id: `receipt-${entryId}-${version}`,
    to,
    subject: `Đã nhận hồ sơ ${code} (lần ${version})`,
    text: `Đã nhận hồ sơ dự thi "${content.title}".

Mã số dự thi: ${code}
Thời điểm nhận: ${formatLocal(receivedAt, zone)} (${receivedAt})
${submission.documents.map(fileLine).join('\n')}
Khóa ký: ${receipt.keyId}
Chữ ký: ${receipt.signature}
Kiểm tra biên nhận: ${link}

---
Your entry ${code} was received at ${receivedAt}. Keep this mail: the signature proves what was received and when.
Whoever has this link can check the receipt: ${link}
`,
  };
}

const fileLine = ({ fileName, size, sha256 }: Submission['documents'][number]): string =>
  `- ${fileName}, ${size} byte, SHA-256 ${sha256}`;
