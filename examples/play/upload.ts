import { createHash } from 'node:crypto';
import { routes } from '../../lib/contract/routes.ts';
import { samplePdf } from '../../lib/platform/host/sample-pdf.ts';
import type { Actors } from './stage.ts';

/** An entry's place in the interface. */
export interface EntryPath {
  readonly editionId: string;
  readonly entryId: string;
}

/** Brings one PDF into a dossier: ticket, PUT, confirmation; its inspection follows. */
export async function upload(
  { does, tell }: Actors,
  path: EntryPath,
  who: string,
  file: { readonly kind: string; readonly fileName: string; readonly text: string },
): Promise<void> {
  const { kind, fileName, text } = file;
  const bytes = samplePdf(text);
  const { documentId, upload: ticket } = await does(
    who,
    'asks for an upload ticket',
    routes.requestUpload,
    {
      path,
      body: {
        kind,
        fileName,
        contentType: 'application/pdf',
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
    },
    ({ upload: given }) => `one PUT until ${given.expiresAt}`,
  );
  const put = await fetch(ticket.url, { method: 'PUT', headers: ticket.headers, body: bytes });
  tell({ who, what: `uploads ${bytes.length} bytes`, answer: String(put.status) });
  await does(
    who,
    'confirms the upload',
    routes.confirmDocument,
    { path: { ...path, documentId } },
    ({ inspection }) => `inspection ${inspection}`,
  );
}
