import type { OfficialDecision } from '../../lib/contest/official-decision.ts';
import type { PublishedResult } from '../../lib/contest/publication.ts';

/** A decision as papers have them. */
export const exampleDecision: OfficialDecision = {
  documentNumber: '91/QĐ-UBND',
  issuedOn: '2022-10-05',
  title: 'Về việc công nhận kết quả',
  signer: {
    authority: { kind: 'KT', of: 'CHỦ TỊCH' },
    position: 'PHÓ CHỦ TỊCH',
    name: 'Lê Ngọc Tuấn',
  },
};

/** A first version of a result, published at 8 in the morning of 10 October 2022 in Kon Tum. */
export const exampleResult: PublishedResult = {
  editionId: 'kon-tum-2022',
  planVersion: 1,
  name: { vi: 'Cuộc thi Kon Tum 2022', en: 'Kon Tum contest 2022' },
  organiser: { vi: 'Sở KH&CN', en: 'The department' },
  timeZone: 'Asia/Ho_Chi_Minh',
  tracks: [
    { id: 'y-tuong', name: { vi: 'Bảng ý tưởng', en: 'Ideas' } },
    { id: 'du-an', name: { vi: 'Bảng dự án', en: 'Projects' } },
    { id: 'trong', name: { vi: 'Bảng trống', en: 'Empty' } },
  ],
  resultVersion: 1,
  state: 'published',
  publishedAt: '2022-10-10T01:00:00.000Z',
  decision: exampleDecision,
  digest: 'd'.repeat(64),
  awards: [],
  earlier: [],
};
