import type { Endpoint } from '../../lib/http/endpoint.ts';
import { exportEntries } from './export-entries.ts';
import { exportScores } from './export-scores.ts';

/** Files for the office: what takes longer than an answer may, or is no JSON. */
export const endpoints: readonly Endpoint[] = [exportEntries, exportScores];
