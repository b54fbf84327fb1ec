import { defineRoute } from './define-route.ts';
import {
  extensionRequest,
  judgeSheetPath,
  reopenedSheet,
  reopeningRequest,
  sheetRevisions,
} from './judging-sheet-views.ts';
import { roundView } from './judging-views.ts';
import { pageQuery } from './page.ts';
import { noBody, noQuery, roundEntryPath, roundPath } from './shared.ts';

const capability = 'judging';
const round = '/api/editions/{editionId}/rounds/{roundId}';

/** The clock of a round, and what became of its sheets. */
export const judgingSheetRoutes = {
  extendRound: defineRoute({
    operation: 'extendRound',
    capability,
    method: 'POST',
    path: `${round}/extension`,
    audience: ['organiser'],
    summary: 'Let an open round close later, by a numbered decision.',
    params: roundPath,
    query: noQuery,
    body: extensionRequest,
    success: 200,
    reply: roundView,
    problems: ['not-found', 'forbidden', 'state-conflict'],
    etag: true,
  }),
  reopenSheet: defineRoute({
    operation: 'reopenSheet',
    capability,
    method: 'POST',
    path: `${round}/entries/{entryId}/sheets/{judgeId}/reopening`,
    audience: ['organiser', 'judge'],
    summary: "Open a sheet that was handed in again: an organiser's, or the chair's of the round.",
    params: judgeSheetPath,
    query: noQuery,
    body: reopeningRequest,
    success: 200,
    reply: reopenedSheet,
    problems: [
      'not-found',
      'forbidden',
      'phase-closed',
      'state-conflict',
      'second-person-required',
    ],
  }),
  listSheetRevisions: defineRoute({
    operation: 'listSheetRevisions',
    capability,
    method: 'GET',
    path: `${round}/entries/{entryId}/sheet/revisions`,
    audience: ['judge'],
    summary: "Every revision of the caller's own sheet, the first one first.",
    params: roundEntryPath,
    query: pageQuery,
    body: noBody,
    success: 200,
    reply: sheetRevisions,
    problems: ['not-found', 'forbidden', 'conflict-of-interest', 'cursor-invalid'],
  }),
  listJudgeSheetRevisions: defineRoute({
    operation: 'listJudgeSheetRevisions',
    capability,
    method: 'GET',
    path: `${round}/entries/{entryId}/sheets/{judgeId}/revisions`,
    audience: ['organiser'],
    summary: "Every revision of a judge's sheet, once the round is closed.",
    params: judgeSheetPath,
    query: pageQuery,
    body: noBody,
    success: 200,
    reply: sheetRevisions,
    problems: [
      'not-found',
      'forbidden',
      'conflict-of-interest',
      'state-conflict',
      'cursor-invalid',
    ],
  }),
};
