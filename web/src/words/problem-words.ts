import type { ProblemCode } from '../../../lib/contract/problems.ts';
import type { Language } from '../language.tsx';

type Messages = { readonly [code in ProblemCode]: string };

const vi: Messages = {
  'malformed-json': 'Trang gửi dữ liệu không đúng dạng. Tải lại trang rồi thử lại.',
  'invalid-parameter': 'Địa chỉ của trang không đúng. Kiểm tra lại đường dẫn.',
  'unknown-parameter': 'Địa chỉ của trang có phần thừa. Kiểm tra lại đường dẫn.',
  'cursor-invalid': 'Danh sách đã thay đổi. Xem lại từ đầu.',
  'idempotency-key-missing': 'Trang gửi thiếu dữ liệu. Tải lại trang rồi thử lại.',
  'idempotency-key-invalid': 'Trang gửi sai dữ liệu. Tải lại trang rồi thử lại.',
  unauthenticated: 'Phiên đăng nhập đã hết. Đăng nhập lại để tiếp tục.',
  forbidden: 'Tài khoản này không được làm việc này.',
  'conflict-of-interest': 'Có xung đột lợi ích nên không thể tiếp tục.',
  'second-person-required': 'Việc này phải do người thứ hai làm.',
  'not-found': 'Không tìm thấy.',
  'method-not-allowed': 'Không làm được việc này ở đây.',
  'phase-closed': 'Hiện không trong thời gian cho phép. Giờ hệ thống nhận được là giờ quyết định.',
  'state-conflict': 'Trạng thái hiện tại không cho phép.',
  'entry-incomplete': 'Hồ sơ còn thiếu. Bổ sung các mục được nêu rồi nộp lại.',
  'upload-incomplete': 'Có tệp chưa tải lên xong.',
  'duplicate-entry': 'Cuộc thi đã có hồ sơ trùng tên hoặc trùng mã số thuế.',
  'limit-reached': 'Đã đến giới hạn của thể lệ.',
  'scan-pending': 'Tệp đang được kiểm tra. Thử lại sau một phút.',
  'rubric-changed': 'Tiêu chí chấm đã thay đổi. Tải lại phiếu điểm.',
  'rules-changed': 'Thể lệ đã thay đổi. Đọc lại rồi đồng ý với bản mới.',
  'digest-changed': 'Kết quả không còn là bản đã xem. Xem lại rồi duyệt.',
  'already-published': 'Kết quả đã được công bố.',
  'already-exists': 'Đã có rồi.',
  'invitation-expired': 'Lời mời đã hết hạn. Liên hệ Ban Tổ chức để được mời lại.',
  'in-progress': 'Việc này đang được xử lý. Chờ giây lát.',
  'precondition-failed': 'Nội dung đã được sửa ở nơi khác. Tải lại rồi sửa tiếp.',
  'payload-too-large': 'Nội dung quá dài.',
  'unsupported-media-type': 'Trang gửi sai dạng dữ liệu. Tải lại trang.',
  'validation-failed': 'Có chỗ chưa đúng. Sửa các mục được nêu.',
  'quota-exceeded': 'Không còn chỗ cho tệp này.',
  'file-rejected': 'Tệp không được nhận. Tải lên tệp đã sửa.',
  'idempotency-key-reused': 'Yêu cầu này đã được gửi. Tải lại trang.',
  'precondition-required': 'Trang gửi thiếu dữ liệu. Tải lại trang.',
  'too-many-requests': 'Có quá nhiều yêu cầu. Chờ giây lát rồi thử lại.',
  'header-fields-too-large': 'Trình duyệt gửi quá nhiều dữ liệu. Xóa cookie rồi thử lại.',
  'internal-error': 'Hệ thống gặp lỗi. Thử lại; nếu vẫn lỗi, báo mã yêu cầu cho Ban Tổ chức.',
  unavailable: 'Hệ thống đang bận. Thử lại sau ít giây.',
};

const en: Messages = {
  'malformed-json': 'The page sent something malformed. Reload it and try again.',
  'invalid-parameter': 'The address of the page is wrong. Check the link.',
  'unknown-parameter': 'The address of the page has something it should not. Check the link.',
  'cursor-invalid': 'The list has changed. Start from its beginning.',
  'idempotency-key-missing': 'The page sent too little. Reload it and try again.',
  'idempotency-key-invalid': 'The page sent something wrong. Reload it and try again.',
  unauthenticated: 'You are signed out. Sign in again to go on.',
  forbidden: 'This account may not do that.',
  'conflict-of-interest': 'A conflict of interest stands in the way.',
  'second-person-required': 'A second person has to do this.',
  'not-found': 'There is nothing here.',
  'method-not-allowed': 'That cannot be done here.',
  'phase-closed': 'This is not open now. The time at which the system received it decides.',
  'state-conflict': 'The present state does not allow this.',
  'entry-incomplete': 'The entry is not complete. Add what is named, then hand it in.',
  'upload-incomplete': 'A file is not there yet.',
  'duplicate-entry': 'The contest has an entry of this title or tax number already.',
  'limit-reached': 'A limit of the rules is reached.',
  'scan-pending': 'The file is still being checked. Try again in a minute.',
  'rubric-changed': 'The criteria changed. Load the sheet again.',
  'rules-changed': 'The rules changed. Read them again and agree to the new version.',
  'digest-changed': 'The result is no longer the one you saw. Look at it again.',
  'already-published': 'The result is already published.',
  'already-exists': 'It is already there.',
  'invitation-expired': 'The invitation has expired. Ask the organisers for a new one.',
  'in-progress': 'This is being carried out. Wait a moment.',
  'precondition-failed': 'It was changed elsewhere. Load it again, then go on.',
  'payload-too-large': 'That is too long.',
  'unsupported-media-type': 'The page sent the wrong kind of data. Reload it.',
  'validation-failed': 'Something is not right. Correct what is named.',
  'quota-exceeded': 'There is no room for this file.',
  'file-rejected': 'The file was not accepted. Upload a corrected one.',
  'idempotency-key-reused': 'This was sent before. Reload the page.',
  'precondition-required': 'The page sent too little. Reload it.',
  'too-many-requests': 'Too many requests. Wait a moment and try again.',
  'header-fields-too-large': 'Your browser sends too much. Clear its cookies and try again.',
  'internal-error':
    'The system has a fault. Try again; if it stays, tell the organisers the request id.',
  unavailable: 'The system is busy. Try again in a few seconds.',
};

const isCode = (code: string): code is ProblemCode => Object.hasOwn(vi, code);

/** What a "no" of the server means, for people; with the id to report where it is a fault. */
export function messageFor(language: Language, code: string, requestId?: string): string {
  const messages = language === 'vi' ? vi : en;
  const message = messages[isCode(code) ? code : 'unavailable'];
  return code === 'internal-error' && requestId !== undefined
    ? `${message} (${requestId})`
    : message;
}
