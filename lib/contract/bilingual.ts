import * as z from 'zod';
import type { TextRule } from '../contest/plain-text.ts';
import { text } from './text.ts';

/** A text in Vietnamese and English, both needed, each of at most `max` code points. */
export const bilingual = (max: number, rule: Partial<TextRule> = {}) =>
  z.strictObject({ vi: text(max, rule), en: text(max, rule) });
