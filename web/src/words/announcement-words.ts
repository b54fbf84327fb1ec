const vi = {
  title: 'Công bố kết quả',
  nothingYet: 'Chưa có kết quả được công bố.',
  ready: 'Kết quả đã được công bố',
  next: 'Tiếp theo',
  previous: 'Quay lại',
  first: 'Bắt đầu',
  full: 'Toàn màn hình',
  joint: 'đồng giải',
  unnamed: 'Thí sinh không nêu tên',
  all: 'Kết quả chung cuộc',
  retracted: 'Kết quả đã được thu hồi.',
  help: 'Phím →, phím cách hoặc nút bấm trình chiếu để sang người tiếp theo; phím ← để quay lại.',
  stepOf: (step: string, steps: string) => `${step}/${steps}`,
};

const en: typeof vi = {
  title: 'Announcement of the result',
  nothingYet: 'No result is published yet.',
  ready: 'The result is published',
  next: 'Next',
  previous: 'Back',
  first: 'Begin',
  full: 'Full screen',
  joint: 'joint',
  unnamed: 'Not named',
  all: 'The whole result',
  retracted: 'The result was retracted.',
  help: 'The keys → and space or a presenter show the next one; ← goes back.',
  stepOf: (step, steps) => `${step} of ${steps}`,
};

/** What the screen of the announcement says. */
export const announcementWords = { vi, en };
