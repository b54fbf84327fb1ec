import { defineRoute } from './define-route.ts';
import {
  commentPath,
  commentRelease,
  commentReleaseReply,
  commentView,
  feedbackView,
  moderationRequest,
  moderationView,
} from './feedback-views.ts';
import { pageOf, pageQuery } from './page.ts';
import { entryPath, noBody, noQuery, roundPath } from './shared.ts';

const capability = 'results';
const round = '/api/editions/{editionId}/rounds/{roundId}';

/** What startups get back, and what organisers let through of it. */
export const feedbackRoutes = {
  getFeedback: defineRoute({
    operation: 'getFeedback',
    capability,
    method: 'GET',
    path: '/api/editions/{editionId}/entries/{entryId}/feedback',
    audience: ['team'],
    conceal: true,
    summary:
      'What the judges gave back, once the result is published; before that, nothing is here.',
    params: entryPath,
    query: noQuery,
    body: noBody,
    success: 200,
    reply: feedbackView,
    problems: ['not-found'],
  }),
  listComments: defineRoute({
    operation: 'listComments',
    capability,
    method: 'GET',
    path: `${round}/comments`,
    audience: ['organiser'],
    summary: 'The comments for the startups in a closed round, by entry, with what was decided.',
    params: roundPath,
    query: pageQuery,
    body: noBody,
    success: 200,
    reply: pageOf(commentView),
    problems: ['not-found', 'forbidden', 'state-conflict', 'cursor-invalid'],
  }),
  moderateComment: defineRoute({
    operation: 'moderateComment',
    capability,
    method: 'PUT',
    path: `${round}/entries/{entryId}/sheets/{judgeId}/moderation`,
    audience: ['organiser'],
    summary: 'Release a comment of a closed round, put other words beside it, or withhold it.',
    params: commentPath,
    query: noQuery,
    body: moderationRequest,
    success: 200,
    reply: moderationView,
    problems: ['not-found', 'forbidden', 'conflict-of-interest', 'state-conflict'],
    etag: true,
    ifMatch: true,
  }),
  releaseComments: defineRoute({
    operation: 'releaseComments',
    capability,
    method: 'POST',
    path: `${round}/comments/release`,
    audience: ['organiser'],
    summary: 'Release comments nothing was decided about, all of them or none.',
    params: roundPath,
    query: noQuery,
    body: commentRelease,
    success: 200,
    reply: commentReleaseReply,
    problems: ['not-found', 'forbidden', 'conflict-of-interest', 'state-conflict'],
  }),
};
