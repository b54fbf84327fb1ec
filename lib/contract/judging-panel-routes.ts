import * as z from 'zod';
import { defineRoute } from './define-route.ts';
import { panel, roundView } from './judging-views.ts';
import { noQuery, personId, reason, roundPath } from './shared.ts';

const capability = 'judging';
const place = '/api/editions/{editionId}/rounds/{roundId}/panel';

const panelRequest = z
  .strictObject(panel.shape)
  .meta({ id: 'PanelRequest', description: 'Who is to judge a round, and who leads them.' });

const panelReplacement = z.strictObject({ leaves: personId, joins: personId, reason }).meta({
  id: 'PanelReplacement',
  description: 'Who takes whose place in a panel, as judge and as chair, and why.',
});

export const judgingPanelRoutes = {
  setPanel: defineRoute({
    operation: 'setPanel',
    capability,
    method: 'PUT',
    path: place,
    audience: ['organiser'],
    summary: 'Say who judges the round and who leads them; until scoring opens.',
    params: roundPath,
    query: noQuery,
    body: panelRequest,
    success: 200,
    reply: roundView,
    problems: ['not-found', 'forbidden', 'state-conflict', 'precondition-failed'],
    etag: true,
    ifMatch: true,
  }),
  replaceInPanel: defineRoute({
    operation: 'replaceInPanel',
    capability,
    method: 'POST',
    path: `${place}/replacements`,
    audience: ['organiser'],
    summary: "Put one judge in another's place, with a reason, until the ranking is approved.",
    params: roundPath,
    query: noQuery,
    body: panelReplacement,
    success: 200,
    reply: roundView,
    problems: ['not-found', 'forbidden', 'state-conflict', 'precondition-failed'],
    etag: true,
    ifMatch: true,
  }),
};
