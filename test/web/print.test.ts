import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChromium, whyNoChromium } from '../support/chromium.ts';
import { deskStops, outerStops } from '../support/page-stops.ts';
import { PageVisits } from '../support/page-visits.ts';
import { printed } from '../support/printed-page.ts';

const why = whyNoChromium();
if (why !== undefined) console.warn(`skipped: what is printed: ${why}`);

/** What has to stand on the paper of each page that people print. */
const papers: { readonly [name: string]: readonly string[] } = {
  'result-vi': [
    'Kết quả Cuộc thi Khởi nghiệp đổi mới sáng tạo',
    'Giải Nhất',
    'SHA-256',
    '/QĐ-UBND',
  ],
  'result-en': ['Results', 'First prize', 'Trà túi lọc từ lá Sâm Ngọc Linh'],
  certificate: ['Kiểm tra giấy chứng nhận', 'Giấy chứng nhận có giá trị.', 'Giải Nhất'],
  rules: ['Thể lệ', 'Tính đổi mới sáng tạo', 'Điểm tối đa', 'Nội dung cần đồng ý'],
  'contest-over': ['Các mốc thời gian', 'Giải thưởng', '30.000.000'],
  'receipt-check': ['Giấy xác nhận hợp lệ', 'SHA-256'],
  'receipt-paper': ['Giấy xác nhận đã nhận hồ sơ', 'Chữ ký', 'Kiểm tra'],
  derivation: ['Cách tính kết quả', 'Quy tắc áp dụng', 'Làm tròn'],
  deliberation: ['Tiêu chí', 'Nhận xét gửi thí sinh'],
  'result-approved': ['Bảng xếp hạng', 'Giải Nhất', 'Điểm của giám khảo'],
};

/** Ways around and things to press, which paper has no use for. */
const onScreen = [
  'Đến nội dung chính',
  'Của tôi',
  'English',
  'Tiếng Việt',
  'Tổng quan',
  'Giờ của hệ thống',
];

const stops = [...outerStops, ...deskStops].filter(({ name }) => name in papers);

describe.skipIf(why !== undefined)('on paper', () => {
  let visits: PageVisits;

  beforeAll(async () => {
    visits = new PageVisits(await startChromium());
    await visits.prepare(stops);
  }, 120_000);

  afterAll(async () => {
    await visits?.close();
  });

  test('every page for paper is among those looked at', () => {
    expect(stops.map(({ name }) => name).toSorted()).toEqual(Object.keys(papers).toSorted());
  });

  test.each(stops)('$name', async (stop) => {
    const { page } = await visits.open(stop);
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    const { bytes, text, cut } = await printed(page);
    const folder = process.env.PICTURES;
    if (folder !== undefined) await writeFile(join(folder, `${stop.name}.pdf`), bytes);
    for (const words of papers[stop.name] ?? []) expect(text).toContain(words);
    expect(onScreen.filter((words) => text.includes(words))).toEqual([]);
    expect(cut).toEqual([]);
    // Nothing that can be pressed.
    expect(await page.locator('button:visible, .button:visible, summary:visible').count()).toBe(0);
    await page.emulateMedia({ media: null });
  });
});
