import { isDeepStrictEqual } from 'node:util';
import type { Entry } from '../../lib/contest/entry.ts';
import type { EventServices } from '../../lib/http/services.ts';
import type { ContestEvent, Reaction } from '../../lib/platform/events.ts';
import type { Table } from '../../lib/platform/table.ts';
import { loadShownCertificates } from '../../lib/store/certificates.ts';
import { changedItem } from '../../lib/store/changed-item.ts';
import { loadShownVersions } from '../../lib/store/shown-results.ts';
import { certificateFiles } from './certificate-files.ts';
import { type ResultFile, resultFiles } from './result-files.ts';

/** Seen at once after a correction, and still served from the edge: always asked for, rarely sent again. */
const cacheControl = 'public, max-age=0, s-maxage=30, must-revalidate';

/**
 * The result was published, or somebody who may be named in it takes a consent back: write its public files. What the table
 * holds now is written, not what the event carried, so that events out of order end in the same files.
 */
export const reaction =
  (services: EventServices): Reaction =>
  async (event) => {
    const editionId = editionOf(event);
    if (editionId !== undefined) await writeFiles(services, editionId);
  };

/**
 * Writes and looks again until nothing has changed meanwhile. Events of the result and of entries are told side by side: who
 * was slow would else put a name back that another one has just taken out.
 */
async function writeFiles(
  { table, results }: Pick<EventServices, 'table' | 'results'>,
  editionId: string,
): Promise<void> {
  let written: readonly ResultFile[] = [];
  let files = await filesOf(table, editionId);
  while (!isDeepStrictEqual(files, written)) {
    for (const { name, text, contentType } of files) {
      await results.put(name, new TextEncoder().encode(text), { contentType, cacheControl });
    }
    written = files;
    files = await filesOf(table, editionId);
  }
}

/** The pages of certificates come first: nothing links to them but the paper. */
async function filesOf(table: Table, editionId: string): Promise<readonly ResultFile[]> {
  const versions = await loadShownVersions(table, editionId);
  const certificates = await loadShownCertificates(table, editionId);
  return [...certificateFiles(certificates, versions), ...resultFiles(versions)];
}

/** The edition whose files may have to be written again. */
function editionOf(event: ContestEvent): string | undefined {
  if (event.kind !== 'item-changed' || !event.after) return undefined;
  const changed = changedItem(event.after);
  if (changed?.kind === 'result') return changed.result.editionId;
  if (changed?.kind === 'certificate') return changed.certificate.editionId;
  if (changed?.kind !== 'entry') return undefined;
  const before = event.before && changedItem(event.before);
  const was = before?.kind === 'entry' ? consentsOf(before.entry) : undefined;
  return was === undefined || isDeepStrictEqual(was, consentsOf(changed.entry))
    ? undefined
    : changed.entry.editionId;
}

/** All of an entry that its being named comes down to. */
const consentsOf = ({ content, withdrawnConsents = [] }: Entry) => [
  withdrawnConsents.map(({ purpose }) => purpose),
  content.consents,
  content.members.map(({ guardian }) => guardian?.consents ?? []),
];
