import { Aws, CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  type DistributionProps,
  FunctionEventType,
  HttpVersion,
  type IOrigin,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  S3OriginAccessControl,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { bucketInterface } from './bucket-interface.ts';
import type { DataStack } from './data-stack.ts';
import { makePageFunction } from './page-function.ts';
import { apiHeaders, pageHeaders, resultHeaders } from './security-headers.ts';
import { hostOf, type Stage } from './stage.ts';

export interface WebStack {
  readonly stack: Stack;
}

const apiBehaviour = (scope: Construct, stage: Stage, api: HttpApi): BehaviorOptions => ({
  origin: new HttpOrigin(`${api.apiId}.execute-api.${stage.region}.${Aws.URL_SUFFIX}`, {
    originSslProtocols: [OriginSslPolicy.TLS_V1_2],
  }),
  allowedMethods: AllowedMethods.ALLOW_ALL,
  cachePolicy: CachePolicy.CACHING_DISABLED,
  // All but Host, by which API Gateway finds the API; Authorization goes through with the rest.
  originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
  responseHeadersPolicy: apiHeaders(scope),
  viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
});

/** A correction must be seen within a minute, whatever an object's own Cache-Control says. */
const minuteCache = (scope: Construct): CachePolicy =>
  new CachePolicy(scope, 'MinuteCache', {
    comment: 'Kept for a minute at most',
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(60),
    maxTtl: Duration.seconds(60),
    enableAcceptEncodingGzip: true,
    enableAcceptEncodingBrotli: true,
  });

const certificate = (scope: Construct, stage: Stage): Partial<DistributionProps> =>
  stage.certificateArn === undefined
    ? {}
    : {
        certificate: Certificate.fromCertificateArn(scope, 'Certificate', stage.certificateArn),
        domainNames: [hostOf(stage)],
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      };

/**
 * Makes the one origin: `/api/*` is the API, `/results/*` and `/certificates/*` the published files, the rest the pages. No WAF: it costs
 * 6 USD a month and more, idle or not; the API has its throttles, and everything else here is a static file.
 */
export const makeWebStack = (
  scope: Construct,
  stage: Stage,
  given: { readonly data: DataStack; readonly api: HttpApi },
): WebStack => {
  const { buckets, documentLinks, signIn } = given.data;
  const stack = new Stack(scope, `contest-${stage.name}-web`, {
    env: { region: stage.region },
    description: 'Contest: the one origin in front of API, results and pages',
  });
  // The buckets let this account's distributions in themselves (buckets.ts), so the origin adds no policy.
  const access = new S3OriginAccessControl(stack, 'Access');
  const files = (bucket: Bucket): IOrigin =>
    S3BucketOrigin.withBucketDefaults(bucketInterface(bucket), {
      originAccessControlId: access.originAccessControlId,
    });
  const cachePolicy = minuteCache(stack);
  const published: BehaviorOptions = {
    origin: files(buckets.results),
    cachePolicy,
    responseHeadersPolicy: resultHeaders(stack),
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
  };
  const distribution = new Distribution(stack, 'Origin', {
    ...certificate(stack, stage),
    comment: `contest ${stage.name}`,
    // South-east Asia is not in the cheapest class.
    priceClass: PriceClass.PRICE_CLASS_200,
    httpVersion: HttpVersion.HTTP2_AND_3,
    defaultRootObject: 'index.html',
    defaultBehavior: {
      origin: files(buckets.site),
      cachePolicy,
      responseHeadersPolicy: pageHeaders(stack, [
        signIn.domain.baseUrl(),
        `https://${buckets.documents.bucketRegionalDomainName}`,
        `https://${documentLinks.distributionDomainName}`,
      ]),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      functionAssociations: [
        { eventType: FunctionEventType.VIEWER_REQUEST, function: makePageFunction(stack) },
      ],
    },
    additionalBehaviors: {
      '/api/*': apiBehaviour(stack, stage, given.api),
      '/results/*': published,
      // Written beside the results, by the same function: who scans a certificate calls none.
      '/certificates/*': published,
    },
    enableLogging: true,
    logBucket: bucketInterface(buckets.logs),
    logFilePrefix: 'cloudfront/',
  });
  new CfnOutput(stack, 'DistributionHost', { value: distribution.distributionDomainName });
  new CfnOutput(stack, 'SiteBucket', { value: buckets.site.bucketName });
  return { stack };
};
