const viWrongs: { readonly [code: string]: string | undefined } = {
  required: 'Cần điền.',
  blank: 'Cần điền.',
  'too-long': 'Dài quá.',
  'too-short': 'Ngắn quá.',
  'too-many-words': 'Nhiều từ quá.',
  'invalid-phone': 'Số điện thoại chưa đúng.',
  'invalid-email': 'Địa chỉ thư chưa đúng.',
  'invalid-tax-code': 'Mã số thuế chưa đúng.',
  'invalid-date': 'Ngày chưa đúng.',
  'invalid-link': 'Đường dẫn chưa đúng hoặc không thuộc trang được phép.',
  'invalid-id': 'Cần chọn.',
  'invalid-code': 'Mã gồm chữ và số, có gạch nối, như trên giấy.',
  'invalid-number': 'Là số từ 1.',
  'invalid-score': 'Số chưa đúng.',
  'invalid-signature': 'Phải có đủ 86 ký tự.',
  'out-of-range': 'Ngoài khoảng cho phép.',
  'not-allowed': 'Không được chọn ở đây.',
  repeated: 'Bị trùng.',
  'several-leads': 'Chỉ có một trưởng nhóm.',
  'lead-missing': 'Cần có trưởng nhóm.',
  'team-too-small': 'Nhóm cần ít nhất hai người.',
  'team-too-large': 'Cá nhân dự thi chỉ có một người.',
  'too-many': 'Nhiều quá.',
  'contributions-not-100': 'Tổng tỷ lệ phải là 100.',
  'enterprise-too-old': 'Doanh nghiệp đăng ký quá lâu so với thể lệ.',
  'document-missing': 'Chưa có.',
  'document-rejected': 'Có tệp không được nhận; gỡ và gửi lại.',
  'too-many-documents': 'Nhiều tệp quá.',
  'confusable-text': 'Có ký tự dễ nhầm, hãy gõ lại.',
  'in-the-past': 'Phải muộn hơn bây giờ.',
  'in-the-future': 'Không được sau hôm nay.',
  'too-early': 'Sớm quá.',
  'above-maximum': 'Lớn quá mức cho phép.',
  'below-minimum': 'Nhỏ quá mức cho phép.',
  'too-far': 'Xa quá (số ngày tối đa).',
  'after-first-round': 'Phải trước khi vòng đầu chấm xong.',
  'no-such-local-time': 'Không có giờ này.',
  'not-later': 'Phải muộn hơn hạn đang có.',
  'after-next-round': 'Không được sau khi vòng kế tiếp chấm xong.',
  'too-large': 'Nhiều quá cho một lần.',
  'control-character': 'Có ký tự không hiển thị được, hãy gõ lại.',
};

const enWrongs: { readonly [code: string]: string | undefined } = {
  required: 'Needed.',
  blank: 'Needed.',
  'too-long': 'Too long.',
  'too-short': 'Too short.',
  'too-many-words': 'Too many words.',
  'invalid-phone': 'Not a telephone number.',
  'invalid-email': 'Not an e-mail address.',
  'invalid-tax-code': 'Not a tax number.',
  'invalid-date': 'Not a date.',
  'invalid-link': 'Not a link, or not to a site that is allowed.',
  'invalid-id': 'Choose one.',
  'invalid-code': 'Letters and digits with a dash, as printed.',
  'invalid-number': 'A number from 1.',
  'invalid-score': 'Not a number that is possible here.',
  'invalid-signature': 'It has 86 characters.',
  'out-of-range': 'Out of range.',
  'not-allowed': 'Not allowed here.',
  repeated: 'There twice.',
  'several-leads': 'There is one lead only.',
  'lead-missing': 'A lead is needed.',
  'team-too-small': 'A team has two people at least.',
  'team-too-large': 'An individual enters alone.',
  'too-many': 'Too many.',
  'contributions-not-100': 'The shares must be 100 together.',
  'enterprise-too-old': 'Registered too long ago for the rules.',
  'document-missing': 'Not there yet.',
  'document-rejected': 'A file was not accepted: remove it and send another.',
  'too-many-documents': 'Too many files.',
  'confusable-text': 'Has look-alike characters: type it again.',
  'in-the-past': 'Has to be later than now.',
  'in-the-future': 'Cannot be after today.',
  'too-early': 'Too early.',
  'above-maximum': 'More than is allowed.',
  'below-minimum': 'Less than is allowed.',
  'too-far': 'Too far away (days at most).',
  'after-first-round': 'Has to be before the first round closes.',
  'no-such-local-time': 'There is no such time.',
  'not-later': 'Has to be later than it is now.',
  'after-next-round': 'Has to be before the next round closes.',
  'too-large': 'Too many at once.',
  'control-character': 'Has invisible characters: type it again.',
};

/** A date as papers have it, anything else as it is. */
const onPaper = (limit: number | string): string =>
  String(limit).replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1');

const vi = {
  choose: 'Chọn…',
  wrong: (code: string, limit?: number | string) => {
    const most = limit === undefined ? '' : ` (${onPaper(limit)})`;
    return `${viWrongs[code] ?? 'Chưa đúng.'}${most}`;
  },
  saving: {
    saved: 'Đã lưu.',
    waiting: 'Chưa lưu…',
    saving: 'Đang lưu…',
    offline: 'Mất mạng: chưa lưu, sẽ tự lưu khi có mạng. Đừng đóng trang này.',
    'signed-out': 'Phiên đăng nhập đã hết: chưa lưu. Đăng nhập lại, phần đang viết sẽ tự lưu.',
    refused: 'Chưa lưu được.',
    elsewhere: 'Hồ sơ đã được sửa ở nơi khác; những gì bạn vừa viết chưa được lưu.',
  },
  takeTheirs: 'Bỏ phần vừa viết, lấy bản mới',
  open: 'Mở',
};

const en: typeof vi = {
  choose: 'Choose…',
  wrong: (code, limit) => {
    const most = limit === undefined ? '' : ` (${onPaper(limit)})`;
    return `${enWrongs[code] ?? 'Not right.'}${most}`;
  },
  saving: {
    saved: 'Saved.',
    waiting: 'Not saved yet…',
    saving: 'Saving…',
    offline: 'No connection: not saved, it will be once you are online. Keep this page open.',
    'signed-out': 'You are signed out: not saved. Sign in again and it will be.',
    refused: 'It could not be saved.',
    elsewhere: 'The entry was changed elsewhere; what you just wrote is not saved.',
  },
  takeTheirs: 'Drop what I wrote, take the new one',
  open: 'Open',
};

/** What forms and saving say. */
export const uiWords = { vi, en };
