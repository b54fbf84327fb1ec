import type { Endpoint } from '../../lib/http/endpoint.ts';
import { approveRanking } from './approve-ranking.ts';
import { cancelPublication } from './cancel-publication.ts';
import { confirmRetraction } from './confirm-retraction.ts';
import { correctResult } from './correct-result.ts';
import { countVotes } from './count-votes.ts';
import { decideTie } from './decide-tie.ts';
import { drawLot } from './draw-lot.ts';
import { getAnnouncement } from './get-announcement.ts';
import { getConflictEffect } from './get-conflict-effect.ts';
import { getDeliberation } from './get-deliberation.ts';
import { getDerivation } from './get-derivation.ts';
import { getFeedback } from './get-feedback.ts';
import { getPublication } from './get-publication.ts';
import { getResult } from './get-result.ts';
import { getResultVersion } from './get-result-version.ts';
import { listAuditTrail } from './list-audit-trail.ts';
import { listComments } from './list-comments.ts';
import { listDecisions } from './list-decisions.ts';
import { listFlags } from './list-flags.ts';
import { listTies } from './list-ties.ts';
import { moderateComment } from './moderate-comment.ts';
import { previewRanking } from './preview-ranking.ts';
import { publishResult } from './publish-result.ts';
import { recordDecision } from './record-decision.ts';
import { recordMinutes } from './record-minutes.ts';
import { releaseComments } from './release-comments.ts';
import { resolveFlag } from './resolve-flag.ts';
import { retractResult } from './retract-result.ts';
import { showAnnouncement } from './show-announcement.ts';

/** What people decide about a closed round, its preview and approval, the publication, what startups get back, who did what. */
export const endpoints: readonly Endpoint[] = [
  listFlags,
  resolveFlag,
  listTies,
  decideTie,
  drawLot,
  listDecisions,
  recordDecision,
  countVotes,
  previewRanking,
  getDerivation,
  getDeliberation,
  getConflictEffect,
  approveRanking,
  recordMinutes,
  getPublication,
  publishResult,
  cancelPublication,
  correctResult,
  retractResult,
  confirmRetraction,
  getResult,
  getResultVersion,
  showAnnouncement,
  getAnnouncement,
  listComments,
  moderateComment,
  releaseComments,
  getFeedback,
  listAuditTrail,
];
