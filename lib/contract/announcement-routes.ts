import { defineRoute } from './define-route.ts';
import { announcementRequest, announcementView } from './publication-views.ts';
import { editionPath, noBody, noQuery } from './shared.ts';

const capability = 'results';
const path = '/api/editions/{editionId}/announcement';

/** The screen in the hall, led by an organiser's phone once the result is published. */
export const announcementRoutes = {
  showAnnouncement: defineRoute({
    operation: 'showAnnouncement',
    capability,
    method: 'PUT',
    path,
    audience: ['organiser'],
    summary:
      'Lead the screen in the hall to an award of the published result; the last word holds.',
    params: editionPath,
    query: noQuery,
    body: announcementRequest,
    success: 200,
    reply: announcementView,
    problems: ['not-found', 'forbidden', 'state-conflict', 'validation-failed'],
  }),
  getAnnouncement: defineRoute({
    operation: 'getAnnouncement',
    capability,
    method: 'GET',
    path,
    audience: ['public'],
    summary: 'How far the screen in the hall is; before the publication, nothing is here.',
    params: editionPath,
    query: noQuery,
    body: noBody,
    success: 200,
    reply: announcementView,
    problems: ['not-found'],
  }),
};
