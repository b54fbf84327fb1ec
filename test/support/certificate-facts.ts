import type { Certificate } from '../../lib/contest/certificate.ts';

/** A certificate as it is stored, with what is given. */
export const certificateFacts = (more: Partial<Certificate> = {}): Certificate => ({
  code: '5ZK9Q-7M2WD-0HXYR-NC4TP-8VB3EJ',
  editionId: 'kon-tum-2022',
  planVersion: 1,
  edition: {
    vi: 'Cuộc thi Ý tưởng khởi nghiệp đổi mới sáng tạo tỉnh Kon Tum năm 2022',
    en: 'Kon Tum start-up ideas contest 2022',
  },
  organiser: {
    vi: 'Sở Khoa học và Công nghệ tỉnh Kon Tum',
    en: 'Department of Science and Technology of Kon Tum province',
  },
  timeZone: 'Asia/Ho_Chi_Minh',
  resultVersion: 1,
  digest: 'a'.repeat(64),
  decision: {
    documentNumber: '91/QĐ-UBND',
    issuedOn: '2022-02-05',
    title: 'Về việc công nhận kết quả cuộc thi',
    signer: {
      authority: { kind: 'TM', of: 'ỦY BAN NHÂN DÂN' },
      position: 'CHỦ TỊCH',
      name: 'Lê Ngọc Tuấn',
    },
  },
  prizeId: 'nhat',
  prize: { vi: 'Giải Nhất', en: 'First prize' },
  joint: false,
  entryId: '0198a2c4-6f1d-7c55-9d0e-2b8f6a1c7e43',
  entryCode: 'KT22-0007',
  title: 'Nền tảng truy xuất nguồn gốc sâm Ngọc Linh',
  applicantName: 'Nhóm Sâm Núi',
  members: ['Nguyễn Thị Hồng Đào', 'Y Blô', 'A Thút', 'Trần Đại Nghĩa', "H'Hen Niê"],
  // In the night from 28 February to 1 March there.
  issuedAt: '2022-02-28T18:00:00.000Z',
  issuedBy: 'organiser',
  version: 1,
  ...more,
});
