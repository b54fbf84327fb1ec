import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import type { Templates } from './synthesize.ts';

/** AWS's own ids of its managed policies. */
const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const allViewerExceptHost = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

type Headers = {
  ResponseHeadersPolicyConfig: {
    SecurityHeadersConfig: {
      StrictTransportSecurity: object;
      ContentSecurityPolicy: { ContentSecurityPolicy: unknown };
    };
  };
};

/** What the one origin promises, in prod. */
export const webPromises = (get: () => Templates): void => {
  const config = () => {
    const [distribution] = Object.values(get().web.findResources('AWS::CloudFront::Distribution'));
    return distribution?.['Properties'].DistributionConfig;
  };
  const originOf = (behaviour: { TargetOriginId: string }) =>
    config().Origins.find(({ Id }: { Id: string }) => Id === behaviour.TargetOriginId);

  describe('the origin', () => {
    test('is our host over TLS 1.2, and is logged', () => {
      expect(config()).toMatchObject({
        Aliases: ['contest.example.vn'],
        HttpVersion: 'http2and3',
        PriceClass: 'PriceClass_200',
        ViewerCertificate: {
          AcmCertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/7b1f',
          MinimumProtocolVersion: 'TLSv1.2_2021',
          SslSupportMethod: 'sni-only',
        },
        Logging: { Prefix: 'cloudfront/' },
      });
    });

    test('sends /api to the API, uncached and over HTTPS only', () => {
      const [api, results, certificates, ...others] = config().CacheBehaviors;
      expect(others).toEqual([]);
      expect(api).toMatchObject({
        PathPattern: '/api/*',
        CachePolicyId: cachingDisabled,
        OriginRequestPolicyId: allViewerExceptHost,
        ViewerProtocolPolicy: 'https-only',
      });
      expect(JSON.stringify(originOf(api).DomainName)).toContain('.execute-api.ap-southeast-1.');
      expect(results).toEqual({ ...certificates, PathPattern: '/results/*' });
      expect(certificates.PathPattern).toBe('/certificates/*');
    });

    test('serves results and pages from closed buckets, for a minute at most, reading only', () => {
      const [, results] = config().CacheBehaviors;
      const [cache] = Object.values(get().web.findResources('AWS::CloudFront::CachePolicy'));
      expect(cache?.['Properties'].CachePolicyConfig).toMatchObject({
        MinTTL: 0,
        DefaultTTL: 60,
        MaxTTL: 60,
      });
      for (const [behaviour, bucket] of [
        [results, 'Results'],
        [config().DefaultCacheBehavior, 'Site'],
      ]) {
        expect(behaviour).toMatchObject({ ViewerProtocolPolicy: 'redirect-to-https' });
        expect(behaviour.AllowedMethods ?? ['GET', 'HEAD']).toEqual(['GET', 'HEAD']);
        const origin = originOf(behaviour);
        expect(JSON.stringify(origin.DomainName)).toContain(`FnGetAtt${bucket}`);
        expect(Object.keys(origin)).toContain('OriginAccessControlId');
        expect(origin.S3OriginConfig).toEqual({ OriginAccessIdentity: '' });
      }
    });

    test('answers every address that the pages draw with their one document, and nothing else', () => {
      const [edge] = Object.values(get().web.findResources('AWS::CloudFront::Function'));
      const { FunctionCode, FunctionConfig } = edge?.['Properties'] ?? {};
      expect(FunctionConfig.Runtime).toBe('cloudfront-js-2.0');
      expect(config().DefaultCacheBehavior.FunctionAssociations).toEqual([
        { EventType: 'viewer-request', FunctionARN: expect.anything() },
      ]);
      // The edge's code is a text of its own; it is run as it stands.
      const answered = runInNewContext(
        `${FunctionCode}; (uri) => handler({ request: { uri } }).uri`,
      ) as (uri: string) => string;
      const asked = [
        '/',
        '/me',
        '/editions/kon-tum-2022/rules',
        '/meadow',
        '/assets/a.js',
        '/nowhere',
      ];
      expect(asked.map(answered)).toEqual([
        ...['/index.html', '/index.html', '/index.html', '/meadow', '/assets/a.js', '/nowhere'],
      ]);
    });

    test('sends what is published from its bucket alone: no code runs for a view', () => {
      const [, results, certificates] = config().CacheBehaviors;
      for (const behaviour of [results, certificates]) {
        expect(JSON.stringify(originOf(behaviour).DomainName)).toContain('FnGetAttResults');
        expect(behaviour).not.toHaveProperty('LambdaFunctionAssociations');
        expect(behaviour).not.toHaveProperty('FunctionAssociations');
      }
    });

    test('lets pages talk to the API, the login pages, uploads and links to dossiers, and to nobody else', () => {
      const policies = JSON.stringify(
        get().web.findResources('AWS::CloudFront::ResponseHeadersPolicy'),
      );
      const [, talksTo = ''] = /connect-src 'self' ([^;]*?)\]/.exec(policies) ?? [];
      expect(talksTo.match(/contest-prod-data:ExportsOutput\w+/g)).toEqual([
        expect.stringContaining('RefLogin'),
        expect.stringContaining('Documents7E5B2978RegionalDomainName'),
        expect.stringContaining('DocumentLinks'),
      ]);
    });

    test('never sends a page that may be framed or a reply that may run', () => {
      const policies = Object.values(
        get().web.findResources('AWS::CloudFront::ResponseHeadersPolicy'),
      ).map(({ Properties }) => Properties as Headers);
      expect(policies.length).toBe(3);
      for (const { ResponseHeadersPolicyConfig } of policies) {
        const { StrictTransportSecurity, ContentSecurityPolicy } =
          ResponseHeadersPolicyConfig.SecurityHeadersConfig;
        expect(StrictTransportSecurity).toEqual({
          AccessControlMaxAgeSec: 63_072_000,
          IncludeSubdomains: true,
          Override: true,
        });
        const policy = JSON.stringify(ContentSecurityPolicy);
        expect(policy).toContain("default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
        expect(policy).not.toContain("script-src 'self' 'unsafe");
        expect(policy).not.toContain('unsafe-eval');
      }
    });
  });
};
