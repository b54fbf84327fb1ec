import { defineRoute } from './define-route.ts';
import { entryCounts, entryPage, historyPage, listQuery } from './list-views.ts';
import { pageQuery } from './page.ts';
import { editionPath, entryPath, noBody, noQuery } from './shared.ts';

const capability = 'secretariat';

export const listRoutes = {
  listEntries: defineRoute({
    operation: 'listEntries',
    capability,
    method: 'GET',
    path: '/api/editions/{editionId}/entries',
    audience: ['secretary', 'organiser'],
    summary: 'The entries of an edition, the oldest first: all, or those that meet the filters.',
    params: editionPath,
    query: listQuery,
    body: noBody,
    success: 200,
    reply: entryPage,
    problems: ['not-found', 'forbidden', 'cursor-invalid'],
  }),
  countEntries: defineRoute({
    operation: 'countEntries',
    capability,
    method: 'GET',
    path: '/api/editions/{editionId}/entry-counts',
    audience: ['secretary', 'organiser'],
    summary: 'How many entries there are by state, track and field, and how many lack something.',
    params: editionPath,
    query: noQuery,
    body: noBody,
    success: 200,
    reply: entryCounts,
    problems: ['not-found', 'forbidden'],
  }),
  getEntryHistory: defineRoute({
    operation: 'getEntryHistory',
    capability,
    method: 'GET',
    path: '/api/editions/{editionId}/entries/{entryId}/history',
    audience: ['secretary', 'organiser'],
    summary: 'Who did what to an entry, and when.',
    params: entryPath,
    query: pageQuery,
    body: noBody,
    success: 200,
    reply: historyPage,
    problems: ['not-found', 'forbidden', 'cursor-invalid'],
  }),
};
