import { inflateSync } from 'node:zlib';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { drawCertificate } from '../../lib/certificates/draw-certificate.ts';
import { certificateFacts } from '../support/certificate-facts.ts';
import { readPdf } from '../support/read-pdf.ts';

const origin = 'https://contest.example.vn';
const certificate = certificateFacts();
const address = `${origin}/certificates/${certificate.code}`;

/** The page's own strokes, as they are written. */
function strokesOf(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  const strokes: string[] = [];
  for (const { index, 0: head } of text.matchAll(/\/Filter \/FlateDecode\n>>\nstream\n/gu)) {
    const start = index + head.length;
    const unpacked = inflateSync(bytes.subarray(start, text.indexOf('\nendstream', start)));
    if (unpacked.includes(' re\n')) strokes.push(unpacked.toString('latin1'));
  }
  return strokes.join('\n');
}

describe('a certificate', () => {
  it('is one page of landscape A4 that says everything in NFC, with its fonts and nothing that acts', async () => {
    const { lines, info, view, ...read } = await readPdf(
      await drawCertificate(certificate, origin),
    );
    expect(lines).toEqual([
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH KON TUM',
      'Department of Science and Technology of Kon Tum province',
      'GIẤY CHỨNG NHẬN',
      'CERTIFICATE OF AWARD',
      'GIẢI NHẤT',
      'First prize',
      'Trao tặng / Presented to',
      'Nhóm Sâm Núi',
      "Thành viên: Nguyễn Thị Hồng Đào, Y Blô, A Thút, Trần Đại Nghĩa, H'Hen Niê",
      'Dự án, ý tưởng: “Nền tảng truy xuất nguồn gốc sâm Ngọc Linh”',
      'Mã số dự thi: KT22-0007 · Cuộc thi Ý tưởng khởi nghiệp đổi mới sáng tạo tỉnh Kon Tum năm 2022',
      'Kon Tum start-up ideas contest 2022',
      'Theo Quyết định số 91/QĐ-UBND ngày 05 tháng 02 năm 2022',
      'By Decision No. 91/QĐ-UBND of 5 February 2022',
      'Kiểm tra giấy chứng nhận / Check this certificate',
      certificate.code,
      address,
      'Ngày 01 tháng 3 năm 2022',
      'TM. ỦY BAN NHÂN DÂN',
      'CHỦ TỊCH',
      'Lê Ngọc Tuấn',
    ]);
    expect(lines.map((line) => line.normalize('NFC'))).toEqual(lines);
    expect(view.map(Math.round)).toEqual([0, 0, 842, 595]);
    expect(read).toEqual({
      pages: 1,
      fonts: [
        { face: expect.stringMatching(/^[A-Z]{6}\+Tinos-Bold$/), missingFile: false },
        { face: expect.stringMatching(/^[A-Z]{6}\+Tinos-Italic$/), missingFile: false },
        { face: expect.stringMatching(/^[A-Z]{6}\+BeVietnamPro-Regular$/), missingFile: false },
        { face: expect.stringMatching(/^[A-Z]{6}\+Tinos(-Regular)?$/), missingFile: false },
      ],
      links: [{ subtype: 'Link', url: address }],
      scripts: null,
      attachments: null,
    });
    expect(info).toMatchObject({
      Title: 'GIẤY CHỨNG NHẬN - Giải Nhất - KT22-0007',
      Author: 'Sở Khoa học và Công nghệ tỉnh Kon Tum',
      Language: 'vi-VN',
      CreationDate: 'D:20220228180000Z',
    });
  });

  it('comes to the same bytes each time, and to others for another code', async () => {
    const first = await drawCertificate(certificate, origin);
    expect((await drawCertificate(certificate, origin)).equals(first)).toBe(true);
    const other = { ...certificate, code: '00000-00000-00000-00000-000000' };
    expect((await drawCertificate(other, origin)).equals(first)).toBe(false);
  });

  it('carries the address as a code of whole squares, module for module', async () => {
    const strokes = strokesOf(await drawCertificate(certificate, origin));
    const boxes = [...strokes.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$/gmu)]
      .map((found) => found.slice(1).map(Number))
      // The two lines around the page are wider.
      .filter(([, , width = 0]) => width < 100);
    const { data, size } = encode(address, { ecc: 'M', border: 0 });
    const module = 76 / size;
    const drawn = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
    for (const [x = 0, y = 0, width = 0, height = 0] of boxes) {
      expect(height).toBeCloseTo(module, 3);
      const column = Math.round((x - 62) / module);
      const row = drawn[Math.round((y - 448) / module)]!;
      row.fill(true, column, column + Math.round(width / module));
    }
    expect(drawn).toEqual(data);
  });

  it('names nobody who does not agree to it', async () => {
    const { applicantName, members, ...rest } = certificate;
    const { lines } = await readPdf(await drawCertificate({ ...rest, members: [] }, origin));
    const text = lines.join('\n');
    expect([applicantName!, ...members].filter((name) => text.includes(name))).toEqual([]);
    expect(text).not.toContain('Trao tặng');
    expect(text).toContain(certificate.title);
  });

  it('says that a prize is shared, and takes a signer without an authority', async () => {
    const { decision } = certificate;
    const signer = { position: 'Giám đốc', name: 'Y Blô' };
    const one = certificateFacts({ joint: true, members: [], decision: { ...decision, signer } });
    const { lines } = await readPdf(await drawCertificate(one, origin));
    expect(lines.slice(6, 8)).toEqual(['GIẢI NHẤT (đồng giải)', 'First prize (shared)']);
    expect(lines.slice(-2)).toEqual(['GIÁM ĐỐC', 'Y Blô']);
  });

  it.each([
    [
      'long ones',
      { applicantName: 'Công ty Cổ phần '.repeat(12).trim(), title: 'Đổi mới '.repeat(25).trim() },
    ],
    ['one word', { applicantName: 'Ư'.repeat(200), title: 'W'.repeat(200) }],
    [
      'fifty members',
      {
        members: Array.from(
          { length: 50 },
          (_, index) => `Nguyễn ${'Nghiêng '.repeat(11)}${index}`,
        ),
      },
    ],
  ])('stays one page that loses nothing with %s', async (_, more) => {
    const one = certificateFacts(more);
    const { lines, pages } = await readPdf(await drawCertificate(one, origin));
    expect(pages).toBe(1);
    const bare = (text: string) => text.replaceAll(' ', '');
    const text = bare(lines.join(''));
    for (const said of [one.applicantName!, one.title, ...one.members]) {
      expect(text.includes(bare(said))).toBe(true);
    }
  });
});
