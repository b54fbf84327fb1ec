import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MailBox, ReceivedMail } from './mail-box.ts';
import { all, both, html, type Markup, page, sendPage } from './page.ts';

const MOST_SHOWN = 50;

/** The page at `/mailbox`: the newest mails, whole; `?to=` shows one person's. */
export async function serveMailBox(
  box: MailBox,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { url = '' } = request;
  const to = new URL(url, 'http://host').searchParams.get('to') ?? undefined;
  const mails = (await box.list(to)).slice(0, MOST_SHOWN);
  const text = page(
    { vi: 'Hộp thư thử nghiệm', en: 'Mail box of this demonstration' },
    html`<p>${both(
      'Thư của hệ thống không rời khỏi máy này.',
      'Mail of this system does not leave this machine.',
    )}</p>${mails.length === 0 ? html`<p>Chưa có thư · No mail yet</p>` : all(mails.map(article))}`,
    true,
  );
  sendPage(response, 200, text);
}

function article({ to, subject, text, receivedAt }: ReceivedMail): Markup {
  return html`<article><strong>${subject}</strong><br>
<a href="/mailbox?to=${encodeURIComponent(to)}">${to}</a> · <time>${receivedAt}</time><pre>${text}</pre></article>`;
}
