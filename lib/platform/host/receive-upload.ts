import type { IncomingMessage, ServerResponse } from 'node:http';
import type { UploadGrant } from './file-links.ts';
import { refuse } from './file-refusal.ts';
import type { About, VersionStore } from './version-store.ts';

const LONGEST_UPLOAD_MS = 5 * 60 * 1000;
const LONGEST_SILENCE_MS = 30 * 1000;

interface Upload {
  readonly grant: UploadGrant;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly store: VersionStore;
  /** Publishes as the key's first version; undefined when there is one already. */
  readonly publishFirst: (draft: Draft, contentType: string) => Promise<About | undefined>;
}

type Draft = Awaited<ReturnType<VersionStore['receive']>>;

/** Stores the body of a PUT whose signature and time were found right: exactly the bytes signed for, and once. */
export async function receiveUpload(upload: Upload): Promise<void> {
  const { grant, response, store } = upload;
  // Only to spare the transfer: what decides is that two versions cannot share an ordinal.
  if ((await store.find(grant.key)) !== undefined) return refuse(response, 'PreconditionFailed');
  const draft = await receiveBody(upload);
  if (draft === undefined) return;
  if (String(draft.size) !== grant.size || hexToBase64(draft.sha256) !== grant.checksum) {
    await store.discard(draft);
    return refuse(response, 'BadDigest');
  }
  const about = await upload.publishFirst(draft, grant.contentType);
  if (about === undefined) return refuse(response, 'PreconditionFailed');
  response.writeHead(200, {
    'content-length': 0,
    'cache-control': 'no-store',
    etag: `"${about.sha256}"`,
    'x-amz-version-id': about.versionId,
  });
  response.end();
}

/** A body that stops, stalls or takes too long leaves nothing; the parser already holds it to its content-length. */
async function receiveBody({ request, response, store }: Upload): Promise<Draft | undefined> {
  const giveUp = () => request.destroy(new Error('the upload took too long'));
  const timer = setTimeout(giveUp, LONGEST_UPLOAD_MS);
  request.setTimeout(LONGEST_SILENCE_MS, giveUp);
  try {
    return await store.receive(request);
  } catch (error) {
    if (request.errored === null) throw error;
    refuse(response, 'IncompleteBody', { connection: 'close' });
    return;
  } finally {
    clearTimeout(timer);
    request.setTimeout(0);
  }
}

function hexToBase64(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64');
}
