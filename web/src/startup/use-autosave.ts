import { useQueryClient } from '@tanstack/preact-query';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { registrationRoutes } from '../../../lib/contract/registration-routes.ts';
import { api } from '../api.ts';
import { type Unsaved, useSaving } from '../ui/use-saving.ts';
import { contentOf, draftOf } from './draft.ts';
import type { Draft } from './draft-shape.ts';
import type { KeptEntry } from './use-entry.ts';

/** The form of an entry, saved as it is written. What is not saved yet outlives a reload in this tab. */
export function useAutosave(plan: WirePlan, kept: KeptEntry, isOpen: (field: string) => boolean) {
  const { editionId, entryId } = kept.entry;
  const name = `unsaved-${entryId}`;
  const key = ['entry', entryId];
  const queries = useQueryClient();
  const storedOf = ({ entry, etag }: KeptEntry) => ({ typed: draftOf(plan, entry.content), etag });
  const { typed: draft, ...form } = useSaving<Draft>({
    pause: 900,
    retryAfter: 4000,
    stored: storedOf(kept),
    recovered: () => recovered(name),
    keep(unsaved) {
      if (unsaved === undefined) sessionStorage.removeItem(name);
      else sessionStorage.setItem(name, JSON.stringify(unsaved));
    },
    async send(sent, { etag, idempotencyKey }) {
      const { consents } = kept.entry.content;
      const written = contentOf(plan, sent, kept.entry.content);
      // Through a supplement what stays closed must come back as it was, old versions of texts included.
      const body = isOpen('consents') ? written : { ...written, consents };
      const answer = await api.call(registrationRoutes.editEntry, {
        path: { editionId, entryId },
        body,
        ifMatch: etag,
        idempotencyKey,
      });
      const now = { entry: answer.body, etag: answer.etag ?? '' };
      queries.setQueryData(key, now);
      return storedOf(now);
    },
    async theirs() {
      await queries.refetchQueries({ queryKey: key });
      const now = queries.getQueryData<KeptEntry>(key);
      return now === undefined ? undefined : storedOf(now);
    },
  });
  return { draft, ...form };
}

function recovered(name: string): Unsaved<Draft> | undefined {
  const text = sessionStorage.getItem(name);
  return text === null ? undefined : JSON.parse(text);
}
