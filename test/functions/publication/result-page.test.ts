import { gzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import * as z from 'zod';
import { pageLanguages } from '../../../functions/publication/page-words.ts';
import { resultFiles } from '../../../functions/publication/result-files.ts';
import { resultPage } from '../../../functions/publication/result-page.ts';
import type { PublishedAward } from '../../../lib/contest/public-award.ts';
import type { PublishedResult } from '../../../lib/contest/publication.ts';
import { exampleResult } from '../../support/published-result.ts';

const prizes = [
  { prizeId: 'nhat', prize: { vi: 'Giải Nhất', en: 'First prize' } },
  { prizeId: 'nhi', prize: { vi: 'Giải Nhì', en: 'Second prize' } },
] as const;

const awardOf = (at: number, changes: Partial<PublishedAward> = {}): PublishedAward => ({
  ...(at === 0 ? prizes[0] : prizes[1]),
  rank: at + 1,
  joint: at > 0,
  entryId: `PRIVATE-${at}`,
  code: `KT22-00${at}`,
  title: `Trà sâm số ${at}`,
  trackId: at % 2 === 0 ? 'y-tuong' : 'du-an',
  applicantName: `Nhóm ${at}`,
  ...changes,
});

const first: PublishedResult = {
  ...exampleResult,
  awards: [0, 1, 2].map((at) => awardOf(at)),
};
const earlier = {
  resultVersion: 1,
  state: 'published' as const,
  publishedAt: first.publishedAt,
  documentNumber: '91/QĐ-UBND',
};
const second: PublishedResult = {
  ...first,
  resultVersion: 2,
  reason: 'Nhầm thứ hạng',
  earlier: [earlier],
};
const third: PublishedResult = {
  ...second,
  resultVersion: 3,
  state: 'retracted',
  reason: 'Vi phạm thể lệ',
  awards: [],
  earlier: [earlier, { ...earlier, resultVersion: 2 }],
};

const pageOf = (result: PublishedResult, language: 'vi' | 'en' = 'vi', isNewest = true) =>
  resultPage(result, { language, isNewest });
/** What a reader sees: text without markup, white space as one. */
const seen = (page: string): string =>
  page
    .replace(/<style>.*?<\/style>/su, '')
    .replace(/<[^>]+>/gu, ' ')
    .replace(/\s+/gu, ' ');

const isVoid = new Set(['meta', 'link', 'br', 'img', 'hr', 'input']);

/** Where elements do not nest, are no elements of ours, or have an attribute twice. */
function markupFaults(page: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const body = page.replace(/<style>.*?<\/style>/su, '<style></style>');
  if (!body.startsWith('<!doctype html>\n<html lang="')) faults.push('no doctype or language');
  for (const [tag, close, name = '', attributes = ''] of body
    .slice('<!doctype html>'.length)
    .matchAll(/<(\/?)([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)>|[<>]/gu)) {
    if (name === '') faults.push(`a stray ${tag}`);
    const names = [...attributes.matchAll(/ ([a-z-]+)=/gu)].map(([, one]) => one);
    if (new Set(names).size < names.length) faults.push(`twice the same in ${tag}`);
    if (name === '' || isVoid.has(name)) continue;
    if (close === '') open.push(name);
    else if (open.pop() !== name) faults.push(`${tag} closes another`);
  }
  if (/&(?!(?:amp|lt|gt|quot|#39);)/u.test(body)) faults.push('a stray &');
  return [...faults, ...open.map((name) => `${name} stays open`)];
}

describe('the page of a result', () => {
  it('tells winners by prize and by track, and the decision with its signer', () => {
    const vi = seen(pageOf(first));
    expect(vi).toContain(
      'Quyết định số 91/QĐ-UBND ngày 05/10/2022: Về việc công nhận kết quả Người ký: KT. CHỦ TỊCH, PHÓ CHỦ TỊCH, Lê Ngọc Tuấn',
    );
    expect(vi).toContain(
      'Theo giải thưởng Giải Nhất Trà sâm số 0 Nhóm 0 KT22-000 Giải Nhì Trà sâm số 1 (đồng giải) Nhóm 1 KT22-001 Trà sâm số 2 (đồng giải) Nhóm 2 KT22-002 Theo bảng thi',
    );
    const head = 'Giải Tên ý tưởng, dự án Mã số';
    expect(vi).toContain(
      `Bảng ý tưởng ${head} Giải Nhất Trà sâm số 0 KT22-000 Giải Nhì Trà sâm số 2 KT22-002 Bảng dự án ${head} Giải Nhì Trà sâm số 1 KT22-001`,
    );
    expect(vi).not.toContain('Bảng trống');
    expect(vi).toContain('Phiên bản 1. Công bố lúc 08:00 10/10/2022.');
    const en = seen(pageOf(first, 'en'));
    expect(en).toContain('Results: Kon Tum contest 2022');
    expect(en).toContain('By prize First prize Trà sâm số 0 Nhóm 0 KT22-000 Second prize');
    expect(en).toContain('By track Ideas Prize Title Code First prize');
  });

  it('leads to its other language, both ways', () => {
    for (const language of pageLanguages) {
      const page = pageOf(first, language);
      expect(page).toContain(`<html lang="${language}">`);
    }
    expect(pageOf(first)).toContain('<a href="en.html" hreflang="en" lang="en">English</a>');
    const old = pageOf(first, 'en', false);
    expect(old).toContain('<a href="1.html" hreflang="vi" lang="vi">Tiếng Việt</a>');
  });

  it('says why it was corrected, and leads to what was before and what is now', () => {
    const page = pageOf(second);
    expect(seen(page)).toContain('Kết quả này đính chính phiên bản trước. Lý do: Nhầm thứ hạng');
    expect(page).toContain('<a href="versions/1.html">Phiên bản 1</a>');
    const old = pageOf(first, 'vi', false);
    expect(seen(old)).toContain('Phiên bản này đã được thay thế.');
    expect(old).toContain('href="../index.html"');
    expect(pageOf(second, 'en', false)).toContain('<a href="1.en.html">Version 1</a>');
  });

  it('says that it was retracted, and shows no award then', () => {
    const page = pageOf(third);
    expect(seen(page)).toContain('Kết quả đã được thu hồi. Lý do: Vi phạm thể lệ');
    expect(page).not.toContain('Trà sâm');
    expect(seen(page)).not.toContain('Theo giải thưởng');
    expect(seen(pageOf(third, 'en'))).toContain('The result has been retracted.');
  });

  it('says so when nobody got a prize', () => {
    expect(seen(pageOf({ ...first, awards: [] }))).toContain('Không có giải nào được trao.');
  });

  const hostile = awardOf(0, {
    title: '</p><script>alert(1)</script> & "\' <b>',
    applicantName: '<img src=x onerror=alert(1)>',
  });
  const unranked = awardOf(1);
  const all = {
    first,
    second,
    third,
    'one full of markup': { ...first, awards: [hostile], name: { vi: '<h1>&', en: '"<' } },
    'one without awards': { ...first, awards: [] },
    'one without ranks': { ...first, awards: [{ ...unranked, joint: false }] },
  } as const;
  test.each(Object.entries(all))('is well-formed and asks nobody for anything: %s', (_, result) => {
    for (const language of pageLanguages) {
      for (const isNewest of [true, false]) {
        const page = pageOf(result, language, isNewest);
        expect(markupFaults(page)).toEqual([]);
        expect(page).not.toMatch(/<script|<[^>]* (?:src|on[a-z]+)=|https?:|url\(|@import/iu);
        expect(page).toContain('@media print');
      }
    }
  });

  it('has faults that would be found', () => {
    const wrong = ['<p>', '</p>', '<p class="a" class="b"></p>', 'a & b', 'a < b'];
    const [head, tail] = pageOf(first).split('<footer>');
    for (const part of wrong) {
      expect(markupFaults(`${head}${part}<footer>${tail}`)).not.toEqual([]);
    }
  });

  it('of 300 winners with long summaries is sent in 50 KB at most', () => {
    const words = 'khởi nghiệp đổi mới sáng tạo Măng Đen dược liệu cà phê du lịch bản làng'.split(
      ' ',
    );
    let seed = 1;
    const word = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return `${words[seed % words.length]}${seed % 97}`;
    };
    const sentence = (length: number) => Array.from({ length }, word).join(' ');
    const awards = Array.from({ length: 300 }, (__, at) =>
      awardOf(at, { title: sentence(8), publicSummary: sentence(25), applicantName: sentence(4) }),
    );
    for (const language of pageLanguages) {
      const size = gzipSync(pageOf({ ...first, awards }, language)).length;
      expect(size).toBeGreaterThan(10_000);
      expect(size).toBeLessThanOrEqual(50 * 1024);
    }
  });
});

describe('the files of a result', () => {
  const files = resultFiles([first, second, third]);
  const textOf = (name: string) => files.find((file) => file.name === name)?.text ?? '';
  const folder = 'results/kon-tum-2022';

  it('never hold what is nobody’s', () => {
    for (const { text } of files) expect(text).not.toMatch(/PRIVATE|planVersion/u);
  });

  it('link to files that are there, and the newest pages come last', () => {
    const names = new Set(files.map(({ name }) => name));
    for (const { name, text } of files.filter((file) => file.name.endsWith('.html'))) {
      for (const [, href = ''] of text.matchAll(/href="([^"]+)"/gu)) {
        // The icon is a file of the pages.
        if (href === '/icon.svg') continue;
        const target = new URL(href, `https://contest.example.vn/${name}`).pathname.slice(1);
        expect([name, target, names.has(target)]).toEqual([name, target, true]);
      }
    }
    expect(files.slice(-3).map(({ name }) => name)).toEqual(
      ['results.json', 'en.html', 'index.html'].map((name) => `${folder}/${name}`),
    );
  });

  it('have data that their schema takes, and no other', () => {
    const text = textOf('results/results.schema.json');
    expect(text).not.toContain('#/components/');
    const schema = z.fromJSONSchema(JSON.parse(text));
    for (const n of [1, 2, 3]) {
      const data = JSON.parse(textOf(`${folder}/versions/${n}.json`));
      expect(schema.safeParse(data).success).toBe(true);
      for (const name of ['digest', 'decision', 'awards', 'state', 'publishedAt']) {
        const { [name]: _, ...lacking } = data;
        expect([name, schema.safeParse(lacking).success]).toEqual([name, false]);
      }
      expect(schema.safeParse({ ...data, state: 'secret' }).success).toBe(false);
    }
    expect(textOf(`${folder}/results.json`)).toBe(textOf(`${folder}/versions/3.json`));
  });

  it('are none before there is a version', () => {
    expect(resultFiles([])).toEqual([]);
  });
});
