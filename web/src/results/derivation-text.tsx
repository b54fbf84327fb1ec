import type { ComponentChildren } from 'preact';

/** The Markdown that a derivation is written in: headings, lists, lines, some of them bold. What else somebody wrote stays text. */
export function DerivationText({ text }: { readonly text: string }) {
  return <section class="derivation">{blocksOf(text).map(blockOf)}</section>;
}

/** Lines that belong together: a heading alone, a list as a whole. */
function blocksOf(text: string): readonly (readonly string[])[] {
  const blocks: string[][] = [];
  for (const line of text.split('\n')) {
    const last = blocks.at(-1);
    const isListed = /^\s*(?:- |\d+\. )/.test(line);
    if (isListed && last?.[0] !== undefined && /^(?:- |\d+\. )/.test(last[0])) last.push(line);
    else if (line.trim() !== '') blocks.push([line]);
  }
  return blocks;
}

function blockOf(lines: readonly string[], at: number): ComponentChildren {
  const [first = ''] = lines;
  if (first.startsWith('### ')) return <h4 key={at}>{plain(first.slice(4))}</h4>;
  if (first.startsWith('## ')) return <h3 key={at}>{plain(first.slice(3))}</h3>;
  if (first.startsWith('# ')) return <h2 key={at}>{plain(first.slice(2))}</h2>;
  const bold = /^\*\*(.+)\*\*$/.exec(first)?.[1];
  if (bold !== undefined) return <h4 key={at}>{plain(bold)}</h4>;
  if (/^(?:- |\d+\. )/.test(first)) {
    const List = first.startsWith('- ') ? 'ul' : 'ol';
    return (
      <List key={at}>
        {lines.map((line, place) => (
          <li key={place} value={numberOf(line)} class={line.startsWith(' ') ? 'inner' : ''}>
            {plain(line.trim().replace(/^(?:- |\d+\. )/, ''))}
          </li>
        ))}
      </List>
    );
  }
  return <p key={at}>{plain(first)}</p>;
}

/** The number that a line has in a list: it is cited by it, and others may have been withdrawn. */
function numberOf(line: string): number | undefined {
  const digits = /^(\d+)\. /.exec(line)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Without the marks that keep Markdown from reading a text of somebody as its own. */
const plain = (line: string): string =>
  line.replace(/\\(\S)|`/g, (_, escaped?: string) => escaped ?? '');
