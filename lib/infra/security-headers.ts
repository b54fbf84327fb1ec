import { Duration } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

const nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

interface Headers {
  readonly comment: string;
  readonly contentSecurityPolicy: string;
  /** Added where the origin says nothing about caching. */
  readonly cacheControl?: string;
}

const makeHeaders = (scope: Construct, id: string, headers: Headers): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(scope, id, {
    comment: headers.comment,
    securityHeadersBehavior: {
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(730),
        includeSubdomains: true,
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      contentSecurityPolicy: {
        contentSecurityPolicy: headers.contentSecurityPolicy,
        override: true,
      },
    },
    ...(headers.cacheControl === undefined
      ? {}
      : {
          customHeadersBehavior: {
            customHeaders: [
              { header: 'cache-control', value: headers.cacheControl, override: false },
            ],
          },
        }),
  });

/** For the API: our functions send these themselves, the gateway's own 401, 404 and 429 do not. */
export const apiHeaders = (scope: Construct): ResponseHeadersPolicy =>
  makeHeaders(scope, 'ApiHeaders', {
    comment: 'API: nothing to run, nothing to frame, nothing to keep',
    contentSecurityPolicy: nothing,
    cacheControl: 'no-store',
  });

/** For published results: pages that read without JavaScript, so none may run. */
export const resultHeaders = (scope: Construct): ResponseHeadersPolicy =>
  makeHeaders(scope, 'ResultHeaders', {
    comment: 'Results: style and pictures of our own, no script',
    contentSecurityPolicy: `${nothing}; style-src 'self' 'unsafe-inline'; img-src 'self' data:`,
  });

/** For downloads: S3 says what they are, and a browser is not to guess otherwise. */
export const linkHeaders = (scope: Construct): ResponseHeadersPolicy =>
  makeHeaders(scope, 'LinkHeaders', {
    comment: 'Dossiers: nothing to run, nothing to frame, nothing to keep',
    contentSecurityPolicy: nothing,
    cacheControl: 'no-store',
  });

/** For the pages: our own scripts, which talk to the API, the login pages, the upload bucket and where documents are read (URLs). */
export const pageHeaders = (scope: Construct, talksTo: readonly string[]): ResponseHeadersPolicy =>
  makeHeaders(scope, 'PageHeaders', {
    comment: 'Pages: scripts and styles of our own',
    contentSecurityPolicy: [
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
      "script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; worker-src 'self'",
      `connect-src 'self' ${talksTo.join(' ')}`,
    ].join('; '),
  });
