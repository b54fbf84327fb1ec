import type { PublicAward, PublicResult } from '../../lib/contest/publication.ts';

const escapes: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML, in an element or a quoted attribute. */
const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

const style = `
  body { font: 1.05rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1c2430; background: #fff }
  h1 { font-size: 1.5rem; line-height: 1.25 } h2 { font-size: 1.1rem; margin: 1.6rem 0 .2rem; color: #8a1c1c }
  article { border-top: 1px solid #d8dde5; padding: .7rem 0 } p { margin: .2rem 0 } .meta, footer { color: #4a5568; font-size: .9rem; overflow-wrap: anywhere }
  @media (prefers-color-scheme: dark) { body { color: #e6eaf0; background: #14181f } h2 { color: #ff9d9d } .meta, footer { color: #aab4c3 } article { border-color: #323a46 } }
  @media print { body { margin: 0; max-width: none } }`;

/** dd/MM/yyyy HH:mm in Vietnam, whatever machine writes it. */
const vietnamTime = (instant: string): string => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('hour')}:${part('minute')} ${part('day')}/${part('month')}/${part('year')}`;
};

/** The published result as one page that needs no script, reads on a phone and prints on paper. */
export function resultPage(result: PublicResult): string {
  const { name, organiser, documentNumber, digest, publishedAt } = result;
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kết quả – ${escaped(name.vi)}</title>
<style>${style}
</style>
</head>
<body>
<header>
<p class="meta">${escaped(organiser.vi)}</p>
<h1>Kết quả ${escaped(name.vi)}</h1>
<p class="meta" lang="en">Results of ${escaped(name.en)}</p>
</header>
<main>
${result.awards.map(award).join('\n')}
</main>
<footer>
<p>Quyết định số <span>${escaped(documentNumber)}</span>; công bố lúc ${vietnamTime(publishedAt)}. <span lang="en">Decision no. ${escaped(documentNumber)}.</span></p>
<p>SHA-256: ${escaped(digest)} · <a href="results.json">results.json</a></p>
</footer>
</body>
</html>
`;
}

function award({ prize, joint, title, code, applicantName, publicSummary }: PublicAward): string {
  const shared = joint ? ' (đồng giải)' : '';
  const named = applicantName === undefined ? '' : `\n<p>${escaped(applicantName)}</p>`;
  const summary = publicSummary === undefined ? '' : `\n<p>${escaped(publicSummary)}</p>`;
  return `<article>
<h2>${escaped(prize.vi)}${shared} <span lang="en">/ ${escaped(prize.en)}</span></h2>
<p><strong>${escaped(title)}</strong></p>${named}${summary}
<p class="meta">${escaped(code)}</p>
</article>`;
}
