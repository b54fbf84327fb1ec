const prefix = 'freeze.';

/** The name under which an edition's freeze is asked for. */
export const freezeWishOf = (editionId: string): string => `${prefix}${editionId}`;

/** The edition whose freeze is due; undefined for a moment asked for by another. */
export const editionToFreeze = (wish: string): string | undefined =>
  wish.startsWith(prefix) ? wish.slice(prefix.length) : undefined;
