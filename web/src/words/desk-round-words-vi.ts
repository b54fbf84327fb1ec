/** What the page of a round says in Vietnamese. */
export const viRound = {
  panel: 'Hội đồng của vòng',
  noPanel: 'Chưa lập hội đồng: mọi giám khảo của cuộc thi đều có thể được giao.',
  panelHelp: 'Chọn giám khảo và người chủ trì. Không đổi được sau khi mở chấm.',
  judges: 'Giám khảo',
  chair: 'Chủ trì',
  isChair: 'chủ trì',
  noJudges: 'Cuộc thi chưa có giám khảo. Mời giám khảo ở phần Nhân sự.',
  setPanel: 'Lập hội đồng',
  replace: 'Thay giám khảo',
  replaceHelp:
    'Người thay nhận cả vai trò chủ trì nếu có. Phiếu người cũ đã nộp vẫn giữ; lượt đọc cần giao lại.',
  leaves: 'Người thôi',
  joins: 'Người thay',
  replaceAsk: (leaves: string, joins: string) => `${joins} thay ${leaves}?`,
  wishes: 'Mong muốn',
  fields: 'Lĩnh vực',
  capacity: (count: string) => `đọc được ${count} hồ sơ`,
  assignment: 'Phân công',
  assignmentHelp:
    'Hệ thống đề xuất ai đọc hồ sơ nào: chia đều, tránh xung đột lợi ích, theo mong muốn của giám khảo. Đề xuất chưa giao gì.',
  judgesPerEntry: 'Số giám khảo mỗi hồ sơ',
  byRules: (count: string) => `Để trống: ${count} theo thể lệ`,
  caps: 'Nhiều nhất với từng giám khảo',
  capOf: (name: string) => `Nhiều nhất: ${name}`,
  absent: 'Không đọc thêm',
  refill: 'Được chuyển việc chưa bắt đầu sang người khác',
  propose: 'Đề xuất phân công',
  proposing: 'Đang tính…',
  entriesIn: (entries: string, judges: string) => `${entries} hồ sơ hợp lệ, ${judges} giám khảo.`,
  noEntries: 'Chưa có hồ sơ hợp lệ để phân công.',
  nothingNew: 'Phân công hiện tại đã đủ, không cần giao thêm.',
  newTasks: (count: string) => `Giao thêm ${count} lượt đọc.`,
  takenTasks: (count: string) => `Chuyển ${count} lượt đọc chưa bắt đầu.`,
  standing: (count: string) => `${count} lượt đã giao giữ nguyên.`,
  loads: (least: string, most: string) =>
    least === most
      ? `Mỗi giám khảo đọc ${least} hồ sơ.`
      : `Mỗi giám khảo đọc từ ${least} đến ${most} hồ sơ.`,
  coReadings: (least: string, most: string) =>
    least === most
      ? `Mỗi cặp giám khảo cùng đọc ${least} hồ sơ.`
      : `Mỗi cặp giám khảo cùng đọc từ ${least} đến ${most} hồ sơ.`,
  wishesMet: 'Mọi mong muốn của giám khảo được đáp ứng ở mức tốt nhất có thể.',
  wishesLeft: 'Có lượt đọc ngoài mong muốn của giám khảo để chia đều hơn.',
  beyond: (name: string, count: string) => `${name}: thêm ${count} lượt ngoài yêu cầu.`,
  concerns: {
    disconnected:
      'Hồ sơ chia thành các nhóm không có giám khảo chung: điểm giữa các nhóm khó so sánh.',
    'fragile-judges': 'Nếu một giám khảo nghỉ, các nhóm hồ sơ sẽ không còn giám khảo chung:',
    bridges: 'Chỉ một lượt đọc nối các nhóm hồ sơ với nhau:',
    'uneven-loads': 'Số hồ sơ giữa các giám khảo chênh nhau.',
    'low-efficiency': 'So sánh điểm giữa các hồ sơ kém chắc chắn.',
  },
  noConcerns: 'Không có điều gì đáng ngại.',
  edit: 'Bảng phân công',
  editHelp: 'Bấm chọn hoặc bỏ chọn để sửa bằng tay trước khi giao.',
  loadsNow: 'Số lượt trong bảng này',
  give: (count: string) => `Giao ${count} lượt đọc`,
  giveAsk: (count: string) => `Giao ${count} lượt đọc cho giám khảo?`,
  givenOf: (done: string, all: string) => `Đã giao ${done}/${all}`,
  given: (count: string) => `Đã giao ${count} lượt đọc.`,
  moveReason: 'Vì sao chuyển',
  impossible: 'Không thể phân công như yêu cầu',
  because: {
    caps: 'số hồ sơ giám khảo nhận',
    conflicts: 'xung đột lợi ích',
    fixed: 'các lượt đã định',
    panel: 'số người trong hội đồng',
  },
  impossibleTexts: {
    fixedInConflict: 'Các lượt đã định có xung đột lợi ích:',
    fixedOverDemand: (entry: string, fixed: string, demand: string) =>
      `${entry}: đã định ${fixed} giám khảo, nhiều hơn ${demand} cần có.`,
    fixedOverLoad: (judge: string, fixed: string, most: string) =>
      `${judge}: đã định ${fixed} hồ sơ, nhiều hơn mức ${most}.`,
    tooFewJudges: (missing: string, why: string) => `Thiếu ${missing} lượt đọc, do ${why}.`,
    entryWants: (entry: string, wants: string, others: string) =>
      `${entry} cần thêm ${wants}, chỉ còn ${others} giám khảo đọc được.`,
    judgeFull: (judge: string, places: string) => `${judge} chỉ còn ${places} chỗ.`,
    tooFewCards: (missing: string) => `Thừa chỗ: còn ${missing} lượt không có hồ sơ để giao.`,
    judgeWants: (judge: string, wants: string) => `${judge} cần ${wants} hồ sơ nữa.`,
    disconnected: (count: string) =>
      `Hồ sơ tách thành ${count} nhóm không có giám khảo chung; cần giám khảo đọc ở nhiều nhóm.`,
  },
  whatToDo:
    'Cách xử lý: tăng mức đọc, thêm giám khảo vào hội đồng, hoặc giảm số giám khảo mỗi hồ sơ.',
  takeBack: 'Thu hồi lượt đọc',
  takeBackHelp: (most: string) =>
    `Đánh dấu các lượt cần lấy lại, mỗi lần nhiều nhất ${most}; lý do được lưu lại.`,
  takeBackAsk: (count: string) => `Thu hồi ${count} lượt đọc?`,
  standingNow: 'Ai đang đọc hồ sơ nào',
  onlyOf: 'Chỉ của giám khảo',
  everyJudge: 'Tất cả',
  taskStates: {
    none: 'chưa chấm',
    draft: 'đang chấm',
    submitted: 'đã nộp phiếu',
    conflict: 'xung đột lợi ích',
  },
  reason: 'Lý do',
  strike: 'Cả khi phiếu đã nộp: phiếu đó không còn được tính',
  takenBack: (tasks: string, sheets: string) =>
    `Đã thu hồi ${tasks} lượt đọc, hủy ${sheets} phiếu.`,
  opening: 'Mở chấm điểm',
  openAsk: 'Mở chấm điểm? Từ đó tiêu chí và thể lệ của vòng không đổi được.',
  openedAt: (moment: string) => `Mở chấm từ ${moment}.`,
  closesAt: (moment: string) => `Hạn chấm: ${moment}.`,
  closedAt: (moment: string) => `Đóng lúc ${moment}.`,
  extended: (from: string, to: string, number: string) =>
    `Gia hạn từ ${from} đến ${to} theo ${number}`,
  progress: 'Tiến độ',
  noTasks: 'Chưa giao hồ sơ nào.',
  ofSheets: (done: string, all: string) => `${done}/${all} phiếu đã nộp`,
  drafts: (count: string) => `${count} đang chấm`,
  conflicts: (count: string) => `${count} xung đột`,
  missing: (count: string) => `thiếu ${count}`,
  perJudge: 'Theo giám khảo',
  perEntry: 'Theo hồ sơ',
  remind: 'Nhắc giám khảo',
  remindTry: 'Xem ai sẽ được nhắc',
  remindAsk: (count: string) =>
    `Gửi thư nhắc ${count} giám khảo? Mỗi người nhiều nhất một thư mỗi ngày.`,
  remindNobody: 'Không có ai cần nhắc.',
  remindOne: (name: string, count: string) => `${name}: còn ${count} phiếu`,
  reminded: (count: string) => `Đã nhắc ${count} giám khảo.`,
  extend: 'Gia hạn chấm',
  extendSend: 'Gia hạn',
  closing: 'Đóng vòng chấm',
  closeAsk: 'Đóng vòng chấm? Sau đó không phiếu nào thay đổi được.',
  closeAnyway: 'Vẫn đóng dù còn thiếu',
  closeAnywayAsk: 'Đóng vòng chấm dù còn thiếu phiếu? Cần nêu lý do.',
  onlyOrganisers: 'Chỉ Ban Tổ chức phân công, mở và đóng vòng chấm.',
};

/** What every language of the page of a round has to say. */
export type RoundWords = typeof viRound;
