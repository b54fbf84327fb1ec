import * as z from 'zod';
import { defineRoute } from './define-route.ts';
import { invitationView, ownRecordView } from './edition-views.ts';
import { pageOf, pageQuery } from './page.ts';
import { editionPath, invitationPath, noBody, noQuery } from './shared.ts';

const capability = 'editions';
const edition = '/api/editions/{editionId}';

const acceptedTerms = z
  .strictObject({ acceptedPlanVersion: z.int().min(1) })
  .meta({ id: 'AcceptedTerms', description: 'The version of the plan in which they were read.' });

export const peopleRoutes = {
  listInvitations: defineRoute({
    operation: 'listInvitations',
    capability,
    method: 'GET',
    path: `${edition}/invitations`,
    audience: ['organiser', 'secretary'],
    summary: 'Who was offered a role, and what they said, the oldest first.',
    params: editionPath,
    query: pageQuery,
    body: noBody,
    success: 200,
    reply: pageOf(invitationView),
    problems: ['not-found', 'forbidden', 'cursor-invalid'],
  }),
  declineInvitation: defineRoute({
    operation: 'declineInvitation',
    capability,
    method: 'POST',
    path: `${edition}/invitations/{invitationId}/refusal`,
    audience: ['signed-in'],
    summary: 'Decline the offered role, for good; only the invited e-mail address can.',
    params: invitationPath,
    query: noQuery,
    body: noBody,
    success: 200,
    reply: invitationView,
    problems: ['not-found', 'forbidden', 'state-conflict'],
  }),
  cancelInvitation: defineRoute({
    operation: 'cancelInvitation',
    capability,
    method: 'DELETE',
    path: `${edition}/invitations/{invitationId}`,
    audience: ['organiser'],
    summary: 'Take an offered role back; nobody can accept it any more.',
    params: invitationPath,
    query: noQuery,
    body: noBody,
    success: 200,
    reply: invitationView,
    problems: ['not-found', 'forbidden', 'state-conflict'],
  }),
  signConfidentiality: defineRoute({
    operation: 'signConfidentiality',
    capability,
    method: 'POST',
    path: `${edition}/me/confidentiality`,
    audience: ['judge'],
    summary: "Sign the plan's terms of confidentiality, before the first dossier opens.",
    params: editionPath,
    query: noQuery,
    body: acceptedTerms,
    success: 200,
    reply: ownRecordView,
    problems: ['not-found', 'forbidden', 'state-conflict', 'rules-changed'],
    etag: true,
  }),
};
