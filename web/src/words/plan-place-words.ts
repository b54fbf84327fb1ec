import { en } from './plan-place-words-en.ts';
import { vi } from './plan-place-words-vi.ts';

/** What each place of a plan is called. */
export const planPlaceWords = { vi, en };
