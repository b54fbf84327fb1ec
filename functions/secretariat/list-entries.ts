import type { Entry } from '../../lib/contest/entry.ts';
import { found } from '../../lib/contest/found.ts';
import { secretariatRoutes } from '../../lib/contract/secretariat-routes.ts';
import { openCursor, sealCursor } from '../../lib/http/cursor.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { listEntriesPage } from '../../lib/store/entry-list.ts';

/** The secretariat's list, all entries or those in one state. */
export const listEntries = endpoint(
  secretariatRoutes.listEntries,
  async ({ path, query, actor, table, admit }) => {
    const { limit, cursor, state } = query;
    const binding = `listEntries ${path.editionId} ${actor.personId} ${state ?? ''}`;
    const page = await listEntriesPage(table, path.editionId, actor.personId, {
      limit,
      ...(state === undefined ? {} : { state }),
      ...(cursor === undefined ? {} : { after: openCursor(binding, cursor, positionOf(state)) }),
    });
    found(page.edition);
    admit(page.standing);
    const last = page.hasMore ? page.entries.at(-1) : undefined;
    return {
      items: page.entries.map(summary),
      ...(last ? { next: sealCursor(binding, `${last.state}#${last.entryId}`) } : {}),
    };
  },
);

/** What a position of this list looks like: a table refuses to start outside of what it is asked for. */
const positionOf = (state: string | undefined): RegExp =>
  new RegExp(`^${state ?? '(?:draft|submitted|eligible|ineligible|withdrawn)'}#[0-9a-f-]{36}$`);

function summary({ content, ...entry }: Entry) {
  const { title, trackId, fieldId, applicant } = content;
  return {
    ...entry,
    title,
    trackId,
    ...(fieldId === undefined ? {} : { fieldId }),
    ...(applicant === undefined ? {} : { applicantName: applicant.name }),
  };
}
