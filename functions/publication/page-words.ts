import type { Text } from '../../lib/contest/plan.ts';

/** The languages in which the result can be read. */
export const pageLanguages = ['vi', 'en'] as const;

export type PageLanguage = (typeof pageLanguages)[number];

/** All words of the result's pages, in one place. */
export const words = {
  result: { vi: 'Kết quả', en: 'Results:' },
  other: { vi: 'English', en: 'Tiếng Việt' },
  byPrize: { vi: 'Theo giải thưởng', en: 'By prize' },
  byTrack: { vi: 'Theo bảng thi', en: 'By track' },
  prize: { vi: 'Giải', en: 'Prize' },
  code: { vi: 'Mã số', en: 'Code' },
  title: { vi: 'Tên ý tưởng, dự án', en: 'Title' },
  joint: { vi: '(đồng giải)', en: '(shared)' },
  decision: { vi: 'Quyết định số', en: 'Decision no.' },
  dated: { vi: 'ngày', en: 'of' },
  signedBy: { vi: 'Người ký:', en: 'Signed by' },
  publishedAt: { vi: 'Công bố lúc', en: 'Published at' },
  version: { vi: 'Phiên bản', en: 'Version' },
  corrected: {
    vi: 'Kết quả này đính chính phiên bản trước.',
    en: 'This corrects an earlier version.',
  },
  retracted: { vi: 'Kết quả đã được thu hồi.', en: 'The result has been retracted.' },
  retraction: { vi: 'thu hồi', en: 'retraction' },
  replaced: {
    vi: 'Phiên bản này đã được thay thế. Xem kết quả hiện hành.',
    en: 'This version has been replaced. See the current result.',
  },
  reason: { vi: 'Lý do:', en: 'Reason:' },
  history: { vi: 'Các phiên bản trước', en: 'Earlier versions' },
  noAwards: { vi: 'Không có giải nào được trao.', en: 'No prize was awarded.' },
  data: { vi: 'Dữ liệu', en: 'Data' },
  schema: { vi: 'Lược đồ dữ liệu', en: 'Its JSON Schema' },
} as const satisfies { readonly [name: string]: Text };
