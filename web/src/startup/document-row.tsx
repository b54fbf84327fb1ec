import { useMutation, useQueryClient } from '@tanstack/preact-query';
import type * as z from 'zod';
import { documentRoutes } from '../../../lib/contract/document-routes.ts';
import type { documentView } from '../../../lib/contract/entry-views.ts';
import { api } from '../api.ts';
import { useLanguage } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import type { EntryPath } from './use-entry.ts';

/** One file of the dossier. */
export function DocumentRow(props: {
  readonly path: EntryPath;
  readonly document: z.output<typeof documentView>;
}) {
  const { document } = props;
  const { words, format } = useLanguage();
  const queries = useQueryClient();
  const { documentId } = document;
  const path = { editionId: props.path.editionId, entryId: props.path.entryId, documentId };
  const remove = useMutation({
    mutationFn: async () => await api.call(documentRoutes.removeDocument, { path }),
    onSuccess: async () => await queries.invalidateQueries({ queryKey: ['entry', path.entryId] }),
  });
  const open = useMutation({
    mutationFn: async () => (await api.call(documentRoutes.linkDocument, { path })).body,
    onSuccess: ({ url }) => location.assign(url),
  });
  const error = remove.error ?? open.error;
  const state = document.confirmed ? words.inspections[document.inspection] : words.notArrived;
  return (
    <li>
      <span>
        {document.fileName}{' '}
        <span class="soft">
          {format.bytes(document.size)} · {state}
        </span>
        {document.inspection === 'rejected' ? (
          <span class="wrong-text"> {words.rejectedFor(document.reason ?? '')}</span>
        ) : null}
      </span>
      <span class="actions">
        {document.inspection === 'clean' ? (
          <button type="button" class="quiet" onClick={() => open.mutate()}>
            {words.open}
          </button>
        ) : null}
        <button
          type="button"
          class="quiet"
          disabled={remove.isPending}
          onClick={() => remove.mutate()}
        >
          {words.remove}
        </button>
      </span>
      {error === null ? null : <Failure error={error} />}
    </li>
  );
}
