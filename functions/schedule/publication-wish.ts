const prefix = 'publish.';

/** The name under which an edition's publication is asked for: a later plan replaces the earlier wish. */
export const publicationWishOf = (editionId: string): string => `${prefix}${editionId}`;

/** The edition whose publication is due; undefined for a moment asked for by another. */
export const editionToPublish = (wish: string): string | undefined =>
  wish.startsWith(prefix) ? wish.slice(prefix.length) : undefined;
