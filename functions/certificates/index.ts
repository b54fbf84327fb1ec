import type { Endpoint } from '../../lib/http/endpoint.ts';
import { checkCertificate } from './check-certificate.ts';
import { getCertificate } from './get-certificate.ts';
import { issueCertificates } from './issue-certificates.ts';
import { listCertificates } from './list-certificates.ts';
import { revokeCertificate } from './revoke-certificate.ts';

/** Certificates of published awards: the only function that draws a PDF. */
export const endpoints: readonly Endpoint[] = [
  issueCertificates,
  listCertificates,
  getCertificate,
  revokeCertificate,
  checkCertificate,
];
