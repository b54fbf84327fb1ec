import { Refused } from '../../lib/contest/refusal.ts';

/** Where a document lies: made of ids alone, so that the inspection knows whose it is. */
export const documentKey = (at: {
  readonly editionId: string;
  readonly entryId: string;
  readonly documentId: string;
}): string => `${at.editionId}/${at.entryId}/${at.documentId}`;

/** The ids in a key, or the refusal that it is none of ours. */
export function documentAt(key: string): {
  readonly editionId: string;
  readonly entryId: string;
  readonly documentId: string;
} {
  const [editionId, entryId, documentId, ...rest] = key.split('/');
  if (!editionId || !entryId || !documentId || rest.length > 0) {
    throw new Refused({ code: 'not-found' });
  }
  return { editionId, entryId, documentId };
}
