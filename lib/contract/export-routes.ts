import * as z from 'zod';
import { defineRoute } from './define-route.ts';
import { entryState } from './entry-parts.ts';
import { editionPath, moment, noBody, noQuery, roundPath } from './shared.ts';
import { sha256 } from './text.ts';

const capability = 'exports';

const exportRequest = z
  .strictObject({
    state: entryState.exactOptional().meta({ description: 'Only entries in this state.' }),
  })
  .meta({ id: 'ExportRequest', description: 'Which entries the file is to have.' });

const exportView = z
  .object({
    url: z.string(),
    expiresAt: moment,
    /** Rows. */
    entries: z.int(),
    size: z.int(),
    sha256,
  })
  .meta({
    id: 'Export',
    description: 'Where the workbook can be fetched, for sixty seconds, and what it is.',
  });

const scoreExportView = z
  .object({
    url: z.string(),
    expiresAt: moment,
    /** Score sheets of the round. */
    sheets: z.int(),
    /** SHA-256 of the outcome, as the preview has it. */
    digest: sha256,
    size: z.int(),
    sha256,
  })
  .meta({
    id: 'ScoreExport',
    description: 'Where the workbook of a round can be fetched, for sixty seconds, and what it is.',
  });

export const exportRoutes = {
  exportEntries: defineRoute({
    operation: 'exportEntries',
    capability,
    method: 'POST',
    path: '/api/editions/{editionId}/entry-exports',
    audience: ['secretary', 'organiser'],
    summary: 'The entries as an XLSX workbook, in which no cell can run; each export is audited.',
    params: editionPath,
    query: noQuery,
    body: exportRequest,
    success: 201,
    reply: exportView,
    problems: ['not-found', 'forbidden', 'limit-reached'],
  }),
  exportScores: defineRoute({
    operation: 'exportScores',
    capability,
    method: 'POST',
    path: '/api/editions/{editionId}/rounds/{roundId}/score-exports',
    audience: ['organiser'],
    summary:
      'Marks, ranking and rules of a closed round as an XLSX workbook; each export is audited.',
    params: roundPath,
    query: noQuery,
    body: noBody,
    success: 201,
    reply: scoreExportView,
    problems: ['not-found', 'forbidden', 'conflict-of-interest', 'state-conflict', 'limit-reached'],
  }),
};
