import { defineRoute } from './define-route.ts';
import { drawReply, leftTies, tieDecisionReply, tieDecisionRequest } from './ruling-views.ts';
import { noBody, noQuery, roundPath } from './shared.ts';

const capability = 'results';
const round = '/api/editions/{editionId}/rounds/{roundId}';

/** What the chair decides about a closed round. */
export const rulingRoutes = {
  listTies: defineRoute({
    operation: 'listTies',
    capability,
    method: 'GET',
    path: `${round}/ties`,
    audience: ['organiser', 'judge'],
    summary: 'The ties of a closed round that are left to its chair or the lot: for both sides.',
    params: roundPath,
    query: noQuery,
    body: noBody,
    success: 200,
    reply: leftTies,
    problems: ['not-found', 'forbidden', 'state-conflict'],
  }),
  decideTie: defineRoute({
    operation: 'decideTie',
    capability,
    method: 'POST',
    path: `${round}/tie-decisions`,
    audience: ['organiser', 'judge'],
    summary:
      "Decide a tie that is left to the chair: the chair's of the round, else an organiser's.",
    params: roundPath,
    query: noQuery,
    body: tieDecisionRequest,
    success: 201,
    reply: tieDecisionReply,
    problems: ['not-found', 'forbidden', 'state-conflict', 'conflict-of-interest'],
  }),
  drawLot: defineRoute({
    operation: 'drawLot',
    capability,
    method: 'POST',
    path: `${round}/draw`,
    audience: ['organiser', 'judge'],
    summary: 'Draw the ties that are left to the lot, by the seed committed at the opening.',
    params: roundPath,
    query: noQuery,
    body: noBody,
    success: 201,
    reply: drawReply,
    problems: ['not-found', 'forbidden', 'state-conflict', 'already-exists'],
  }),
};
