import { Rejected } from './rejected.ts';

/** A start tag: its local name and its attributes, entities resolved. */
export interface XmlTag {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
}

const TAG = /<(?:[\w.-]+:)?([\w.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;
/** What may open otherwise: an end tag, the declaration. Comments and CDATA have no place in these parts. */
const OTHER_OPENING = /<(?:\/[\w:.-]+\s*>|\?xml\s)/g;
const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g;
const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Every start tag of a flat part (content types, relationships). Each `<` must be accounted for, so that nothing is
 * passed over which another reader would see. @throws Rejected `structure`
 */
export function readXmlTags(xml: string): XmlTag[] {
  const tags = [...xml.matchAll(TAG)];
  const others = xml.match(OTHER_OPENING)?.length ?? 0;
  const opened = xml.split('<').length - 1;
  if (tags.length + others !== opened) throw new Rejected('structure', 'XML of another shape');
  return tags.map(([, name = '', inside = '']) => ({ name, attributes: readAttributes(inside) }));
}

function readAttributes(inside: string): { [name: string]: string } {
  const attributes: { [name: string]: string } = {};
  for (const [, name = '', double, single] of inside.matchAll(ATTRIBUTE)) {
    if (Object.hasOwn(attributes, name)) throw new Rejected('structure', 'an attribute twice');
    attributes[name] = resolve(double ?? single ?? '');
  }
  return attributes;
}

function resolve(value: string): string {
  if (value.replace(REFERENCE, '').includes('&')) throw new Rejected('structure', 'an entity');
  return value.replace(REFERENCE, (_, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name) ?? '';
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    if (code > 0x10ffff) throw new Rejected('structure', 'no such character');
    return String.fromCodePoint(code);
  });
}
