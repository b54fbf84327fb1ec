import * as z from 'zod';
import { defineRoute } from './define-route.ts';
import { receiptCheckView, receiptPath, receiptQuery, signingKeyView } from './receipt-views.ts';
import { noBody, noQuery } from './shared.ts';

const capability = 'registration';

/** How anybody checks a receipt. */
export const receiptRoutes = {
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
