import { formatLocal } from '../../lib/contest/local-time.ts';
import { signerLines } from '../../lib/contest/official-decision.ts';
import type { PublishedAward } from '../../lib/contest/public-award.ts';
import type { PublishedResult } from '../../lib/contest/publication.ts';
import { escaped, pageStyle } from './page-html.ts';
import { type PageLanguage, words } from './page-words.ts';
import { awardsByPrize, awardsByTrack } from './result-awards.ts';

/** Where a page stands among the others: its own version, and whether that is the newest. */
export interface PagePlace {
  readonly language: PageLanguage;
  readonly isNewest: boolean;
}

/** A version of the result as one page that needs no script, reads on a phone and prints on paper. */
export function resultPage(result: PublishedResult, { language, isNewest }: PagePlace): string {
  const say = (name: keyof typeof words): string => words[name][language];
  const heading = `${say('result')} ${escaped(result.name[language])}`;
  const links = linksOf(result, isNewest);
  const other = language === 'vi' ? 'en' : 'vi';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${heading}. ${escaped(result.organiser[language])}.">
<title>${heading}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style>${pageStyle}
</style>
</head>
<body>
<header>
<nav><a href="${links[other]}" hreflang="${other}" lang="${other}">${say('other')}</a></nav>
<p class="meta">${escaped(result.organiser[language])}</p>
<h1>${heading}</h1>
${noticeOf(result, { language, isNewest })}${decisionOf(result, language)}
</header>
<main>
${result.state === 'retracted' ? '' : awardsOf(result, language)}
</main>
<footer>
${historyOf(result, { language, isNewest })}<p>${say('version')} ${result.resultVersion}. ${say('publishedAt')} ${formatLocal(result.publishedAt, result.timeZone)}.</p>
<p>SHA-256: ${escaped(result.digest)}</p>
<p>${say('data')}: <a href="${links.data}">JSON</a>. <a href="${links.schema}">${say('schema')}</a>.</p>
</footer>
</body>
</html>
`;
}

/** Addresses relative to the page: the newest stands in the edition's folder, each version below it. */
const linksOf = ({ resultVersion }: PublishedResult, isNewest: boolean) =>
  isNewest
    ? { vi: 'index.html', en: 'en.html', data: 'results.json', schema: '../results.schema.json' }
    : {
        vi: `${resultVersion}.html`,
        en: `${resultVersion}.en.html`,
        data: `${resultVersion}.json`,
        schema: '../../results.schema.json',
      };

function noticeOf(result: PublishedResult, { language, isNewest }: PagePlace): string {
  const lines: string[] = [];
  if (!isNewest) {
    const newest = language === 'vi' ? '../index.html' : '../en.html';
    lines.push(`<p><a href="${newest}">${words.replaced[language]}</a></p>`);
  }
  if (result.reason !== undefined) {
    const what = result.state === 'retracted' ? words.retracted : words.corrected;
    lines.push(`<p><strong>${what[language]}</strong></p>`);
    lines.push(`<p>${words.reason[language]} <span lang="vi">${escaped(result.reason)}</span></p>`);
  }
  return lines.length === 0 ? '' : `<div class="notice">\n${lines.join('\n')}\n</div>\n`;
}

function decisionOf({ decision }: PublishedResult, language: PageLanguage): string {
  const { documentNumber, issuedOn, title, signer } = decision;
  const [year, month, day] = issuedOn.split('-');
  const number = `<span lang="vi">${escaped(documentNumber)}</span>`;
  const signed = escaped(signerLines(signer).join(', '));
  return `<p>${words.decision[language]} ${number} ${words.dated[language]} ${day}/${month}/${year}: <span lang="vi">${escaped(title)}</span></p>
<p class="meta">${words.signedBy[language]} <span lang="vi">${signed}</span></p>`;
}

function awardsOf(result: PublishedResult, language: PageLanguage): string {
  const { awards, tracks } = result;
  if (awards.length === 0) return `<p>${words.noAwards[language]}</p>`;
  const prizes = awardsByPrize(awards).map(
    ({ prize, awards: some }) => `<section>
<h3>${escaped(prize[language])}</h3>
${some.map((award) => articleOf(award, language)).join('\n')}
</section>`,
  );
  const tables = awardsByTrack(awards, tracks).map(
    ({ name, awards: some }) => `<table>
<caption>${escaped(name[language])}</caption>
<thead><tr><th scope="col">${words.prize[language]}</th><th scope="col">${words.title[language]}</th><th scope="col">${words.code[language]}</th></tr></thead>
<tbody>
${some.map((award) => rowOf(award, language)).join('\n')}
</tbody>
</table>`,
  );
  return `<h2>${words.byPrize[language]}</h2>
${prizes.join('\n')}
<h2>${words.byTrack[language]}</h2>
${tables.join('\n')}`;
}

function articleOf(award: PublishedAward, language: PageLanguage): string {
  const { joint, title, code, applicantName, publicSummary } = award;
  const shared = joint ? ` ${words.joint[language]}` : '';
  const said = [applicantName, publicSummary].filter((line) => line !== undefined);
  const lines = said.map((line) => `\n<p lang="vi">${escaped(line)}</p>`);
  return `<article>
<p><strong lang="vi">${escaped(title)}</strong>${shared}</p>${lines.join('')}
<p class="meta">${escaped(code)}</p>
</article>`;
}

const rowOf = ({ prize, title, code }: PublishedAward, language: PageLanguage): string =>
  `<tr><td>${escaped(prize[language])}</td><td lang="vi">${escaped(title)}</td><td>${escaped(code)}</td></tr>`;

function historyOf({ earlier, timeZone }: PublishedResult, at: PagePlace): string {
  if (earlier.length === 0) return '';
  const { language, isNewest } = at;
  const items = earlier.map(({ resultVersion, state, publishedAt, documentNumber }) => {
    const folder = isNewest ? 'versions/' : '';
    const page = `${folder}${resultVersion}${language === 'vi' ? '' : '.en'}.html`;
    const retracted = state === 'retracted' ? ` (${words.retraction[language]})` : '';
    return `<li><a href="${page}">${words.version[language]} ${resultVersion}</a>${retracted}: ${formatLocal(publishedAt, timeZone)}, <span lang="vi">${escaped(documentNumber)}</span></li>`;
  });
  return `<h2>${words.history[language]}</h2>
<ul>
${items.join('\n')}
</ul>
`;
}
