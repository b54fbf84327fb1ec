const vi = {
  stage: 'Phần trình bày',
  toStage: 'Theo dõi phần trình bày',
  notDrawn: 'Chưa bốc thăm thứ tự trình bày. Trang này tự cập nhật khi có.',
  nobody: 'Chưa có đội nào trên sân khấu.',
  allDone: 'Tất cả các đội đã trình bày xong.',
  states: {
    waiting: 'chờ đến lượt',
    presenting: 'đang trình bày',
    questions: 'đang trả lời câu hỏi',
    done: 'đã xong',
  },
  left: 'Thời gian còn lại',
  over: 'Quá giờ',
  next: 'Tiếp theo',
  order: 'Thứ tự trình bày',
  notYours: 'Hồ sơ này không được giao cho Ông/Bà chấm.',
  stale: 'Mất kết nối: trang đang hiển thị tình hình lúc trước, sẽ tự cập nhật khi có mạng.',
};

const en: typeof vi = {
  stage: 'Pitches',
  toStage: 'Follow the pitches',
  notDrawn: 'The running order is not drawn yet. It will appear here by itself.',
  nobody: 'Nobody is on stage yet.',
  allDone: 'Everybody has spoken.',
  states: {
    waiting: 'waiting',
    presenting: 'presenting',
    questions: 'answering questions',
    done: 'done',
  },
  left: 'Time left',
  over: 'Over time',
  next: 'Next',
  order: 'Running order',
  notYours: 'This entry is not yours to score.',
  stale: 'No connection: this is how it stood before, and goes on by itself once you are online.',
};

/** What the page of the pitches says to a judge. */
export const stageWords = { vi, en };
