import { defineRoute } from './define-route.ts';
import {
  approvalReply,
  approvalRequest,
  publicationRequest,
  publicResult,
  rankingPreview,
} from './result-views.ts';
import { editionPath, noBody, noQuery, roundPath } from './shared.ts';

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
  publishResult: defineRoute({
    operation: 'publishResult',
    capability,
    method: 'POST',
    path: '/api/editions/{editionId}/publication',
    audience: ['organiser'],
    summary: 'Publish the approved result; another person than the approver has to.',
    params: editionPath,
    query: noQuery,
    body: publicationRequest,
    success: 201,
    reply: publicResult,
    problems: [
      'not-found',
      'forbidden',
      'second-person-required',
      'state-conflict',
      'digest-changed',
      'already-published',
    ],
  }),
  getResult: defineRoute({
    operation: 'getResult',
    capability,
    method: 'GET',
    path: '/api/editions/{editionId}/result',
    audience: ['public'],
    summary: 'The published result; before that, nothing is here.',
    params: editionPath,
    query: noQuery,
    body: noBody,
    success: 200,
    reply: publicResult,
    problems: ['not-found'],
  }),
};
