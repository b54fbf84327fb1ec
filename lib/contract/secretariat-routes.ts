import * as z from 'zod';
import { defineRoute } from './define-route.ts';
import { entryState } from './entry-views.ts';
import { pageOf, pageQuery } from './page.ts';
import { entrySummary } from './secretariat-views.ts';
import { editionPath, noBody } from './shared.ts';

const capability = 'secretariat';

export const secretariatRoutes = {
  listEntries: defineRoute({
    operation: 'listEntries',
    capability,
    method: 'GET',
    path: '/api/editions/{editionId}/entries',
    audience: ['secretary', 'organiser'],
    summary: 'The entries of an edition, all or those in one state.',
    params: editionPath,
    query: z.strictObject({
      ...pageQuery.shape,
      state: entryState.exactOptional().meta({ description: 'Only those in this state.' }),
    }),
    body: noBody,
    success: 200,
    reply: pageOf(entrySummary),
    problems: ['not-found', 'forbidden', 'cursor-invalid'],
  }),
};
