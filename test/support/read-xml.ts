/** An element as a strict reader of XML finds it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: readonly XmlElement[];
  /** Its own text and that of what is inside, in order. */
  readonly text: string;
}

const token = /<\?xml[^>]*\?>\n?|<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const attribute = /([\w:]+)="([^"<]*)"/g;
const forbidden = /(?![\t\n\r\x7f-\x9f])\p{Cc}|\p{Cs}|[\ufffe\uffff]/u;
const named: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

interface Open {
  name: string;
  attributes: { readonly [name: string]: string };
  children: XmlElement[];
  text: string;
}

/** The root of a document of elements, attributes and text; throws on anything else, and on what is not well-formed. */
export function readXml(xml: string): XmlElement {
  const top: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [top];
  let read = 0;
  for (const [whole, closing, name, attributes = '', empty, text] of xml.matchAll(token)) {
    read += whole.length;
    const parent = open.at(-1)!;
    if (text !== undefined) parent.text += decoded(text.replace(/\r\n?/g, '\n'));
    else if (name === undefined) continue;
    else if (closing === '/') close(open, name);
    else {
      open.push({ name, attributes: attributesOf(attributes), children: [], text: '' });
      if (empty === '/') close(open, name);
    }
  }
  const [root, ...others] = top.children;
  const isWhole = read === xml.length && open.length === 1 && top.text === root?.text;
  if (root === undefined || others.length > 0 || !isWhole) {
    throw new Error(`not well-formed after ${xml.slice(Math.max(0, read - 80), read)}`);
  }
  return root;
}

/** All elements of a name, however deep. */
export const elementsOf = (root: XmlElement, name: string): XmlElement[] =>
  root.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...elementsOf(child, name),
  ]);

function close(open: Open[], name: string): void {
  const done = open.pop();
  const parent = open.at(-1);
  if (done === undefined || parent === undefined || done.name !== name) {
    throw new Error(`</${name}> closes <${done?.name}>`);
  }
  parent.children.push(done);
  parent.text += done.text;
}

const attributesOf = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(attribute)].map(([, name, value]) => [
      name!,
      decoded(value!.replace(/[\t\r\n]/g, ' ')),
    ]),
  );

function decoded(text: string): string {
  if (forbidden.test(text)) throw new Error('a forbidden character');
  return text.replace(/&(?:#(\d+)|(\w+))?(;?)/g, (whole, number, name, end) => {
    const character = number === undefined ? named[name] : String.fromCodePoint(Number(number));
    if (character === undefined || end === '') throw new Error(`no entity: ${whole}`);
    return character;
  });
}
