import type { LocalDate } from '../contest/local-date.ts';

/** All words of a certificate that are not in the plan, the entry or the decision. */
export const words = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  heading: { vi: 'GIẤY CHỨNG NHẬN', en: 'CERTIFICATE OF AWARD' },
  joint: { vi: 'đồng giải', en: 'shared' },
  given: { vi: 'Trao tặng', en: 'Presented to' },
  members: { vi: 'Thành viên:', en: 'Members:' },
  with: { vi: 'Dự án, ý tưởng', en: 'Project' },
  code: { vi: 'Mã số dự thi', en: 'Entry' },
  check: { vi: 'Kiểm tra giấy chứng nhận', en: 'Check this certificate' },
} as const;

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "5 February 2022". */
export function englishDate(date: LocalDate): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return `${day} ${months[month - 1] ?? ''} ${year}`;
}
