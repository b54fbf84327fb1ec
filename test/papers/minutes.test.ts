import { describe, expect, it } from 'vitest';
import type { FlagRuling } from '../../lib/contest/flag.ts';
import type { Plan } from '../../lib/contest/plan.ts';
import { decisionPaper } from '../../lib/papers/decision-paper.ts';
import { minutesPaper } from '../../lib/papers/minutes-paper.ts';
import type { Paper } from '../../lib/papers/paper.ts';
import { renderPaper } from '../../lib/papers/render-paper.ts';
import { examplePlan } from '../support/example-plan.ts';
import { readDocument } from '../support/read-document.ts';
import { decisionSaid, entryId, judgeId, toldRound } from '../support/told-round.ts';

const read = async (paper: Paper) => readDocument(await renderPaper(paper));

/** The example with judges who can be too far apart. */
function planWithFlags(): Plan {
  const plan = examplePlan();
  const divergence = { mode: 'absolute', percent: 5 } as const;
  return { ...plan, rounds: plan.rounds.map((round) => ({ ...round, divergence })) };
}

describe('the minutes', () => {
  it('tell who was there, the result, and every matter with what was decided', async () => {
    const plan = planWithFlags();
    const entries = [{ less: [0, 0, 1000] }, { less: [300, 300, 300] }, { less: [300, 300, 300] }];
    const seen = toldRound({ plan, entries }).flags[0]!;
    const flags: FlagRuling[] = [
      {
        ...seen,
        editionId: 'kon-tum-2022',
        roundId: 'chung-ket',
        decision: 'confirmed',
        judgeIds: [],
        reason: 'Hai cách nhìn khác nhau',
        documentNumber: '05/BB-HĐGK',
        by: judgeId(0),
        at: '2022-09-20T10:00:00.000Z',
        version: 1,
      },
    ];
    const ties = [
      {
        editionId: 'kon-tum-2022',
        roundId: 'chung-ket',
        order: [[entryId(2)], [entryId(1)]],
        reason: 'Tác động xã hội lớn hơn',
        signedBy: judgeId(0),
        at: '2022-09-20T10:05:00.000Z',
        version: 1,
      },
    ];
    const { paragraphs, tables } = await read(
      minutesPaper(toldRound({ plan, entries, flags, ties, struck: ['1 2'] }), {}),
    );
    expect(paragraphs).toContain(
      '1. Hồ sơ KT22-0001: điểm của các giám khảo chênh lệch 10,00 điểm (trung bình 96,67 điểm). Hội đồng giữ nguyên kết quả chấm. Lý do: Hai cách nhìn khác nhau; Văn bản: 05/BB-HĐGK; Người quyết định: Trần Thị Bích Hằng.',
    );
    expect(paragraphs).toContain(
      '2. Hồ sơ KT22-0002: phiếu của giám khảo Nguyễn Văn Đức không được tính do xung đột lợi ích.',
    );
    const { paragraphs: tied } = await read(minutesPaper(toldRound({ entries, ties }), {}));
    expect(tied).toContain(
      '1. Điểm bằng nhau, Hội đồng quyết định thứ tự: KT22-0003 > KT22-0002. Lý do: Tác động xã hội lớn hơn; Người quyết định: Trần Thị Bích Hằng.',
    );
    expect(tables[1]?.[1]).toEqual([
      '1',
      'KT22-0003',
      'Chế biến sâm dây Ngọc Linh số 3\nHợp tác xã Măng Đen',
      '97,00',
      'Giải Nhất',
    ]);
  });

  it('leave what nobody said to be filled in, and take what was said', async () => {
    const open = await read(minutesPaper(toldRound(), {}));
    expect(open.paragraphs.join('\n')).toContain('Hôm nay, vào lúc ...... giờ ...... phút');
    expect(open.paragraphs).toContain('Không có vấn đề phát sinh.');
    const meeting = {
      place: 'Măng Đen',
      startedAt: '2022-09-20T08:00',
      endedAt: '2022-09-20T11:30',
      secretary: 'Phạm Minh',
      guests: ['Ông Đỗ Hữu Nghĩa'],
      absent: [judgeId(1)],
    };
    const { paragraphs } = await read(minutesPaper(toldRound(), meeting));
    expect(paragraphs).toEqual(
      expect.arrayContaining([
        'Hôm nay, vào lúc 08 giờ 00 phút, ngày 20 tháng 9 năm 2022, tại Măng Đen, Hội đồng giám khảo đã họp để tổng hợp điểm và thống nhất kết quả chấm.',
        '1. Trần Thị Bích Hằng - Chủ tịch Hội đồng',
        '2. Nguyễn Văn Đức - Thành viên',
        '3. Phạm Minh - Thư ký',
        '4. Ông Đỗ Hữu Nghĩa - Khách mời',
        'Vắng mặt: A Dôn - Thành viên',
      ]),
    );
  });

  it('say what the organisers decided, who gets two prizes, and which prizes nobody gets', async () => {
    const plan = examplePlan();
    const favourite = {
      id: 'binh-chon',
      name: { vi: 'Giải Bình chọn', en: 'Favourite' },
      quantity: 1,
      amountVnd: 3_000_000,
      given: 'publicVote',
    } as const;
    const basis = {
      editionId: 'kon-tum-2022',
      roundId: 'chung-ket',
      reason: 'Theo biên bản',
      documentNumber: '12/BB-BTC',
      signedBy: 'organiser-a',
      at: '2022-09-20T10:00:00.000Z',
    };
    const counts = [{ entryId: entryId(0), votes: 1234 }];
    const facts = toldRound({
      plan: { ...plan, prizes: [...plan.prizes, favourite] },
      decided: [
        { ...basis, number: 1, kind: 'leave-empty', prizeId: 'nhi', places: 1 },
        { ...basis, number: 2, kind: 'count-votes', prizeId: 'binh-chon', counts },
      ],
    });
    const { paragraphs, tables } = await read(minutesPaper(facts, {}));
    const said = 'Lý do: Theo biên bản; Văn bản: 12/BB-BTC; Người quyết định: Phạm Minh.';
    expect(paragraphs).toEqual(
      expect.arrayContaining([
        `1. Quyết định số thứ tự 1 của Ban Tổ chức: không trao 1 Giải Nhì. ${said}`,
        `2. Quyết định số thứ tự 2 của Ban Tổ chức: ghi nhận kết quả bình chọn cho Giải Bình chọn: KT22-0001 1.234 phiếu. ${said}`,
      ]),
    );
    expect(paragraphs.filter((text) => text.includes('giải không trao'))).toEqual([
      'Giải Nhì: 01 giải không trao (Ban Tổ chức quyết định không trao).',
      'Giải Ba: 02 giải không trao (không còn hồ sơ đủ điều kiện).',
      'Giải Khuyến khích: 04 giải không trao (không còn hồ sơ đủ điều kiện).',
    ]);
    expect(tables.flat(2)).toContain('Giải Nhất; Giải Bình chọn');
    const decision = await read(decisionPaper(facts, decisionSaid));
    expect(decision.tables[2]?.at(-1)).toEqual(['Tổng cộng', '68.000.000']);
    expect(decision.paragraphs.join('\n')).toContain('cho 03 ý tưởng, dự án có tên');
  });

  it('say which ties nobody has decided yet', async () => {
    const entries = [{ less: [0, 0, 0] }, { less: [0, 0, 0] }];
    const { paragraphs } = await read(minutesPaper(toldRound({ entries }), {}));
    expect(paragraphs).toContain(
      '1. Điểm bằng nhau ở hạng 1 chưa được phân định: KT22-0001, KT22-0002.',
    );
  });
});
