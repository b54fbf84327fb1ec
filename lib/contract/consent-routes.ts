import { consentPath, consentsView } from './consent-views.ts';
import { defineRoute } from './define-route.ts';
import { entryView } from './entry-views.ts';
import { entryPath, noBody, noQuery } from './shared.ts';

const capability = 'teams';
const consents = '/api/editions/{editionId}/entries/{entryId}/consents' as const;

export const consentRoutes = {
  listConsents: defineRoute({
    operation: 'listConsents',
    capability,
    method: 'GET',
    path: consents,
    audience: ['team', 'secretary', 'organiser'],
    conceal: true,
    summary: 'What was agreed to for an entry and taken back, and how each purpose stands.',
    params: entryPath,
    query: noQuery,
    body: noBody,
    success: 200,
    reply: consentsView,
    problems: ['not-found'],
  }),
  withdrawConsent: defineRoute({
    operation: 'withdrawConsent',
    capability,
    method: 'POST',
    path: `${consents}/{purpose}/withdrawal`,
    audience: ['lead'],
    conceal: true,
    summary:
      'Take a consent back, for the startup and every guardian, at any time. Without a required one the whole entry is withdrawn; after judging has begun it stays scored and is not named.',
    params: consentPath,
    query: noQuery,
    body: noBody,
    success: 200,
    reply: entryView,
    problems: ['not-found'],
    etag: true,
  }),
};
