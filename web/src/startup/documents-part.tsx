import type * as z from 'zod';
import type { entryView } from '../../../lib/contract/entry-views.ts';
import { useLanguage, useWords } from '../language.tsx';
import { TextField } from '../ui/field.tsx';
import { startupWords } from '../words/startup-words.ts';
import { DocumentRow } from './document-row.tsx';
import type { Opened } from './opening.ts';
import { isAsked, type Part } from './part.ts';
import { UploadButton } from './upload-button.tsx';

/** The dossier: what it is made of, what is there, what the inspection says of it. */
export function DocumentsPart(
  props: Part & {
    readonly entry: z.output<typeof entryView>;
    readonly opened: Opened | undefined;
  },
) {
  const { plan, entry, draft, change, opened } = props;
  const { words, of, format } = useLanguage();
  const startup = useWords(startupWords);
  const path = { editionId: entry.editionId, entryId: entry.entryId };
  const asked = plan.documents.filter((document) => isAsked(document, draft.trackId));
  return (
    <section>
      <h2>{words.dossier}</h2>
      {asked.map((document) => {
        const { kind, name, required, maxCount, maxBytes, linkHosts } = document;
        const there = entry.documents.filter((one) => one.kind === kind);
        const arrived = there.filter(({ confirmed }) => confirmed);
        // A cut upload takes up room; another file takes its place.
        const leftover =
          there.length < maxCount ? undefined : there.find(({ confirmed }) => !confirmed);
        return (
          <div key={kind} class="document">
            <h3>
              {of(name)} <span class="soft">({required ? words.required : words.optional})</span>
            </h3>
            <p class="soft">{words.upTo(format.count(maxCount), format.bytes(maxBytes))}</p>
            <ul class="rows">
              {there.map((one) => (
                <DocumentRow
                  key={one.documentId}
                  path={path}
                  document={one}
                  isOpen={opened?.isKindOpen(kind) === true}
                />
              ))}
            </ul>
            {arrived.length < maxCount && opened?.isKindOpen(kind) === true ? (
              <UploadButton path={path} document={document} instead={leftover?.documentId} />
            ) : null}
            {linkHosts === undefined || opened?.isOpen('links') !== true ? null : (
              <TextField
                label={startup.orLink(linkHosts.join(', '))}
                pointer={`/links/${(Object.keys(draft.links).indexOf(kind) + 1 || 1) - 1}/url`}
                type="url"
                value={draft.links[kind] ?? ''}
                change={(url) => change({ links: { ...draft.links, [kind]: url } })}
              />
            )}
          </div>
        );
      })}
    </section>
  );
}
