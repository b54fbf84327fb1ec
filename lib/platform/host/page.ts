import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';

const STYLE = `
:root{color-scheme:light dark;--ink:#1c2733;--soft:#5a6875;--paper:#fff;--ground:#eef2f4;--line:#c5cfd6;--accent:#0b6e5f;--alarm:#b3261e}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf2;--soft:#9fb0bc;--paper:#18222b;--ground:#0f161c;--line:#3a4955;--accent:#4cc2ae;--alarm:#ff8a80}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;align-items:center;padding:8vh 1rem 2rem;background:var(--ground);color:var(--ink);font:1.0625rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif}
main{width:100%;max-width:27rem;background:var(--paper);border:1px solid var(--line);border-radius:.75rem;padding:1.75rem}
main.wide{max-width:48rem}
h1{margin:0 0 .25rem;font-size:1.5rem;line-height:1.25}
[lang=en]{color:var(--soft);font-size:.9375rem}
p{margin:.25rem 0 1rem}
label{display:block;font-weight:600;margin-top:1.25rem}
label [lang=en]{font-weight:400}
input{display:block;width:100%;margin:.375rem 0 1rem;padding:.75rem;font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:.5rem}
input[name=code]{font-size:1.5rem;letter-spacing:.4em;text-align:center}
button{width:100%;min-height:3rem;padding:.625rem 1rem;font:inherit;font-weight:600;color:var(--paper);background:var(--accent);border:0;border-radius:.5rem;cursor:pointer}
button.quiet{margin-top:.75rem;color:var(--ink);background:transparent;border:1px solid var(--line)}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.alarm{padding:.75rem;border-left:.25rem solid var(--alarm);background:var(--ground);border-radius:.25rem}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}
ul{padding-left:1.25rem}
article{border-top:1px solid var(--line);padding-top:1rem;margin-top:1rem}
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** No script, nothing from elsewhere, forms to this origin only. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  // Not `no-referrer`: with it a browser sends our own forms with `Origin: null`.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
} as const;

/** Markup, as opposed to text that still has to be escaped. */
export interface Markup {
  readonly markup: string;
}

/** Markup with every text put into it escaped. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | Markup)[]): Markup {
  const [first = '', ...rest] = parts;
  const markup = rest.reduce((done, part, at) => done + markupOf(values[at] ?? '') + part, first);
  return { markup };
}

/** Puts markup together, in order. */
export function all(parts: readonly Markup[]): Markup {
  return { markup: parts.map((part) => part.markup).join('\n') };
}

/** Vietnamese, with English beside it. */
export function both(vi: string, en: string): Markup {
  return html`${vi}<br><span lang="en">${en}</span>`;
}

/** A whole page; the title is Vietnamese, with English beside it. */
export function page(title: { vi: string; en: string }, body: Markup, wide = false): string {
  const { markup } = html`<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.vi} – ${title.en}</title><style>${{ markup: STYLE }}</style></head>
<body><main class="${wide ? 'wide' : ''}"><h1>${title.vi}</h1><p lang="en">${title.en}</p>
${body}</main></body></html>
`;
  return markup;
}

/** Answers with a page. */
export function sendPage(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...PAGE_HEADERS, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

function markupOf(value: string | Markup): string {
  return typeof value === 'string' ? escapeText(value) : value.markup;
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
