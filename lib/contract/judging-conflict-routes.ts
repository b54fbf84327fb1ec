import { defineRoute } from './define-route.ts';
import { conflictRequest, recordedConflict } from './judging-conflict-views.ts';
import { judgeSheetPath } from './judging-sheet-views.ts';
import { noQuery } from './shared.ts';

const capability = 'judging';
const round = '/api/editions/{editionId}/rounds/{roundId}';

/** Conflicts of interest that somebody else than the judge knows of. */
export const judgingConflictRoutes = {
  recordConflict: defineRoute({
    operation: 'recordConflict',
    capability,
    method: 'PUT',
    path: `${round}/entries/{entryId}/conflicts/{judgeId}`,
    audience: ['organiser'],
    summary:
      'Record a conflict of interest of a judge; an approval that a struck sheet counted in is void.',
    params: judgeSheetPath,
    query: noQuery,
    body: conflictRequest,
    success: 200,
    reply: recordedConflict,
    problems: ['not-found', 'forbidden', 'state-conflict'],
  }),
};
