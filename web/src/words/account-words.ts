const vi = {
  newEdition: 'Tạo cuộc thi mới',
  signInHelp:
    'Đăng nhập bằng địa chỉ thư điện tử; mã đăng nhập được gửi vào thư. Không cần mật khẩu.',
  signOut: 'Đăng xuất',
  myEntries: 'Hồ sơ của tôi',
  noEntries: 'Bạn chưa có hồ sơ nào.',
  invitations: 'Lời mời',
  until: 'Đến hết',
  accept: 'Nhận lời',
  decline: 'Từ chối',
  declineAsk: 'Từ chối lời mời này? Không nhận lại được, trừ khi được mời lần nữa.',
  roles: { organiser: 'Ban Tổ chức', secretary: 'Tổ thư ký', judge: 'Giám khảo' },
  states: {
    draft: 'Bản nháp',
    submitted: 'Đã nộp',
    eligible: 'Hợp lệ',
    ineligible: 'Không hợp lệ',
    withdrawn: 'Đã rút',
  },
  teamRoles: { editor: 'cùng sửa hồ sơ', viewer: 'chỉ xem hồ sơ' },
  judgeDesk: 'Bàn giám khảo',
  organiserDesk: 'Bàn làm việc của Ban Tổ chức',
};

const en: typeof vi = {
  newEdition: 'Set a contest up',
  signInHelp: 'Sign in with your e-mail address; a code comes by mail. There is no password.',
  signOut: 'Sign out',
  myEntries: 'My entries',
  noEntries: 'You have no entry yet.',
  invitations: 'Invitations',
  until: 'Until',
  accept: 'Accept',
  decline: 'Decline',
  declineAsk: 'Decline this invitation? It cannot be undone, unless you are invited again.',
  roles: { organiser: 'Organiser', secretary: 'Secretary', judge: 'Judge' },
  states: {
    draft: 'Draft',
    submitted: 'Handed in',
    eligible: 'Eligible',
    ineligible: 'Not eligible',
    withdrawn: 'Withdrawn',
  },
  teamRoles: { editor: 'edits the entry', viewer: 'reads the entry' },
  judgeDesk: 'Judging',
  organiserDesk: "The organisers' desk",
};

/** What the pages of an account say. */
export const accountWords = { vi, en };
