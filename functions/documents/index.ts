import type { Endpoint } from '../../lib/http/endpoint.ts';
import { confirmDocument } from './confirm-document.ts';
import { linkDocument } from './link-document.ts';
import { linkJudgedDocument } from './link-judged-document.ts';
import { removeDocument } from './remove-document.ts';
import { requestUpload } from './request-upload.ts';

/** Upload tickets, confirmation, download links. */
export const endpoints: readonly Endpoint[] = [
  requestUpload,
  confirmDocument,
  removeDocument,
  linkDocument,
  linkJudgedDocument,
];
