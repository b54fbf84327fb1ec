import { enRound } from './desk-round-words-en.ts';
import { viRound } from './desk-round-words-vi.ts';

/** What the page of a round says. */
export const roundWords = { vi: viRound, en: enRound };
