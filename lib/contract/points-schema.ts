import { parsePoints } from '../contest/points.ts';
import { accepted } from './text.ts';

/**
 * Points as a decimal string: "8.5". It stays a string; `parsePoints` gives the hundredths. Code: invalid-score, and as its limit
 * why: a comma is the usual slip where people write decimals with one.
 */
export const points = accepted(
  'invalid-score',
  (value) => parsePoints(value) !== undefined,
  'not-a-decimal 0.01',
).meta({
  pattern: '^(?:0|[1-9][0-9]*)(?:\\.[0-9]{1,2})?$',
  description: 'Decimal points as a string, at most two decimals: "8.5".',
});
