import type { Files } from '../../lib/platform/files.ts';
import { sha256OfBytes } from '../../lib/store/digest.ts';

const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const expiresInSeconds = 60;

/** Keeps a workbook where its one link, for sixty seconds, leads to. */
export async function keepWorkbook(
  documents: Files,
  bytes: Uint8Array,
  names: { readonly editionId: string; readonly id: string; readonly kind: string },
  fileName: string,
) {
  // Four segments: the inspection takes keys of three for documents.
  const key = `_exports/${names.editionId}/${names.id}/${names.kind}.xlsx`;
  const { versionId } = await documents.put(key, bytes, { contentType });
  const link = await documents.link({ key, versionId, fileName, contentType, expiresInSeconds });
  return { link, made: { size: bytes.length, sha256: sha256OfBytes(bytes) } };
}
