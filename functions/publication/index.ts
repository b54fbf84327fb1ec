import type { EventServices } from '../../lib/http/services.ts';
import type { Reaction } from '../../lib/platform/events.ts';
import { changedItem } from '../../lib/store/changed-item.ts';
import { loadResult } from '../../lib/store/outcomes.ts';
import { resultPage } from './result-page.ts';

/** Seen at once after a correction, and still served from the edge: always asked for, rarely sent again. */
const cacheControl = 'public, max-age=0, s-maxage=30, must-revalidate';

/**
 * The result was published: write its public files. What the table holds now is written, not what the event
 * carried, so that events out of order end in the same files. The page comes last: it links to the data.
 */
export const reaction = ({ table, results }: EventServices): Reaction => {
  const write = async (name: string, text: string, contentType: string) => {
    await results.put(name, new TextEncoder().encode(text), { contentType, cacheControl });
  };

  return async (event) => {
    if (event.kind !== 'item-changed' || !event.after) return;
    const changed = changedItem(event.after);
    if (changed?.kind !== 'result') return;
    const result = await loadResult(table, changed.result.editionId);
    if (!result) return;
    const folder = `results/${result.editionId}`;
    const json = `${JSON.stringify(result, undefined, 2)}\n`;
    await write(`${folder}/results.json`, json, 'application/json; charset=utf-8');
    await write(`${folder}/index.html`, resultPage(result), 'text/html; charset=utf-8');
  };
};
