/** Every sentence that papers say. It may be changed without touching a rule or a layout. */
export const wording = {
  state: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  draft: 'DỰ THẢO',
  number: (symbol: string) => `Số:        /${symbol}`,
  placeAndDate: (place: string, date: string) => `${place}, ${date}`,
  dots: (count = 40) => '.'.repeat(count),
  signHere: '(Ký, ghi rõ họ tên)',
  chair: 'Chủ tịch Hội đồng',
  member: 'Thành viên',
  secretary: 'Thư ký',
  footerDraft: (digest: string) => `DỰ THẢO - Kết quả chưa được phê duyệt - SHA-256: ${digest}`,
  footerApproved: (digest: string) => `Kết quả đã được phê duyệt - SHA-256: ${digest}`,
  order: 'TT',

  scoreSheet: {
    title: 'PHIẾU CHẤM ĐIỂM',
    file: 'Phiếu chấm điểm',
    round: (round: string) => `(${round})`,
    judge: 'Họ và tên giám khảo: ',
    code: 'Mã số dự thi: ',
    entry: 'Tên ý tưởng, dự án: ',
    applicant: 'Tác giả, nhóm tác giả, đơn vị: ',
    track: 'Bảng thi: ',
    criterion: 'Tiêu chí chấm điểm',
    maximum: 'Điểm tối đa',
    weight: 'Trọng số',
    coefficient: 'Hệ số',
    points: 'Điểm chấm',
    total: (scale: string) => `Tổng điểm (thang điểm ${scale})`,
    comment: 'Nhận xét gửi tác giả: ',
    note: 'Ghi chú gửi Ban Tổ chức: ',
    none: 'Không.',
    handedIn: (at: string) => `Phiếu được nộp trên hệ thống lúc ${at}.`,
    signer: 'GIÁM KHẢO',
  },

  tally: {
    title: 'BẢNG TỔNG HỢP ĐIỂM',
    file: 'Bảng tổng hợp điểm',
    track: (name: string) => `Bảng thi: ${name}`,
    code: 'Mã số',
    entry: 'Tên ý tưởng, dự án',
    judge: (number: number) => `GK ${number}`,
    totals: 'Điểm của giám khảo',
    numberedTotal: (number: number, total: string) => `GK ${number}: ${total}`,
    mean: 'Điểm trung bình',
    rank: 'Xếp hạng',
    overall: 'Hạng chung',
    note: 'Ghi chú',
    judges: 'Giám khảo: ',
    numberedJudge: (number: number, name: string) => `GK ${number}: ${name}`,
    droppedMark: '*',
    dropped: '(*) Điểm cao nhất, thấp nhất không tính vào điểm trung bình theo thể lệ.',
    components: 'Điểm thành phần',
    component: (name: string, points: string) => `${name}: ${points}`,
    voted: (points: string, votes: string) => `${points} (${votes} phiếu)`,
    score: 'Điểm tổng',
    added:
      'Điểm tổng là điểm trung bình chưa làm tròn của các phiếu cộng với điểm thành phần; điểm trung bình ghi trên đây đã làm tròn.',
    rounding: (score: string, decimals: number) =>
      `${score} được làm tròn một lần đến ${decimals} chữ số thập phân; xếp hạng theo điểm đã làm tròn.`,
    advances: 'Vào vòng sau',
    open: 'Bằng điểm, chưa phân định',
    shared: 'Đồng hạng',
    struck: (count: number) => `${count} phiếu không tính do xung đột lợi ích`,
    tooFew: (sheets: number, minimum: number) => `Chỉ có ${sheets}/${minimum} phiếu`,
    takenBack: (count: number) => `${count} phiếu không tính do thu lại phân công`,
    componentMissing: (component: string) => `Thiếu điểm: ${component}`,
    belowMinimum: (minimum: string) => `Dưới ${minimum} điểm`,
    zero: (criterion: string) => `Có điểm 0: ${criterion}`,
    noScore: '-',
    members: 'THÀNH VIÊN HỘI ĐỒNG',
    chair: 'CHỦ TỊCH HỘI ĐỒNG',
    secretary: 'THƯ KÝ',
  },

  minutes: {
    title: 'BIÊN BẢN',
    file: 'Biên bản họp Hội đồng',
    about: (round: string) => `Họp Hội đồng giám khảo ${round}`,
    opened: (at: string, place: string) =>
      `Hôm nay, vào lúc ${at}, tại ${place}, Hội đồng giám khảo đã họp để tổng hợp điểm và thống nhất kết quả chấm.`,
    openMoment: '...... giờ ...... phút, ngày ...... tháng ...... năm ..........',
    present: 'I. THÀNH PHẦN THAM DỰ',
    person: (number: number, name: string, role: string) => `${number}. ${name} - ${role}`,
    absent: (name: string, role: string) => `Vắng mặt: ${name} - ${role}`,
    guest: 'Khách mời',
    agenda: 'II. NỘI DUNG',
    items: [
      'Thư ký báo cáo tình hình chấm điểm và số phiếu chấm hợp lệ.',
      'Hội đồng xem xét các hồ sơ có điểm chênh lệch, điểm bằng nhau và các vấn đề phát sinh.',
      'Hội đồng thống nhất kết quả chấm điểm và xếp hạng.',
    ],
    counts: (entries: number, sheets: number, judges: number) =>
      `Có ${entries} hồ sơ dự thi được chấm với ${sheets} phiếu chấm hợp lệ của ${judges} giám khảo.`,
    results: 'III. KẾT QUẢ CHẤM ĐIỂM',
    outcome: 'Kết quả',
    matters: 'IV. CÁC VẤN ĐỀ ĐÃ XEM XÉT',
    noMatters: 'Không có vấn đề phát sinh.',
    flag: (entry: string, spread: string, mean: string) =>
      `Hồ sơ ${entry}: điểm của các giám khảo chênh lệch ${spread} điểm (trung bình ${mean} điểm).`,
    decisions: {
      confirmed: 'Hội đồng giữ nguyên kết quả chấm',
      rescore: 'Hội đồng yêu cầu giám khảo xem lại phiếu chấm',
      'extra-judge': 'Hội đồng bổ sung giám khảo chấm',
    },
    undecided: 'Chưa có quyết định.',
    reason: (reason: string) => `Lý do: ${reason}`,
    document: (number: string) => `Văn bản: ${number}`,
    by: (name: string) => `Người quyết định: ${name}`,
    tie: (order: string) => `Điểm bằng nhau, Hội đồng quyết định thứ tự: ${order}.`,
    openTie: (rank: number, entries: string) =>
      `Điểm bằng nhau ở hạng ${rank} chưa được phân định: ${entries}.`,
    lot: (seed: string, commitment: string) =>
      `Bốc thăm bằng mã đã cam kết trước khi chấm (SHA-256: ${commitment}), mã bốc thăm: ${seed}.`,
    struck: (entry: string, judge: string) =>
      `Hồ sơ ${entry}: phiếu của giám khảo ${judge} không được tính do xung đột lợi ích.`,
    uncounted: (entry: string, judge: string) =>
      `Hồ sơ ${entry}: phiếu của giám khảo ${judge} không được tính do chưa hoàn thành.`,
    takenBack: (entry: string, judge: string) =>
      `Hồ sơ ${entry}: phiếu của giám khảo ${judge} không được tính do phân công đã được thu lại.`,
    organisers: (number: number) => `Quyết định số thứ tự ${number} của Ban Tổ chức:`,
    decided: {
      'advance-number': (track: string, count: number) =>
        `bảng thi ${track} có ${count} hồ sơ vào vòng sau.`,
      'advance-tied': (entries: string) =>
        `trong các hồ sơ bằng điểm, chọn vào vòng sau: ${entries}.`,
      'leave-empty': (prize: string, places: number) => `không trao ${places} ${prize}.`,
      'give-prize': (prize: string, entry: string) => `trao ${prize} cho hồ sơ ${entry}.`,
      'take-prize': (prize: string, entry: string, moveUp: boolean) =>
        `không trao ${prize} cho hồ sơ ${entry}; ${moveUp ? 'các hồ sơ sau được xét lên' : 'vị trí này để trống'}.`,
      'count-votes': (prize: string, counts: string) =>
        `ghi nhận kết quả bình chọn cho ${prize}: ${counts}.`,
      votes: (entry: string, votes: string) => `${entry} ${votes} phiếu`,
      withdraw: (number: number) => `quyết định số thứ tự ${number} không còn hiệu lực.`,
    },
    unawarded: (prize: string, places: string, because: string) =>
      `${prize}: ${places} giải không trao (${because}).`,
    because: {
      'no-entry-left': 'không còn hồ sơ đủ điều kiện',
      'used-by-joint-prize': 'đã tính vào giải đồng hạng',
      'held-by-a-tie': 'chờ phân định điểm bằng nhau',
      'left-empty': 'Ban Tổ chức quyết định không trao',
      'taken-back': 'giải bị thu hồi',
      'not-decided': 'Ban Tổ chức chưa quyết định',
    },
    conclusion: 'V. KẾT LUẬN',
    concluded: 'Hội đồng thống nhất kết quả nêu trên và đề nghị Ban Tổ chức xem xét, phê duyệt.',
    closed: (at: string) =>
      `Cuộc họp kết thúc lúc ${at}. Biên bản đã được đọc lại cho các thành viên dự họp cùng nghe và thống nhất ký tên.`,
  },

  decision: {
    title: 'QUYẾT ĐỊNH',
    file: 'Dự thảo Quyết định',
    about: (contest: string) => `Về việc công nhận kết quả và trao giải ${contest}`,
    rulesGround: (number: string, date: string, contest: string) =>
      `Căn cứ Quyết định số ${number} ${date} về Thể lệ ${contest}`,
    resultGround: (round: string) => `Căn cứ kết quả chấm của Hội đồng giám khảo tại ${round}`,
    proposal: (organiser: string) => `Theo đề nghị của ${organiser}`,
    decides: 'QUYẾT ĐỊNH:',
    article: (number: number) => `Điều ${number}. `,
    recognise: (contest: string, count: string) =>
      `Công nhận kết quả và trao giải ${contest} cho ${count} ý tưởng, dự án có tên trong danh sách kèm theo Quyết định này, gồm:`,
    prize: (count: string, name: string) => `- ${count} ${name};`,
    lastPrize: (count: string, name: string) => `- ${count} ${name}.`,
    total: (amount: string, words: string) =>
      `Tổng số tiền thưởng: ${amount} đồng (bằng chữ: ${words}).`,
    totalWithout: (amount: string, words: string) =>
      `Tổng số tiền thưởng, chưa kể các giải đồng hạng: ${amount} đồng (bằng chữ: ${words}).`,
    entrust: (organiser: string) =>
      `Giao ${organiser} tổ chức trao giải thưởng và chi trả tiền thưởng theo quy định.`,
    inForce: (responsible: string) =>
      `Quyết định này có hiệu lực kể từ ngày ký. ${responsible} và các tác giả, nhóm tác giả, đơn vị có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.`,
    responsible: (organiser: string) => `${organiser}, các cơ quan, đơn vị có liên quan`,
    recipients: 'Nơi nhận:',
    asArticle: 'Như Điều 3',
    archive: 'Lưu: VT',
    annex: 'PHỤ LỤC',
    annexTitle: (contest: string) => `DANH SÁCH ĐẠT GIẢI ${contest}`,
    annexOf: (symbol: string, date: string, issuer: string) =>
      `(Kèm theo Quyết định số        /${symbol} ${date} của ${issuer})`,
    prizeColumn: 'Giải thưởng',
    entry: 'Tên ý tưởng, dự án',
    applicant: 'Tác giả, nhóm tác giả, đơn vị',
    members: (names: string) => `Thành viên: ${names}`,
    amount: 'Tiền thưởng (đồng)',
    joint: (prize: string) => `${prize} (đồng giải)`,
    jointAmount: '........ (*)',
    jointNote:
      '(*) Giải đồng hạng: mức tiền thưởng của từng giải do cơ quan ban hành Quyết định ấn định.',
    sum: 'Tổng cộng',
  },
} as const;
