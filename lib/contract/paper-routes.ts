import { defineRoute } from './define-route.ts';
import { paperRequest, paperView } from './paper-views.ts';
import { noQuery, roundPath } from './shared.ts';

export const paperRoutes = {
  makePaper: defineRoute({
    operation: 'makePaper',
    capability: 'papers',
    method: 'POST',
    path: '/api/editions/{editionId}/rounds/{roundId}/papers',
    audience: ['organiser'],
    summary:
      'A paper of a closed round as DOCX: score sheets of a judge, tally, minutes, draft decision; each is audited.',
    params: roundPath,
    query: noQuery,
    body: paperRequest,
    success: 201,
    reply: paperView,
    problems: [
      'not-found',
      'forbidden',
      'state-conflict',
      'conflict-of-interest',
      'validation-failed',
      'limit-reached',
    ],
  }),
};
