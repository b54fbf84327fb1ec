const vi = {
  given: 'Điểm không do giám khảo chấm',
  givenHelp:
    'Ban Tổ chức nhập điểm thành phần và số phiếu bình chọn trước khi đóng vòng. Bỏ trống ô nào thì ô đó chưa nhập.',
  noTasks: 'Chưa giao hồ sơ nào.',
  votesOf: (name: string) => `${name} (số phiếu)`,
  range: (least: string, most: string, step: string) =>
    `${least === '0' ? 'tối đa ' : `từ ${least} đến `}${most}, bước ${step}`,
  stored: (value: string) => `đã ghi: ${value}`,
  reason: 'Lý do sửa',
  reasonHelp: 'Cần khi sửa điểm đã ghi.',
  save: (count: string) => `Ghi ${count} hồ sơ`,
  saved: (count: string) => `Đã ghi ${count} hồ sơ.`,
  decimalMark: ',',
  countVotes: 'Ghi kết quả bình chọn của công chúng',
  countVotesHelp:
    'Số phiếu cuối cùng của từng hồ sơ; hồ sơ bỏ trống là không có phiếu. Ghi lại thì thay cho lần trước, lần trước vẫn được lưu.',
  prize: 'Giải',
  votes: (entry: string) => `Số phiếu: ${entry}`,
};

const en: typeof vi = {
  given: 'Points that no judge gives',
  givenHelp:
    'Organisers enter components and counts of votes before the round is closed. What is left empty is not given yet.',
  noTasks: 'No entry was given to a judge yet.',
  votesOf: (name) => `${name} (votes)`,
  range: (least, most, step) =>
    `${least === '0' ? 'at most' : `from ${least} to`} ${most}, in steps of ${step}`,
  stored: (value) => `stored: ${value}`,
  reason: 'Why it is corrected',
  reasonHelp: 'Needed where something stored is changed.',
  save: (count) => `Save ${count} entries`,
  saved: (count) => `${count} entries saved.`,
  decimalMark: '.',
  countVotes: 'Record what the public voted',
  countVotesHelp:
    'The final count of each entry; one left empty has no vote. Recording again replaces the counts before, which stay on record.',
  prize: 'Prize',
  votes: (entry) => `Votes: ${entry}`,
};

/** What is said where organisers enter what no judge gives. */
export const givenWords = { vi, en };
