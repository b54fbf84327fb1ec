import { defineRoute } from './define-route.ts';
import { approvalReply, approvalRequest, rankingPreview } from './result-views.ts';
import { noBody, noQuery, roundPath } from './shared.ts';

const capability = 'results';
const round = '/api/editions/{editionId}/rounds/{roundId}';

export const resultRoutes = {
  previewRanking: defineRoute({
    operation: 'previewRanking',
    capability,
    method: 'GET',
    path: `${round}/ranking`,
    audience: ['organiser'],
    summary: 'The ranking of a closed round with its whole derivation and digest.',
    params: roundPath,
    query: noQuery,
    body: noBody,
    success: 200,
    reply: rankingPreview,
    problems: ['not-found', 'forbidden', 'state-conflict'],
  }),
  approveRanking: defineRoute({
    operation: 'approveRanking',
    capability,
    method: 'POST',
    path: `${round}/approval`,
    audience: ['organiser'],
    summary: 'Approve the ranking whose digest was seen; the round ends with it.',
    params: roundPath,
    query: noQuery,
    body: approvalRequest,
    success: 200,
    reply: approvalReply,
    problems: ['not-found', 'forbidden', 'state-conflict', 'digest-changed'],
  }),
};
