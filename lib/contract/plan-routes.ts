import { defineRoute } from './define-route.ts';
import { editionView, planChange, planVersionSummary, planVersionView } from './edition-views.ts';
import { pageOf, pageQuery } from './page.ts';
import { editionPath, noBody, noQuery, planVersionPath } from './shared.ts';

const capability = 'editions';

export const planRoutes = {
  listPlanVersions: defineRoute({
    operation: 'listPlanVersions',
    capability,
    method: 'GET',
    path: '/api/editions/{editionId}/plan-versions',
    audience: ['public'],
    summary: 'How the plan changed and by which decisions, the newest version first.',
    params: editionPath,
    query: pageQuery,
    body: noBody,
    success: 200,
    reply: pageOf(planVersionSummary),
    problems: ['not-found', 'cursor-invalid'],
  }),
  getPlanVersion: defineRoute({
    operation: 'getPlanVersion',
    capability,
    method: 'GET',
    path: '/api/editions/{editionId}/plan-versions/{planVersion}',
    audience: ['public'],
    summary: 'The plan as it was at one version, with the reason for it.',
    params: planVersionPath,
    query: noQuery,
    body: noBody,
    success: 200,
    reply: planVersionView,
    problems: ['not-found'],
  }),
  changePlan: defineRoute({
    operation: 'changePlan',
    capability,
    method: 'PUT',
    path: '/api/editions/{editionId}/plan',
    audience: ['organiser'],
    summary: 'Replace the plan by a new version, by a numbered decision with a reason.',
    params: editionPath,
    query: noQuery,
    body: planChange,
    success: 200,
    reply: editionView,
    problems: ['not-found', 'forbidden', 'precondition-failed', 'state-conflict'],
    etag: true,
    ifMatch: true,
  }),
};
