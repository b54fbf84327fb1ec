import { both, html, type Markup, page } from '../page.ts';

/** What went wrong before this page, said above its form. */
export type Complaint =
  | 'invalid-email'
  | 'wrong-code'
  | 'void-code'
  | 'too-many-codes'
  | 'mail-not-sent';

const COMPLAINTS: { readonly [complaint in Complaint]: readonly [vi: string, en: string] } = {
  'invalid-email': ['Địa chỉ thư điện tử chưa đúng.', 'This is not a valid e-mail address.'],
  'wrong-code': ['Mã chưa đúng. Xin kiểm tra lại.', 'The code is not right. Please check it.'],
  'void-code': [
    'Mã đã hết hạn, đã dùng hoặc nhập sai quá nhiều lần. Xin yêu cầu mã mới.',
    'The code has expired, was used, or was entered wrongly too often. Ask for a new one.',
  ],
  'too-many-codes': [
    'Đã gửi quá nhiều mã. Xin thử lại sau một giờ.',
    'Too many codes were sent. Please try again in an hour.',
  ],
  'mail-not-sent': [
    'Chưa gửi được thư. Xin thử lại sau ít phút.',
    'The mail could not be sent. Please try again in a few minutes.',
  ],
};

const complaintOf = (complaint: Complaint | undefined): Markup => {
  if (complaint === undefined) return html``;
  const [vi, en] = COMPLAINTS[complaint];
  return html`<p class="alarm" role="alert">${both(vi, en)}</p>`;
};

/** Asks for the mailbox. `action` is where the form goes. */
export function mailboxPage(action: string, complaint?: Complaint): string {
  return page(
    { vi: 'Đăng nhập', en: 'Sign in' },
    html`${complaintOf(complaint)}<form method="post" action="${action}">
<label for="email">${both('Thư điện tử', 'E-mail')}</label>
<input id="email" name="email" type="email" autocomplete="email" inputmode="email" maxlength="254" required autofocus>
<button>Gửi mã đăng nhập · Send a code</button></form>`,
  );
}

/** Asks for the code that was mailed. */
export function codePage(
  { action, again, email }: { action: string; again: string; email: string },
  complaint?: Complaint,
): string {
  return page(
    { vi: 'Nhập mã', en: 'Enter the code' },
    html`${complaintOf(complaint)}<p>${both(
      `Mã sáu chữ số đã được gửi đến ${email}.`,
      `A six-digit code was sent to ${email}.`,
    )}</p><form method="post" action="${action}">
<label for="code">${both('Mã', 'Code')}</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9 ]{6,8}" maxlength="8" required autofocus>
<button>Đăng nhập · Sign in</button></form><p><a href="${again}">Gửi mã khác · Send another code</a></p>`,
  );
}

/** Something about the sign-in cannot go on. `start` is where to begin again. */
export function brokenPage(start: string, detail?: string): string {
  return page(
    { vi: 'Không tiếp tục được', en: 'This cannot go on' },
    html`<p>${both(
      'Lần đăng nhập này đã hết hạn hoặc không hợp lệ. Xin bắt đầu lại.',
      'This sign-in has expired or is not valid. Please start again.',
    )}</p>${detail === undefined ? html`` : html`<p lang="en">${detail}</p>`}
<p><a href="${start}">Bắt đầu lại · Start again</a></p>`,
  );
}

/** Asks whether to sign out. `form` is the provider's own, with its token; its id is `op.logoutForm`. */
export function signOutPage(form: Markup): string {
  return page(
    { vi: 'Đăng xuất?', en: 'Sign out?' },
    html`${form}<button type="submit" form="op.logoutForm" name="logout" value="yes">Đăng xuất · Sign out</button>
<button class="quiet" type="submit" form="op.logoutForm">Ở lại · Stay</button>`,
  );
}

/** Says that it is done; `start` is where to begin again. */
export function signedOutPage(start: string): string {
  return page(
    { vi: 'Đã đăng xuất', en: 'You are signed out' },
    html`<p><a href="${start}">Trang đầu · Start page</a></p>`,
  );
}

/** The mail that carries the code. */
export function codeMail(code: string, minutes: number): { subject: string; text: string } {
  return {
    subject: 'Mã đăng nhập · Your sign-in code',
    text: `Mã đăng nhập của bạn: ${code}
Mã dùng được một lần, trong ${minutes} phút. Nếu không phải bạn yêu cầu, hãy bỏ qua thư này; đừng đưa mã cho ai.

Your sign-in code: ${code}
It works once, for ${minutes} minutes. If you did not ask for it, ignore this mail; give the code to nobody.
`,
  };
}
