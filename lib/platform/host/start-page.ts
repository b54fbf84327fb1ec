import type { IncomingMessage, ServerResponse } from 'node:http';
import { both, html, page, sendPage } from './page.ts';

/** What a browser sees first where the pages have not been built: where to look. */
export function createStartPage(shows: {
  readonly mailBox: boolean;
}): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const mailBox = html`<li><a href="/mailbox">${both('Hộp thư thử nghiệm', 'Mail box: sign-in codes and notices')}</a></li>`;
  const text = page(
    { vi: 'Cuộc thi khởi nghiệp đổi mới sáng tạo', en: 'Innovation-startup contest' },
    html`<p>${both('Máy chủ đang chạy, nhưng các trang chưa được dựng: chạy npm run build rồi khởi động lại.', 'The system is running, but its pages have not been built: npm run build, then start it again.')}</p><ul>
<li><a href="/docs/">${both('Tài liệu và thử API', 'Read and try the API')}</a></li>
${shows.mailBox ? mailBox : html``}</ul>`,
  );
  return async (_, response) => sendPage(response, 200, text);
}
