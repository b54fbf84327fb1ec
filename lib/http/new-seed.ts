import { randomBytes } from 'node:crypto';

/** Chance that nobody can guess: 256 random bits in lower-case hexadecimal. */
export const newSeed = (): string => randomBytes(32).toString('hex');
