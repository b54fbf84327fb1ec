import { describe, expect, it } from 'vitest';
import { roundOf } from '../../lib/contest/plan.ts';
import { decisionOf } from '../../lib/papers/decision-model.ts';
import { decisionPaper } from '../../lib/papers/decision-paper.ts';
import { minutesPaper } from '../../lib/papers/minutes-paper.ts';
import type { Paper } from '../../lib/papers/paper.ts';
import { renderPaper } from '../../lib/papers/render-paper.ts';
import { partsOf, scoreSheetPages } from '../../lib/papers/score-sheet-model.ts';
import { scoreSheetPaper } from '../../lib/papers/score-sheet-paper.ts';
import { tallyPaper } from '../../lib/papers/tally-paper.ts';
import { examplePlan } from '../support/example-plan.ts';
import { readDocument } from '../support/read-document.ts';
import { decisionSaid, entryId, judgeId, judgeNames, toldRound } from '../support/told-round.ts';

const read = async (paper: Paper | undefined) => readDocument(await renderPaper(paper!));

describe('every paper of results', () => {
  const papers = (facts: ReturnType<typeof toldRound>) => ({
    sheets: scoreSheetPaper(facts, { judgeId: judgeId(0) }),
    tally: tallyPaper(facts),
    minutes: minutesPaper(facts, {}),
    decision: decisionPaper(facts, decisionSaid),
  });

  it('says on each page which outcome it tells, and that it is a draft until just that is approved', async () => {
    const [draft, approved] = [toldRound(), toldRound({ isApproved: true })];
    for (const paper of Object.values(papers(draft))) {
      const { paragraphs, footers } = await read(paper);
      expect(paragraphs).toContain('DỰ THẢO');
      for (const kind of ['default', 'first']) {
        expect(footers[kind]?.text).toBe(
          `DỰ THẢO - Kết quả chưa được phê duyệt - SHA-256: ${draft.digest}`,
        );
      }
    }
    for (const paper of Object.values(papers(approved))) {
      const { paragraphs, footers } = await read(paper);
      expect(paragraphs).not.toContain('DỰ THẢO');
      expect(footers['first']?.text).toBe(
        `Kết quả đã được phê duyệt - SHA-256: ${approved.digest}`,
      );
    }
    const changed = { ...approved, digest: '0'.repeat(64) };
    expect((await read(tallyPaper(changed))).paragraphs).toContain('DỰ THẢO');
  });

  it('is dated by its facts: the close, then the approval', async () => {
    const created = async (facts: ReturnType<typeof toldRound>) =>
      (await read(tallyPaper(facts))).properties['dcterms:created'];
    expect(await created(toldRound())).toBe('2022-09-20T09:00:00.000Z');
    expect(await created(toldRound({ isApproved: true }))).toBe('2022-09-21T02:00:00.000Z');
  });

  it('shows hostile titles, names and comments as the text they are', async () => {
    const hostile = '<w:p/> \u202e"\u0001& {PAGE} =cmd|x';
    const facts = toldRound({
      entries: [{ title: hostile, applicantName: hostile, members: [hostile], less: [0, 0, 0] }],
      judges: [hostile, 'A Dôn', 'Y Blô'],
      comment: hostile,
    });
    const shown = '<w:p/> "& {PAGE} =cmd|x';
    for (const paper of Object.values(papers(facts))) {
      const { paragraphs, fields } = await read(paper);
      expect(paragraphs.join('\n')).toContain(shown);
      expect(fields).toEqual(['PAGE']);
    }
  });
});

describe('score sheets', () => {
  it('are all of the judge that count, each with its points, comment and a place to sign', async () => {
    const facts = toldRound({ struck: ['2 1'] });
    const { tables, paragraphs } = await read(scoreSheetPaper(facts, { judgeId: judgeId(1) }));
    expect(paragraphs.filter((text) => text.startsWith('Mã số dự thi'))).toEqual([
      'Mã số dự thi: KT22-0001',
      'Mã số dự thi: KT22-0002',
    ]);
    expect(tables[4]).toEqual([
      ['TT', 'Tiêu chí chấm điểm', 'Điểm tối đa', 'Điểm chấm'],
      ['1', 'Tính đổi mới sáng tạo', '20', '17'],
      ['2', 'Khả năng thương mại hóa, khả năng tăng trưởng', '20', '20'],
      ['3', 'Kế hoạch kinh doanh', '15', '15'],
      ['4', 'Định hướng phát triển', '10', '10'],
      ['5', 'Mức độ tác động và ý nghĩa kinh tế - xã hội', '15', '15'],
      ['6', 'Nguồn lực, năng lực đội ngũ', '10', '10'],
      ['7', 'Khả năng thuyết trình, trả lời câu hỏi', '10', '10'],
      ['Tổng điểm (thang điểm 100)', '97,00'],
    ]);
    expect(paragraphs).toEqual(
      expect.arrayContaining([
        'Họ và tên giám khảo: A Dôn',
        'Bảng thi: Ý tưởng',
        'Nhận xét gửi tác giả: Ý tưởng tốt, cần làm rõ thị trường.',
        'Phiếu được nộp trên hệ thống lúc 15:30 20/09/2022.',
        'GIÁM KHẢO',
      ]),
    );
  });

  it('are one where an entry is named, and none where no sheet counts', async () => {
    const one = { judgeId: judgeId(2), entryId: entryId(0) };
    const { paragraphs } = await read(scoreSheetPaper(toldRound(), one));
    expect(paragraphs.filter((text) => text.startsWith('Mã số dự thi'))).toHaveLength(1);
    expect(scoreSheetPaper(toldRound({ struck: ['0 2'] }), one)).toBeUndefined();
    expect(scoreSheetPaper(toldRound(), { judgeId: 'nobody' })).toBeUndefined();
  });

  it('are a hundred in a file, by code', () => {
    const entries = Array.from({ length: 101 }, () => ({ less: [0] }));
    const facts = toldRound({ judges: ['A Dôn'], entries });
    const codes = (part: number) =>
      scoreSheetPages(facts, { judgeId: judgeId(0), part }).map(({ entry }) => entry.code);
    expect(partsOf(facts, { judgeId: judgeId(0) })).toBe(2);
    expect(codes(1)).toEqual(
      Array.from({ length: 100 }, (_, at) => `KT22-${String(at + 1).padStart(4, '0')}`),
    );
    expect(codes(2)).toEqual(['KT22-0101']);
    expect(codes(3)).toEqual([]);
  });

  it('say the half points and the coefficients of a rubric that has some', async () => {
    const plan = examplePlan();
    const final = roundOf(plan, 'chung-ket')!;
    const criteria = final.rubrics[0]!.rubric.criteria.map((criterion) => ({
      ...criterion,
      coefficient: 150,
    }));
    const rounds = [
      {
        ...final,
        scale: 15_000,
        rubrics: [{ rubric: { mode: 'coefficient', criteria } as const }],
      },
    ];
    const facts = toldRound({ plan: { ...plan, rounds }, entries: [{ less: [50, 0, 0] }] });
    const { tables } = await read(scoreSheetPaper(facts, { judgeId: judgeId(0) }));
    expect(tables[1]?.slice(0, 2)).toEqual([
      ['TT', 'Tiêu chí chấm điểm', 'Điểm tối đa', 'Hệ số', 'Điểm chấm'],
      ['1', 'Tính đổi mới sáng tạo', '20', '1,5', '19,5'],
    ]);
    expect(tables[1]?.at(-1)).toEqual(['Tổng điểm (thang điểm 150)', '149,25']);
  });
});

describe('the tally', () => {
  it('has each track with every total, mean and rank, and places to sign for all', async () => {
    const { tables, paragraphs, page } = await read(tallyPaper(toldRound({ struck: ['1 2'] })));
    const head = [
      'TT',
      'Tên ý tưởng, dự án',
      'GK 1',
      'GK 2',
      'GK 3',
      'Điểm trung bình',
      'Xếp hạng',
      'Hạng chung',
      'Ghi chú',
    ];
    const named = (number: number) =>
      `KT22-000${number} - Chế biến sâm dây Ngọc Linh số ${number}\nHợp tác xã Măng Đen`;
    expect(tables[1]).toEqual([
      head,
      [
        '1',
        named(2),
        '97,50',
        '97,00',
        '-',
        '97,25',
        '-',
        '-',
        'Chỉ có 2/3 phiếu; 1 phiếu không tính do xung đột lợi ích',
      ],
    ]);
    expect(tables[2]).toEqual([
      head,
      ['1', named(1), '100,00', '99,00', '99,50', '99,50', '1', '1', ''],
      ['2', named(3), '96,00', '95,50', '96,00', '95,83', '2', '2', ''],
    ]);
    expect(paragraphs).toContain(
      'Giám khảo: GK 1: Trần Thị Bích Hằng; GK 2: A Dôn; GK 3: Nguyễn Văn Đức.',
    );
    expect(tables.slice(3).flat(2).join('|')).toMatch(
      /THƯ KÝ.*CHỦ TỊCH HỘI ĐỒNG.*Trần Thị Bích Hằng.*A Dôn.*Nguyễn Văn Đức/su,
    );
    expect(page).toMatchObject({ width: 210, height: 297 });
  });

  it('is turned for more than three judges, and lists the totals of more than nine', async () => {
    const five = await read(
      tallyPaper(toldRound({ judges: judgeNames, entries: [{ less: [0, 0, 0, 0, 0] }] })),
    );
    expect(five.page).toMatchObject({ width: 297, height: 210 });
    const ten = Array.from({ length: 10 }, (_, at) => `Giám khảo ${at}`);
    const less = ten.map((_, at) => at * 50);
    const { tables } = await read(tallyPaper(toldRound({ judges: ten, entries: [{ less }] })));
    expect(tables[1]?.[0]).toContain('Điểm của giám khảo');
    expect(tables[1]?.[1]?.[2]).toMatch(/^GK 1: 100,00; GK 2: 99,50; .*GK 10: 95,50$/u);
  });

  it('says who goes on, who shares a place, and what is still open', async () => {
    const entries = [{ less: [0, 0, 0] }, { less: [0, 0, 0] }];
    const notes = async (roundId: string) =>
      (await read(tallyPaper(toldRound({ roundId, entries })))).tables[1]
        ?.slice(1)
        .map((row) => row.at(-1));
    expect(await notes('so-khao')).toEqual(['Vào vòng sau; Đồng hạng', 'Vào vòng sau; Đồng hạng']);
    expect(await notes('chung-ket')).toEqual([
      'Bằng điểm, chưa phân định',
      'Bằng điểm, chưa phân định',
    ]);
  });
});

describe('the draft of the decision', () => {
  it('is laid out by Decree 30/2020', async () => {
    const { tables, paragraphs, headers, page, parts } = await read(
      decisionPaper(toldRound(), decisionSaid),
    );
    expect(tables[0]).toEqual([
      [
        'ỦY BAN NHÂN DÂN\nTỈNH KON TUM\n',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
      ],
      ['Số:        /QĐ-UBND\nDỰ THẢO', 'Kon Tum, ngày 05 tháng 3 năm 2022'],
    ]);
    const xml = parts.get('word/document.xml') ?? '';
    expect(xml).toMatch(/<w:u [^>]*\/>(?:(?!<w:t).)*<w:t[^>]*>Độc lập - Tự do - Hạnh phúc/su);
    expect(xml).toMatch(/<w:i\/>(?:(?!<w:t).)*<w:t[^>]*>Kon Tum, ngày 05/su);
    expect(paragraphs).toEqual(
      expect.arrayContaining([
        'QUYẾT ĐỊNH',
        'Về việc công nhận kết quả và trao giải Cuộc thi Khởi nghiệp đổi mới sáng tạo tỉnh Kon Tum năm 2022',
        'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH KON TUM',
        'Căn cứ Luật Tổ chức chính quyền địa phương;',
        'Căn cứ Nghị quyết số 15/2020/NQ-HĐND;',
        'Theo đề nghị của Ban Tổ chức Cuộc thi, Sở Khoa học và Công nghệ tỉnh Kon Tum.',
        'QUYẾT ĐỊNH:',
      ]),
    );
    expect(paragraphs.filter((text) => /^Điều \d\. /u.test(text))).toHaveLength(3);
    expect(tables[1]).toEqual([
      [
        'Nơi nhận:\n- Như Điều 3;\n- Thường trực Tỉnh ủy;\n- Lưu: VT.',
        'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nY Ngọc',
      ],
    ]);
    expect(headers['default']?.fields).toEqual(['PAGE']);
    expect(headers['first']?.fields).toEqual([]);
    expect(page).toMatchObject({ top: 20, bottom: 20, left: 30, right: 15, hasFirst: true });
  });

  it('lists the winners with their amounts in figures and in words', async () => {
    const { tables, paragraphs } = await read(decisionPaper(toldRound(), decisionSaid));
    const people = 'Hợp tác xã Măng Đen\nThành viên: Nguyễn Thị Hồng Đào, A Dôn';
    const row = (at: number, prize: string, number: number, amount: string) => [
      String(at),
      prize,
      `Chế biến sâm dây Ngọc Linh số ${number}\n(KT22-000${number})`,
      people,
      amount,
    ];
    expect(tables[2]).toEqual([
      [
        'TT',
        'Giải thưởng',
        'Tên ý tưởng, dự án',
        'Tác giả, nhóm tác giả, đơn vị',
        'Tiền thưởng (đồng)',
      ],
      row(1, 'Giải Nhất', 1, '30.000.000\nBa mươi triệu đồng'),
      row(2, 'Giải Nhì', 2, '20.000.000\nHai mươi triệu đồng'),
      row(3, 'Giải Nhì', 3, '20.000.000\nHai mươi triệu đồng'),
      ['Tổng cộng', '70.000.000'],
    ]);
    expect(paragraphs).toContain('- 01 Giải Nhất;');
    expect(paragraphs).toContain('- 02 Giải Nhì.');
    expect(paragraphs).toContain(
      'Tổng số tiền thưởng: 70.000.000 đồng (bằng chữ: Bảy mươi triệu đồng).',
    );
  });

  it('leaves the amounts of a joint prize to whoever signs, and its day open where none is said', () => {
    const less = [
      [0, 0, 0],
      [100, 100, 100],
      [100, 100, 100],
      [100, 100, 100],
    ];
    const ties = [
      {
        editionId: 'kon-tum-2022',
        roundId: 'chung-ket',
        order: [[entryId(1), entryId(2), entryId(3)]],
        reason: 'Ngang nhau',
        signedBy: judgeId(0),
        at: '2022-09-20T10:05:00.000Z',
        version: 1,
      },
    ];
    const facts = toldRound({ entries: less.map((each) => ({ less: each })), ties });
    const { issuedOn: _, ...undated } = decisionSaid;
    const model = decisionOf(facts, undated);
    expect(model.placeAndDate).toBe('Kon Tum, ngày      tháng      năm 2022');
    expect(model.prizes).toEqual(['- 01 Giải Nhất;', '- 03 Giải Nhì (đồng giải).']);
    expect(model.rows.map(({ amount }) => amount?.dong)).toEqual([
      '30.000.000',
      undefined,
      undefined,
      undefined,
    ]);
    expect(model.total).toBe(
      'Tổng số tiền thưởng, chưa kể các giải đồng hạng: 30.000.000 đồng (bằng chữ: Ba mươi triệu đồng).',
    );
  });
});
