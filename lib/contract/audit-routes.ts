import { auditPage, auditQuery } from './audit-views.ts';
import { defineRoute } from './define-route.ts';
import { editionPath, noBody } from './shared.ts';

/** The audit trail of an edition; read here, written by every act. */
export const auditRoutes = {
  listAuditTrail: defineRoute({
    operation: 'listAuditTrail',
    capability: 'results',
    method: 'GET',
    path: '/api/editions/{editionId}/audit',
    audience: ['organiser'],
    summary:
      'Who did what to what in an edition, and when, the last act first; never a point or a comment.',
    params: editionPath,
    query: auditQuery,
    body: noBody,
    success: 200,
    reply: auditPage,
    problems: ['not-found', 'forbidden', 'cursor-invalid'],
  }),
};
