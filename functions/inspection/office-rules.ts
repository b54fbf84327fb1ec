import { officeTypes } from './office-types.ts';
import { Rejected } from './rejected.ts';
import { readXmlTags } from './xml-tags.ts';

const ACTIVE_NAME =
  /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml|activeX\/.*|oleObject[^/]*\.bin)$|\.(?:exe|dll|com|scr|js|jse|vbs|vbe|wsf|hta|ps1|bat|cmd|lnk|msi|jar|docm|pptm|xlsm|xlam|ppam|dotm|potm|xltm|ppsm)$/i;
const ACTIVE_TYPE = /macroenabled|vbaproject|vbadata|oleobject|activex|ms-office\.vba/i;
const ACTIVE_RELATION =
  /\/(?:vbaProject|oleObject|control|activeXControl[^/]*|attachedTemplate|aFChunk)$/i;
const HYPERLINK = /\/hyperlink$/;
const LINK_TARGET = /^(?:https?:\/\/|mailto:|#)/i;

/** A part whose very name says that it runs. @throws Rejected `active-content` */
export function requirePassiveName(name: string): void {
  if (ACTIVE_NAME.test(name)) throw new Rejected('active-content', 'a part that runs');
}

/**
 * `[Content_Types].xml`: no part that runs, and exactly one main part, of a type that may be here. Answers that part's
 * name in the archive. @throws Rejected
 */
export function readMainPart(xml: string, allowed: readonly string[]): string {
  const tags = readXmlTags(xml).filter(({ name }) => name === 'Override' || name === 'Default');
  if (tags.some(({ attributes }) => ACTIVE_TYPE.test(attributes.ContentType ?? ''))) {
    throw new Rejected('active-content', 'a content type that runs');
  }
  const mains = tags.filter(({ attributes }) =>
    officeTypes.some((type) => attributes.ContentType === `${type}.main+xml`),
  );
  const [main] = mains;
  const fits = allowed.some((type) => main?.attributes.ContentType === `${type}.main+xml`);
  if (main === undefined || !fits) {
    throw new Rejected('signature-mismatch', 'another kind of document');
  }
  if (mains.length > 1) throw new Rejected('structure', 'two main parts');
  return (main.attributes.PartName ?? '').replace(/^\//, '');
}

/**
 * A `.rels` part: nothing that runs, and nothing that is fetched from elsewhere on opening; links for people to follow
 * may lead out. @throws Rejected
 */
export function requirePassiveRelations(xml: string): void {
  for (const { name, attributes } of readXmlTags(xml)) {
    if (name !== 'Relationship') continue;
    const { Type = '', Target = '', TargetMode = 'Internal' } = attributes;
    if (ACTIVE_RELATION.test(Type)) throw new Rejected('active-content', 'a relation that runs');
    const isOutside = TargetMode !== 'Internal' || /^(?:[a-z][a-z0-9+.-]+:|[/\\]{2})/i.test(Target);
    if (isOutside && !(HYPERLINK.test(Type) && LINK_TARGET.test(Target))) {
      throw new Rejected('active-content', 'a relation that leads outside');
    }
  }
}
