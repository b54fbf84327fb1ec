import type { IncomingMessage, ServerResponse } from 'node:http';
import { both, html, page, sendPage } from './page.ts';

/** What a newcomer's browser sees first: where to look. */
export function createStartPage(shows: {
  readonly mailBox: boolean;
}): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const mailBox = html`<li><a href="/mailbox">${both('Hộp thư thử nghiệm', 'Mail box: sign-in codes and notices')}</a></li>`;
  const text = page(
    { vi: 'Cuộc thi khởi nghiệp đổi mới sáng tạo', en: 'Innovation-startup contest' },
    html`<p>${both('Máy chủ đang chạy.', 'The system is running.')}</p><ul>
<li><a href="/docs/">${both('Tài liệu và thử API', 'Read and try the API')}</a></li>
${shows.mailBox ? mailBox : html``}</ul>`,
  );
  return async (_, response) => sendPage(response, 200, text);
}
