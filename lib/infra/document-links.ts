import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HttpVersion,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  OriginSslPolicy,
  PriceClass,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Construct } from 'constructs';
import { bucketInterface } from './bucket-interface.ts';
import type { Buckets } from './buckets.ts';
import { linkHeaders } from './security-headers.ts';
import type { Stage } from './stage.ts';

/** What S3 has to see of a request: its signature, all in the query, and who asks across origins. */
const whatIsSigned = (scope: Construct): OriginRequestPolicy =>
  new OriginRequestPolicy(scope, 'SignedLinks', {
    comment: 'The whole query, no cookie, no Authorization',
    queryStringBehavior: OriginRequestQueryStringBehavior.all(),
    headerBehavior: OriginRequestHeaderBehavior.allowList(
      'Origin',
      'Access-Control-Request-Headers',
      'Access-Control-Request-Method',
    ),
  });

/**
 * Makes the way on which dossiers are downloaded: CloudFront costs nothing for the first terabyte of a month, S3 does after 100 GB. It
 * has no access of its own and keeps nothing: a link is S3's own, signed for S3's own host name, which is what CloudFront asks
 * for. So S3 decides about each request, and there is no second key to keep.
 */
export const makeDocumentLinks = (
  scope: Construct,
  stage: Stage,
  { documents, logs }: Buckets,
): Distribution =>
  new Distribution(scope, 'DocumentLinks', {
    comment: `contest ${stage.name}: dossiers by signed links`,
    priceClass: PriceClass.PRICE_CLASS_200,
    httpVersion: HttpVersion.HTTP2_AND_3,
    defaultBehavior: {
      origin: new HttpOrigin(documents.bucketRegionalDomainName, {
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      }),
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: whatIsSigned(scope),
      responseHeadersPolicy: linkHeaders(scope),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      compress: false,
    },
    enableLogging: true,
    logBucket: bucketInterface(logs),
    logFilePrefix: 'cloudfront-documents/',
  });
