import { useMutation, useQueryClient } from '@tanstack/preact-query';
import type * as z from 'zod';
import { documentRoutes } from '../../../lib/contract/document-routes.ts';
import type { documentView } from '../../../lib/contract/document-views.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { startupWords } from '../words/startup-words.ts';
import { uiWords } from '../words/ui-words.ts';
import type { EntryPath } from './use-entry.ts';

/** One file of the dossier. */
export function DocumentRow(props: {
  readonly path: EntryPath;
  readonly document: z.output<typeof documentView>;
  /** Whether it may be taken out now. */
  readonly isOpen: boolean;
}) {
  const { document } = props;
  const { format } = useLanguage();
  const startup = useWords(startupWords);
  const ui = useWords(uiWords);
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
  const state = document.confirmed ? startup.inspections[document.inspection] : startup.notArrived;
  return (
    <li>
      <span>
        {document.fileName}{' '}
        <span class="soft">
          {format.bytes(document.size)} · {state}
        </span>
        {document.inspection === 'rejected' ? (
          <span class="wrong-text"> {startup.rejectedFor(document.reason ?? '')}</span>
        ) : null}
      </span>
      <span class="actions">
        {document.inspection === 'clean' ? (
          <button type="button" class="quiet" onClick={() => open.mutate()}>
            {ui.open}
          </button>
        ) : null}
        {props.isOpen ? (
          <button
            type="button"
            class="quiet"
            disabled={remove.isPending}
            onClick={() => remove.mutate()}
          >
            {startup.remove}
          </button>
        ) : null}
      </span>
      {error === null ? null : <Failure error={error} />}
    </li>
  );
}
