import { announcementRoutes } from './announcement-routes.ts';
import { auditRoutes } from './audit-routes.ts';
import { certificateRoutes } from './certificate-routes.ts';
import { conflictEffectRoutes } from './conflict-effect-routes.ts';
import { consentRoutes } from './consent-routes.ts';
import { deliberationRoutes } from './deliberation-routes.ts';
import { derivationRoutes } from './derivation-routes.ts';
import { documentRoutes } from './document-routes.ts';
import { editionRoutes } from './edition-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { feedbackRoutes } from './feedback-routes.ts';
import { judgingComponentRoutes } from './judging-component-routes.ts';
import { judgingConflictRoutes } from './judging-conflict-routes.ts';
import { judgingPanelRoutes } from './judging-panel-routes.ts';
import { judgingProgressRoutes } from './judging-progress-routes.ts';
import { judgingProposalRoutes } from './judging-proposal-routes.ts';
import { judgingRemovalRoutes } from './judging-removal-routes.ts';
import { judgingRoutes } from './judging-routes.ts';
import { judgingSheetRoutes } from './judging-sheet-routes.ts';
import { judgingStageRoutes } from './judging-stage-routes.ts';
import { listRoutes } from './list-routes.ts';
import { organisersDecisionRoutes } from './organisers-decision-routes.ts';
import { outboxRoutes } from './outbox-routes.ts';
import { paperRoutes } from './paper-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { planRoutes } from './plan-routes.ts';
import { publicationRoutes } from './publication-routes.ts';
import { referenceRoutes } from './reference-routes.ts';
import { registrationRoutes } from './registration-routes.ts';
import { resultRoutes } from './result-routes.ts';
import { rulingRoutes } from './ruling-routes.ts';
import { screeningRoutes } from './screening-routes.ts';
import { submissionRoutes } from './submission-routes.ts';
import { teamRoutes } from './team-routes.ts';

/**
 * The ONE route table. API Gateway's routes, the OpenAPI document, the host's gateway, the typed client and
 * the tests are derived from it.
 */
export const routes = {
  ...editionRoutes,
  ...peopleRoutes,
  ...planRoutes,
  ...registrationRoutes,
  ...referenceRoutes,
  ...submissionRoutes,
  ...documentRoutes,
  ...teamRoutes,
  ...consentRoutes,
  ...listRoutes,
  ...screeningRoutes,
  ...outboxRoutes,
  ...exportRoutes,
  ...paperRoutes,
  ...judgingRoutes,
  ...judgingProposalRoutes,
  ...judgingRemovalRoutes,
  ...judgingConflictRoutes,
  ...rulingRoutes,
  ...organisersDecisionRoutes,
  ...deliberationRoutes,
  ...derivationRoutes,
  ...judgingSheetRoutes,
  ...judgingPanelRoutes,
  ...judgingStageRoutes,
  ...judgingProgressRoutes,
  ...judgingComponentRoutes,
  ...resultRoutes,
  ...publicationRoutes,
  ...announcementRoutes,
  ...certificateRoutes,
  ...conflictEffectRoutes,
  ...feedbackRoutes,
  ...auditRoutes,
};
