import type { Endpoint } from '../../lib/http/endpoint.ts';
import { approveRanking } from './approve-ranking.ts';
import { getResult } from './get-result.ts';
import { previewRanking } from './preview-ranking.ts';
import { publishResult } from './publish-result.ts';

/** Preview, approval, publication. */
export const endpoints: readonly Endpoint[] = [
  previewRanking,
  approveRanking,
  publishResult,
  getResult,
];
