/** Whose a stored object is. */
export interface DocumentAddress {
  readonly editionId: string;
  readonly entryId: string;
  readonly documentId: string;
}

/** Where a document lies: made of ids alone, never of a file's name, so that the inspection knows whose it is. */
export const documentKey = ({ editionId, entryId, documentId }: DocumentAddress): string =>
  `${editionId}/${entryId}/${documentId}`;

/** The ids in a key; undefined for a key that is none of a document. */
export function documentAt(key: string): DocumentAddress | undefined {
  const [editionId, entryId, documentId, ...rest] = key.split('/');
  if (!editionId || !entryId || !documentId || rest.length > 0) return undefined;
  return { editionId, entryId, documentId };
}
