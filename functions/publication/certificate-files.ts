import { type Certificate, certificatePath } from '../../lib/contest/certificate.ts';
import type { PublishedResult } from '../../lib/contest/publication.ts';
import { certificatePage } from './certificate-page.ts';
import type { ResultFile } from './result-files.ts';

/** The page behind each certificate's QR code: one that nobody issued has none, and is not found as nothing else is. */
export const certificateFiles = (
  certificates: readonly Certificate[],
  versions: readonly PublishedResult[],
): ResultFile[] =>
  certificates.map((certificate) => ({
    name: certificatePath(certificate.code).slice(1),
    text: certificatePage(certificate, versions),
    contentType: 'text/html; charset=utf-8',
  }));
