import { defineRoute } from './define-route.ts';
import {
  decisionList,
  decisionReply,
  decisionRequest,
  votesRequest,
} from './organisers-decision-views.ts';
import { noBody, noQuery, roundPath } from './shared.ts';

const capability = 'results';
const round = '/api/editions/{editionId}/rounds/{roundId}';

/** What the organisers decide about a closed round. */
export const organisersDecisionRoutes = {
  listDecisions: defineRoute({
    operation: 'listDecisions',
    capability,
    method: 'GET',
    path: `${round}/decisions`,
    audience: ['organiser'],
    summary: 'Everything the organisers decided about a round, by number.',
    params: roundPath,
    query: noQuery,
    body: noBody,
    success: 200,
    reply: decisionList,
    problems: ['not-found', 'forbidden'],
  }),
  recordDecision: defineRoute({
    operation: 'recordDecision',
    capability,
    method: 'POST',
    path: `${round}/decisions`,
    audience: ['organiser'],
    summary: 'Decide who goes on or who gets a prize; an approval given before is void by it.',
    params: roundPath,
    query: noQuery,
    body: decisionRequest,
    success: 201,
    reply: decisionReply,
    problems: ['not-found', 'forbidden', 'conflict-of-interest', 'state-conflict'],
  }),
  countVotes: defineRoute({
    operation: 'countVotes',
    capability,
    method: 'PUT',
    path: `${round}/votes`,
    audience: ['organiser'],
    summary: 'Record the final counts of the public vote on a prize, over earlier ones.',
    params: roundPath,
    query: noQuery,
    body: votesRequest,
    success: 200,
    reply: decisionReply,
    problems: ['not-found', 'forbidden', 'conflict-of-interest', 'state-conflict'],
  }),
};
