import { beforeAll, expect, test } from 'vitest';
import { MailRefused } from '../../lib/platform/mail-rules.ts';
import type { Mail, Mailer } from '../../lib/platform/mailer.ts';

/** A mail as its recipient sees it. */
export interface ReceivedMail {
  readonly from: string;
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** Where this side carries the mail's id. */
  readonly id: string;
}

export const mail: Mail = {
  to: 'an.nguyen@example.vn',
  subject: 'Hồ sơ đã được tiếp nhận: “Nước mắm Đỉnh” và một tiêu đề dài hơn bảy mươi tám ký tự',
  text: 'Kính gửi Nguyễn Văn Ân,\n\n.một dòng bắt đầu bằng dấu chấm\nMã hồ sơ: 42\n',
  id: 'submitted-42-1',
};

/** What both sides of the mailer port must do; `received` answers and forgets what has arrived. */
export function mailerContract(
  open: () => Promise<{ mailer: Mailer; received: () => ReceivedMail[] }>,
): void {
  let mailer: Mailer;
  let received: () => ReceivedMail[];
  beforeAll(async () => {
    ({ mailer, received } = await open());
  });

  test('a mail arrives as it was written', async () => {
    await mailer.send(mail);
    expect(received()).toEqual([
      {
        from: 'contest@example.gov.vn',
        recipients: [mail.to],
        subject: mail.subject,
        text: mail.text,
        id: mail.id,
      },
    ]);
  });

  test.each([
    { to: 'a@example.vn\r\nBcc: b@example.vn' },
    { to: 'a@example.vn, b@example.vn' },
    { to: 'Ân <a@example.vn>' },
    { to: '"a b"@example.vn' },
    { to: 'ân@example.vn' },
    { to: 'a@b@example.vn' },
    { to: '' },
    { subject: 'hello\nBcc: b@example.vn' },
    { subject: 'hello\r\n\r\ntext' },
    { subject: '' },
    { subject: 'a'.repeat(251) },
    { id: 'a b' },
    { id: 'a>\r\nBcc: b@example.vn' },
  ])('what could carry more than one mail is refused: %j', async (change) => {
    await expect(mailer.send({ ...mail, ...change })).rejects.toThrow(MailRefused);
    expect(received()).toEqual([]);
  });
}
