import * as z from 'zod';
import { defineRoute } from './define-route.ts';
import {
  receiptCheckView,
  receiptPath,
  receiptQuery,
  receiptView,
  signingKeyView,
  submissionRequest,
} from './receipt-views.ts';
import { entryPath, noBody, noQuery } from './shared.ts';

const capability = 'submission';

/** Handing in, and how anybody checks the receipt of it. */
export const submissionRoutes = {
  submitEntry: defineRoute({
    operation: 'submitEntry',
    capability,
    method: 'POST',
    path: '/api/editions/{editionId}/entries/{entryId}/submission',
    audience: ['applicant'],
    conceal: true,
    summary: 'Hand the entry in as it is now; the answer is the signed receipt.',
    params: entryPath,
    query: noQuery,
    body: submissionRequest,
    success: 201,
    reply: receiptView,
    problems: [
      'not-found',
      'phase-closed',
      'state-conflict',
      'entry-incomplete',
      'upload-incomplete',
      'rules-changed',
      'duplicate-entry',
    ],
  }),
  getReceipt: defineRoute({
    operation: 'getReceipt',
    capability,
    method: 'GET',
    path: '/api/editions/{editionId}/entries/{entryId}/receipt',
    audience: ['team', 'secretary', 'organiser'],
    conceal: true,
    summary: 'The receipt of the last submitted version.',
    params: entryPath,
    query: noQuery,
    body: noBody,
    success: 200,
    reply: receiptView,
    problems: ['not-found'],
  }),
  getSigningKey: defineRoute({
    operation: 'getSigningKey',
    capability,
    method: 'GET',
    path: '/api/signing-key',
    audience: ['public'],
    summary: 'The public key that checks receipts.',
    params: z.strictObject({}),
    query: noQuery,
    body: noBody,
    success: 200,
    reply: signingKeyView,
    problems: [],
  }),
  checkReceipt: defineRoute({
    operation: 'checkReceipt',
    capability,
    method: 'GET',
    path: '/api/editions/{editionId}/receipts/{code}/{submission}',
    audience: ['public'],
    summary: 'Whether a receipt is genuine, for whoever holds it.',
    params: receiptPath,
    query: receiptQuery,
    body: noBody,
    success: 200,
    reply: receiptCheckView,
    problems: [],
  }),
};
