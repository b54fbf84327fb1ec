import { type LetterHead, letterOf } from './letter.ts';
import { formatLocal } from './local-time.ts';
import type { NewMail } from './outbox.ts';
import type { Invitation } from './people.ts';
import type { TeamInvitation } from './team-invitation.ts';

const roleNames = {
  organiser: { vi: 'Ban Tổ chức', en: 'organiser' },
  secretary: { vi: 'Tổ Thư ký', en: 'secretary' },
  judge: { vi: 'Giám khảo', en: 'judge' },
} as const;

/** The id of the mail about an offered role. */
export const invitationMailId = (invitationId: string): string => `invitation-${invitationId}`;

/** A role is offered. The mail only tells where to go: opening the link accepts nothing. */
export function invitationMail(
  invitation: Pick<Invitation, 'invitationId' | 'email' | 'name' | 'role' | 'endsAt'>,
  { edition, timeZone, origin }: LetterHead,
): NewMail {
  const { invitationId, email, name, role, endsAt } = invitation;
  const until = formatLocal(endsAt, timeZone);
  const title = roleNames[role];
  const said = {
    vi: `Kính gửi ${name},

Ban Tổ chức trân trọng mời Ông/Bà tham gia "${edition.vi}" với vai trò ${title.vi}.
Ông/Bà vui lòng đăng nhập bằng địa chỉ thư này tại ${origin} và xác nhận trước ${until}.
Mở đường dẫn chưa phải là nhận lời: lời mời chỉ được nhận khi Ông/Bà xác nhận sau khi đăng nhập.
Mã lời mời: ${invitationId}`,
    en: `You are invited to take part in "${edition.en}" as ${title.en}.
Please sign in with this e-mail address at ${origin} and accept before ${until}.
Opening the link accepts nothing: you accept after signing in.
Invitation: ${invitationId}`,
  };
  const subject = `Mời tham gia cuộc thi: ${title.vi}`;
  return {
    mailId: invitationMailId(invitationId),
    kind: 'invitation',
    to: email,
    ...letterOf(subject, said),
  };
}

const partNames = {
  editor: { vi: 'cùng soạn hồ sơ', en: 'to work on it' },
  viewer: { vi: 'xem hồ sơ', en: 'to read it' },
} as const;

/** A part in a team is offered; opening the link accepts nothing. */
export function teamInvitationMail(
  invitation: Pick<
    TeamInvitation,
    'entryId' | 'invitationId' | 'email' | 'name' | 'role' | 'code' | 'title' | 'endsAt'
  >,
  { edition, timeZone, origin }: LetterHead,
): NewMail {
  const { entryId, invitationId, email, name, role, code, title, endsAt } = invitation;
  const until = formatLocal(endsAt, timeZone);
  const part = partNames[role];
  const said = {
    vi: `Kính gửi ${name},

Nhóm dự thi của hồ sơ ${code} ("${title}") tại "${edition.vi}" mời bạn tham gia để ${part.vi}.
Vui lòng đăng nhập bằng địa chỉ thư này tại ${origin} và xác nhận trước ${until}.
Mở đường dẫn chưa phải là nhận lời. Nếu không quen nhóm này, xin bỏ qua thư.
Mã lời mời: ${invitationId}`,
    en: `The team of the entry ${code} in "${edition.en}" invites you ${part.en}.
Please sign in with this e-mail address at ${origin} and accept before ${until}.
Opening the link accepts nothing. If you do not know the team, ignore this mail.
Invitation: ${invitationId}`,
  };
  return {
    mailId: `team-invitation-${invitationId}`,
    kind: 'team-invitation',
    to: email,
    entryId,
    ...letterOf(`Mời tham gia nhóm dự thi ${code}`, said),
  };
}
