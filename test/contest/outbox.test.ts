import { describe, expect, it } from 'vitest';
import { letterOf, longestSubject } from '../../lib/contest/letter.ts';
import { deadlineChangeMail, reminderMail } from '../../lib/contest/mail-deadline.ts';
import { invitationMail, teamInvitationMail } from '../../lib/contest/mail-invitation.ts';
import { receiptMail } from '../../lib/contest/mail-receipt.ts';
import { screeningMail, supplementMail } from '../../lib/contest/mail-screening.ts';
import { type NewMail, type OutboxMail, queueMail, repeatMail } from '../../lib/contest/outbox.ts';
import { isReminderDue, remindersAhead } from '../../lib/contest/reminders.ts';
import { examplePlan } from '../support/example-plan.ts';

const plan = examplePlan();
const head = {
  edition: { vi: 'Cuộc thi', en: 'The contest' },
  timeZone: 'Asia/Tokyo',
  origin: 'https://contest.example.vn',
};
const entryId = '0181654d-b380-75d3-82f3-71b60f7a57ba';
const endsAt = '2022-06-29T03:00:00.000Z';
const about = { entryId, code: 'KT22-A', to: 'a@example.vn' };

const mails: { readonly [kind: string]: NewMail } = {
  invitation: invitationMail(
    { invitationId: entryId, email: 'a@example.vn', name: 'An', role: 'judge', endsAt },
    head,
  ),
  'team-invitation': teamInvitationMail(
    {
      ...{ entryId, invitationId: entryId, email: 'a@example.vn', name: 'An' },
      ...{ role: 'editor', code: 'KT22-A', title: 'Trà', endsAt },
    },
    head,
  ),
  receipt: receiptMail(
    {
      ...{ editionId: 'e', entryId, code: 'KT22-A', submission: 2, receivedAt: endsAt },
      content: { title: 'Trà' },
      documents: [
        {
          ...{ documentId: entryId, kind: 'thuyet-minh', fileName: 'a.pdf', versionId: 'v' },
          ...{ contentType: 'application/pdf', size: 12, sha256: 'ab' },
        },
      ],
      receipt: { keyId: 'k1', signature: 'sig' },
    },
    'a@example.vn',
    head,
  ),
  supplement: supplementMail(
    about,
    {
      ...{ fields: ['summary'], documents: ['thuyet-minh'], message: 'Bổ sung' },
      ...{ requestedBy: 'secretary', requestedAt: endsAt, closesAt: endsAt },
    },
    plan,
    head,
  ),
  screening: screeningMail(
    about,
    {
      decision: 'ineligible',
      reasons: [{ code: 'sai-doi-tuong', note: 'ở ngoài tỉnh' }, { code: 'bi-xoa' }],
      ...{ by: 'secretary-7', at: endsAt, final: true, note: 'Nội bộ' },
    },
    plan,
    head,
  ),
  'deadline-reminder': reminderMail(
    { ...about, submission: 0, content: { title: 'Trà' } },
    // Late in the evening of the 30th in UTC, the 31st in Tokyo.
    { closesAt: '2022-07-30T20:00:00.000Z', daysBefore: 7 },
    head,
  ),
  'deadline-change': deadlineChangeMail(
    { key: 'k', to: 'a@example.vn' },
    {
      ...{ from: endsAt, to: '2022-07-30T20:00:00.000Z' },
      ...{ planVersion: 3, reason: 'Bão', documentNumber: '80/QĐ-BTC' },
    },
    head,
  ),
};

describe('each kind of mail', () => {
  it.each(Object.entries(mails))(
    '%s: its id begins with the kind, its text has both languages',
    (kind, mail) => {
      expect(mail.kind).toBe(kind);
      expect(mail.mailId).toMatch(new RegExp(`^${kind}-[a-z0-9-]{1,100}$`));
      expect(mail.subject).toMatch(/^[^\p{Cc}]{1,250}$/u);
      const [vietnamese, english] = mail.text.split('\n---\n');
      expect(vietnamese).toContain(head.edition.vi);
      expect(english).toContain(head.edition.en);
      expect(mail.text).toContain(head.origin);
    },
  );

  it('an invitation, whole', () => {
    expect(mails['invitation']).toEqual({
      mailId: `invitation-${entryId}`,
      kind: 'invitation',
      to: 'a@example.vn',
      subject: 'Mời tham gia cuộc thi: Giám khảo',
      text: `Kính gửi An,

Ban Tổ chức trân trọng mời Ông/Bà tham gia "Cuộc thi" với vai trò Giám khảo.
Ông/Bà vui lòng đăng nhập bằng địa chỉ thư này tại https://contest.example.vn và xác nhận trước 12:00 29/06/2022.
Mở đường dẫn chưa phải là nhận lời: lời mời chỉ được nhận khi Ông/Bà xác nhận sau khi đăng nhập.
Mã lời mời: ${entryId}

---
You are invited to take part in "The contest" as judge.
Please sign in with this e-mail address at https://contest.example.vn and accept before 12:00 29/06/2022.
Opening the link accepts nothing: you accept after signing in.
Invitation: ${entryId}
`,
    });
  });

  it('a receipt has code, time, files with size and hash, key, signature and link', () => {
    const link = 'https://contest.example.vn/editions/e/receipts/KT22-A/2?signature=sig';
    for (const said of [
      'KT22-A',
      '12:00 29/06/2022 (2022-06-29T03:00:00.000Z)',
      '- a.pdf, 12 byte, SHA-256 ab',
      'Khóa ký: k1',
      'Chữ ký: sig',
      link,
    ]) {
      expect(mails['receipt']?.text).toContain(said);
    }
  });

  it('a decision gives the texts of its reasons and notes, and neither who decided nor why alone', () => {
    const text = mails['screening']?.text;
    for (const said of ['- Không đúng đối tượng dự thi: ở ngoài tỉnh', '- bi-xoa']) {
      expect(text).toContain(said);
    }
    for (const kept of ['Nội bộ', 'secretary-7']) expect(text).not.toContain(kept);
  });

  it('tells times by the clocks of the edition', () => {
    expect(mails['deadline-reminder']?.mailId).toBe(`deadline-reminder-${entryId}-7-20220731`);
    expect(mails['deadline-reminder']?.subject).toContain('05:00 31/07/2022');
  });
});

describe('a subject', () => {
  const subjectOf = (subject: string) => letterOf(subject, head.edition).subject;

  it('holds no control of a user’s text', () => {
    expect(subjectOf('Chào\r\nBcc: x@example.vn\u0085\u0000!')).toBe('Chào Bcc: x@example.vn !');
  });

  it('is cut to what a mailer takes, never within a character', () => {
    expect(subjectOf('a'.repeat(longestSubject))).toHaveLength(longestSubject);
    expect(subjectOf('a'.repeat(longestSubject + 1))).toBe(`${'a'.repeat(longestSubject - 1)}…`);
    const pairs = subjectOf('𝔸'.repeat(126));
    expect([pairs.length, pairs.isWellFormed()]).toEqual([249, true]);
  });
});

describe('the outbox', () => {
  const now = '2022-06-15T03:00:00.000Z';
  const of = (review: OutboxMail['kind'][]) => ({
    editionId: 'e',
    plan: { mail: { review, remindDaysBefore: [] } },
  });
  const mail = mails['receipt']!;

  it('holds the kinds that the plan wants read', () => {
    expect(queueMail(mail, of(['receipt']), now)).toEqual({
      ...mail,
      editionId: 'e',
      state: 'held',
      createdAt: now,
      version: 1,
    });
    expect(queueMail(mail, of(['screening']), now).state).toBe('due');
  });

  it('repeats a mail as a new one that nobody has to read again', () => {
    const sent = { ...queueMail(mail, of(['receipt']), now), state: 'sent', sentAt: now } as const;
    const act = { by: 'secretary', at: endsAt };
    expect(repeatMail(sent, 'new', act)).toEqual({
      ...mail,
      editionId: 'e',
      mailId: 'receipt-again-new',
      state: 'due',
      createdAt: endsAt,
      repeats: { mailId: mail.mailId, ...act },
      version: 1,
    });
  });
});

describe('reminders', () => {
  const edition = {
    phase: 'open',
    opensAt: '2022-05-20T01:00:00.000Z',
    closesAt: '2022-07-31T10:00:00.000Z',
  } as const;
  const seven = '2022-07-24T10:00:00.000Z';
  const one = '2022-07-30T10:00:00.000Z';

  it('are those still to come, while the edition is open', () => {
    const ahead = (now: string) => remindersAhead(edition, plan, now).map(({ at }) => at);
    expect(ahead('2022-07-24T09:59:59.999Z')).toEqual([seven, one]);
    expect(ahead(seven)).toEqual([one]);
    expect(ahead(one)).toEqual([]);
    expect(remindersAhead({ phase: 'frozen' }, plan, '2022-06-01T00:00:00.000Z')).toEqual([]);
  });

  it('are due from their time to the close', () => {
    const isDue = (now: string, days = 7, of: Parameters<typeof isReminderDue>[0] = edition) =>
      isReminderDue(of, plan, days, now);
    expect(isDue('2022-07-24T09:59:59.999Z')).toBe(false);
    expect(isDue(seven)).toBe(true);
    expect(isDue('2022-07-31T09:59:59.999Z')).toBe(true);
    expect(isDue(edition.closesAt)).toBe(false);
    expect(isDue(seven, 3)).toBe(false);
    expect(isDue(seven, 7, { ...edition, phase: 'frozen' })).toBe(false);
    expect(isDue(seven, 7, { ...edition, opensAt: one })).toBe(false);
  });
});
