const vi = {
  papers: 'Văn bản và bảng điểm để tải về',
  papersHelp:
    'Mỗi lần lập văn bản đều được ghi nhật ký. Trước khi duyệt, văn bản ghi rõ là bản nháp.',
  kinds: {
    tally: 'Bảng tổng hợp điểm (DOCX)',
    minutes: 'Biên bản họp hội đồng (DOCX)',
    'draft-decision': 'Dự thảo quyết định công nhận kết quả (DOCX)',
    'score-sheet': 'Phiếu chấm của một giám khảo (DOCX)',
  },
  scores: 'Bảng điểm toàn vòng (XLSX)',
  make: 'Lập',
  making: 'Đang lập…',
  download: 'Tải tệp',
  linkUntil: 'Liên kết dùng được trong 60 giây.',
  draft: 'Bản nháp',
  partOf: (part: string, parts: string) => `Phần ${part} trên ${parts}`,
  judge: 'Giám khảo',
  forDecision: 'Cơ quan ban hành và người ký',
  issuer: 'Cơ quan ban hành',
  decidedBy: 'Người, cơ quan quyết định',
  symbol: 'Ký hiệu văn bản (ví dụ QĐ-UBND)',
  place: 'Địa danh',
  position: 'Chức vụ người ký',
  signer: 'Họ tên người ký',
  optional: 'Để trống thì văn bản có dòng chấm để điền tay.',
};

const en: typeof vi = {
  papers: 'Papers and scores to download',
  papersHelp:
    'Each paper that is made is recorded. Before the approval it says that it is a draft.',
  kinds: {
    tally: 'Tally of the scores (DOCX)',
    minutes: "Minutes of the council's meeting (DOCX)",
    'draft-decision': 'Draft of the decision on the result (DOCX)',
    'score-sheet': 'Score sheets of one judge (DOCX)',
  },
  scores: 'Scores of the whole round (XLSX)',
  make: 'Make',
  making: 'Being made…',
  download: 'Download',
  linkUntil: 'The link works for 60 seconds.',
  draft: 'Draft',
  partOf: (part, parts) => `Part ${part} of ${parts}`,
  judge: 'Judge',
  forDecision: 'Who issues and signs it',
  issuer: 'Issuing body',
  decidedBy: 'Who decides',
  symbol: 'Symbol of the document (QĐ-UBND)',
  place: 'Place',
  position: 'Position of the signer',
  signer: 'Name of the signer',
  optional: 'Left empty, the paper has dotted lines to fill in by hand.',
};

/** What is said where papers of a round are made. */
export const paperWords = { vi, en };
