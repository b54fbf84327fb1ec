import { useQueryClient } from '@tanstack/preact-query';
import type * as z from 'zod';
import type { entryView } from '../../../lib/contract/entry-views.ts';
import type { screeningRecordView } from '../../../lib/contract/screening-views.ts';
import type { DeskFacts } from './desk.tsx';
import type { Names } from './use-names.ts';

/** What each part of the page of an entry is given. */
export interface EntryPart {
  readonly facts: DeskFacts;
  readonly entry: z.output<typeof entryView>;
  readonly record: z.output<typeof screeningRecordView>;
  readonly names: Names;
}

/** Everything that may be other once an entry was acted on is read anew. */
export function useEntryChanged({ facts, entry }: EntryPart): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await Promise.all(
      [
        ['desk-entry', entry.entryId],
        ['screening', entry.entryId],
        ['entry-history', entry.entryId],
        ['entries', facts.editionId],
        ['entry-counts', facts.editionId],
      ].map(async (queryKey) => await queries.invalidateQueries({ queryKey })),
    );
  };
}
