import { defineRoute } from './define-route.ts';
import { runningOrderRequest, stageMove, stageView } from './judging-stage-views.ts';
import { noBody, noQuery, roundPath } from './shared.ts';

const capability = 'judging';
const round = '/api/editions/{editionId}/rounds/{roundId}';

/** The pitches of a final. */
export const judgingStageRoutes = {
  drawRunningOrder: defineRoute({
    operation: 'drawRunningOrder',
    capability,
    method: 'POST',
    path: `${round}/running-order`,
    audience: ['organiser'],
    summary: 'Draw the order of the pitches from a seed: once, and anew only with a reason.',
    params: roundPath,
    query: noQuery,
    body: runningOrderRequest,
    success: 201,
    reply: stageView,
    problems: ['not-found', 'forbidden', 'state-conflict', 'already-exists'],
  }),
  moveOn: defineRoute({
    operation: 'moveOn',
    capability,
    method: 'POST',
    path: `${round}/stage`,
    audience: ['organiser'],
    summary: 'Call an entry on stage, pass to its questions, or let it leave.',
    params: roundPath,
    query: noQuery,
    body: stageMove,
    success: 200,
    reply: stageView,
    problems: ['not-found', 'forbidden', 'phase-closed', 'state-conflict'],
  }),
  getStage: defineRoute({
    operation: 'getStage',
    capability,
    method: 'GET',
    path: `${round}/stage`,
    audience: ['organiser', 'judge'],
    summary: 'Who is on stage, who is next, and how much time is left.',
    params: roundPath,
    query: noQuery,
    body: noBody,
    success: 200,
    reply: stageView,
    problems: ['not-found', 'forbidden'],
  }),
};
