const vi = {
  certificate: 'Giấy chứng nhận',
  certificateHelp: 'Mã in ở cuối giấy chứng nhận, 26 chữ và số. Gạch nối và chữ thường đều được.',
  certificateCode: 'Mã giấy chứng nhận',
  notACode: 'Mã phải có 26 chữ số và chữ cái. Xem lại từng nhóm.',
  noCertificate:
    'Không có giấy chứng nhận nào mang mã này. Xem lại từng ký tự; nếu đúng, giấy này không do Ban Tổ chức cấp.',
  receipt: 'Giấy xác nhận đã nhận hồ sơ',
  receiptHelp: 'Chép từ thư xác nhận hoặc giấy đã in.',
  entryCode: 'Mã hồ sơ',
  submission: 'Lần nộp',
  signature: 'Chữ ký',
  signatureHelp: '86 chữ, số, dấu gạch trong mục “Chữ ký”.',
  check: 'Kiểm tra',
  results: 'Kết quả đã công bố',
};

const en: typeof vi = {
  certificate: 'Certificate',
  certificateHelp: 'The code at its foot: 26 letters and digits. Small letters will do.',
  certificateCode: 'Code of the certificate',
  notACode: 'The code has 26 letters and digits. Look at each group again.',
  noCertificate:
    'No certificate has this code. Look at each letter again; if all are right, it was never issued here.',
  receipt: 'Receipt of an entry',
  receiptHelp: 'Copy it from the mail or from the print.',
  entryCode: 'Code of the entry',
  submission: 'Submission',
  signature: 'Signature',
  signatureHelp: '86 letters, digits and dashes.',
  check: 'Check',
  results: 'Published results',
};

/** What the page says on which certificates and receipts are checked. */
export const checkWords = { vi, en };
