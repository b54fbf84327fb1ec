import * as z from 'zod';
import {
  certificateCode,
  certificateFile,
  certificatesReply,
  certificatesRequest,
  certificateView,
  checkedCertificate,
  revocationRequest,
} from './certificate-views.ts';
import { defineRoute } from './define-route.ts';
import { pageOf, pageQuery } from './page.ts';
import { editionPath, noBody, noQuery } from './shared.ts';
import { id, uuid } from './text.ts';

const capability = 'certificates';
const edition = '/api/editions/{editionId}';

/** Certificates of the published awards, and how everybody checks one. */
export const certificateRoutes = {
  issueCertificates: defineRoute({
    operation: 'issueCertificates',
    capability,
    method: 'POST',
    path: `${edition}/certificates`,
    audience: ['organiser'],
    summary: 'Issue certificates for published awards; an award that has one keeps it.',
    params: editionPath,
    query: noQuery,
    body: certificatesRequest,
    success: 201,
    reply: certificatesReply,
    problems: ['not-found', 'forbidden', 'state-conflict', 'validation-failed'],
  }),
  listCertificates: defineRoute({
    operation: 'listCertificates',
    capability,
    method: 'GET',
    path: `${edition}/certificates`,
    audience: ['organiser', 'secretary'],
    summary: 'The certificates that were ever issued, award by award; `limit` counts awards.',
    params: editionPath,
    query: pageQuery,
    body: noBody,
    success: 200,
    reply: pageOf(certificateView),
    problems: ['not-found', 'forbidden', 'cursor-invalid'],
  }),
  getCertificate: defineRoute({
    operation: 'getCertificate',
    capability,
    method: 'GET',
    path: `${edition}/entries/{entryId}/certificates/{prizeId}`,
    audience: ['team', 'organiser'],
    conceal: true,
    summary: "A link to the certificate of an entry's award, as a PDF to be printed.",
    params: z.strictObject({ editionId: id, entryId: uuid, prizeId: id }),
    query: noQuery,
    body: noBody,
    success: 200,
    reply: certificateFile,
    problems: ['not-found', 'state-conflict'],
  }),
  revokeCertificate: defineRoute({
    operation: 'revokeCertificate',
    capability,
    method: 'POST',
    path: `${edition}/certificates/{certificate}/revocation`,
    audience: ['organiser'],
    summary: 'Revoke a certificate, by a paper and with a reason that everybody may read.',
    params: z.strictObject({ editionId: id, certificate: certificateCode }),
    query: noQuery,
    body: revocationRequest,
    success: 201,
    reply: certificateView,
    problems: ['not-found', 'forbidden', 'state-conflict'],
  }),
  checkCertificate: defineRoute({
    operation: 'checkCertificate',
    capability,
    method: 'GET',
    path: '/api/certificates/{certificate}',
    audience: ['public'],
    summary: 'Whether a certificate holds, for whoever has its code.',
    params: z.strictObject({ certificate: certificateCode }),
    query: noQuery,
    body: noBody,
    success: 200,
    reply: checkedCertificate,
    problems: ['not-found'],
  }),
};
