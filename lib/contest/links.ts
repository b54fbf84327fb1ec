import type { EntryContent } from './entry-content.ts';
import { documentsFor, type Plan } from './plan.ts';
import type { FieldError } from './refusal.ts';

const maxLength = 500;

/**
 * https, a plain host, and printable ASCII: no name or password before the host (`https://youtu.be@evil.example`), no port,
 * no letter that only looks like one of the host's. A backslash would end the host in browsers.
 */
const grammar = /^https:\/\/([a-z0-9.-]+)(?:[/?#][!#-;=?-[\]_a-z~]*)?$/i;

/** The host that a link leads to, in lower case; undefined where it is no link that is taken. */
export const hostOfLink = (url: string): string | undefined =>
  url.length <= maxLength && URL.canParse(url) ? grammar.exec(url)?.[1]?.toLowerCase() : undefined;

/**
 * Links in place of documents that the track does not take as links (not-allowed), that are no such link (invalid-link), that
 * lead to another host than one of the plan's, exactly (not-allowed), or are more than the document may have (too-many).
 * Nothing is ever fetched from there.
 */
export function linkErrors(
  plan: Plan,
  { trackId, links = [] }: Pick<EntryContent, 'trackId' | 'links'>,
): FieldError[] {
  const documents = documentsFor(plan, trackId);
  return links.flatMap(({ kind, url }, index): FieldError[] => {
    const document = documents.find((one) => one.kind === kind);
    if (document?.linkHosts === undefined) {
      return [{ pointer: `/links/${index}/kind`, code: 'not-allowed' }];
    }
    const { linkHosts, maxCount } = document;
    const pointer = `/links/${index}/url`;
    const host = hostOfLink(url);
    if (host === undefined) return [{ pointer, code: 'invalid-link' }];
    if (!linkHosts.includes(host)) return [{ pointer, code: 'not-allowed' }];
    const earlier = links.slice(0, index).filter((link) => link.kind === kind).length;
    return earlier < maxCount
      ? []
      : [{ pointer: `/links/${index}`, code: 'too-many', limit: maxCount }];
  });
}
