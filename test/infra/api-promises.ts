import { describe, expect, test } from 'vitest';
import { isPublic, routeKey } from '../../lib/contract/route.ts';
import { routes } from '../../lib/contract/routes.ts';
import { environmentNames } from '../../lib/platform/aws/environment.ts';
import { environments } from './environments.ts';
import { plainId, referenced, sorted, type Templates } from './synthesize.ts';

/** What the API and the functions behind it promise, in prod. */
export const apiPromises = (get: () => Templates): void => {
  const resources = (type: string) => Object.values(get().api.findResources(type));
  const lambdas = () =>
    [get().data, get().api].flatMap((template) =>
      Object.entries(template.findResources('AWS::Lambda::Function')).map(
        ([id, { Properties }]) => ({
          id: plainId(id),
          properties: Properties,
        }),
      ),
    );

  describe('the API', () => {
    test('has the routes of the route table and no others, each with its function and its guard', () => {
      const integrations = get().api.findResources('AWS::ApiGatewayV2::Integration');
      const made = resources('AWS::ApiGatewayV2::Route').map(({ Properties }) => {
        const target = JSON.stringify(Properties.Target);
        const integration = Object.keys(integrations).find((id) => target.includes(`"${id}"`));
        const uri = integrations[integration ?? '']?.['Properties'].IntegrationUri;
        const guard = referenced(Properties.AuthorizerId ?? '');
        return [Properties.RouteKey, referenced(uri), Properties.AuthorizationType, guard].join(
          ' ',
        );
      });
      const wanted = Object.values(routes).map((route) => {
        const { capability } = route;
        const lambda = capability.charAt(0).toUpperCase() + capability.slice(1);
        return [routeKey(route), lambda, isPublic(route) ? 'NONE ""' : 'JWT ApiPeople'].join(' ');
      });
      expect(sorted(made)).toEqual(sorted(wanted));
    });

    test('takes tokens of our user pool for our one client', () => {
      const [authorizer, ...others] = resources('AWS::ApiGatewayV2::Authorizer');
      expect(others).toEqual([]);
      const { Audience, Issuer } = authorizer!['Properties'].JwtConfiguration;
      expect(Audience.map(referenced)).toEqual(['Pages']);
      expect(referenced(Issuer)).toBe('People');
    });

    test('throttles every route, submissions apart from the rest', () => {
      const [stage] = resources('AWS::ApiGatewayV2::Stage');
      expect(stage?.['Properties'].DefaultRouteSettings).toEqual({
        ThrottlingRateLimit: 200,
        ThrottlingBurstLimit: 400,
      });
      const own = stage?.['Properties'].RouteSettings;
      expect(own[routeKey(routes.submitEntry)]).toEqual({
        ThrottlingRateLimit: 100,
        ThrottlingBurstLimit: 500,
      });
      const open = Object.values(routes).filter(isPublic);
      expect(open.length).toBeGreaterThan(0);
      for (const route of open) {
        expect(own[routeKey(route)]).toEqual({
          ThrottlingRateLimit: 50,
          ThrottlingBurstLimit: 500,
        });
      }
    });

    test('logs each call as JSON, without address, query or token', () => {
      const [stage] = resources('AWS::ApiGatewayV2::Stage');
      const format: object = JSON.parse(stage?.['Properties'].AccessLogSettings.Format);
      expect(sorted(Object.values(format))).toEqual([
        '$context.authorizer.claims.sub',
        '$context.authorizer.error',
        '$context.error.responseType',
        '$context.integrationErrorMessage',
        '$context.integrationLatency',
        '$context.requestId',
        '$context.requestTime',
        '$context.responseLatency',
        '$context.responseLength',
        '$context.routeKey',
        '$context.status',
      ]);
    });
  });

  describe('every function', () => {
    test('runs on Node 24 and arm64, traced, and gives up before its caller does', () => {
      expect(sorted(lambdas().map(({ id }) => id))).toEqual(sorted(Object.keys(environments)));
      const capabilities = new Set(
        Object.values(routes).map(({ capability }) => capability.toLowerCase()),
      );
      for (const { id, properties } of lambdas()) {
        expect(properties).toMatchObject({
          Runtime: 'nodejs24.x',
          Architectures: ['arm64'],
          TracingConfig: { Mode: 'Active' },
        });
        // The gateway waits 30 s; a whole list may take as long.
        const seconds = ['Exports', 'Papers', 'Judging'].includes(id) ? 29 : 10;
        if (capabilities.has(id.toLowerCase())) expect(properties.Timeout).toBe(seconds);
      }
    });

    test('has a role of its own', () => {
      const roles = lambdas().map(({ properties }) => referenced(properties.Role));
      expect(sorted(roles)).toEqual(sorted(Object.keys(environments).map((id) => `${id}Role`)));
    });

    test('has a log of its own; every log is kept for a year', () => {
      const logs = lambdas().map(({ properties }) => referenced(properties.LoggingConfig.LogGroup));
      expect(sorted(logs)).toEqual(sorted(Object.keys(environments).map((id) => `${id}Log`)));
      for (const template of [get().data, get().api]) {
        for (const group of Object.values(template.findResources('AWS::Logs::LogGroup'))) {
          expect(group).toMatchObject({
            DeletionPolicy: 'Retain',
            Properties: { RetentionInDays: 365 },
          });
        }
      }
    });

    test('knows of what it was granted and of nothing else', () => {
      const known = lambdas().map(({ id, properties }) => [
        id,
        sorted(Object.keys(properties.Environment?.Variables ?? {})),
      ]);
      expect(Object.fromEntries(known)).toEqual(
        Object.fromEntries(
          Object.entries(environments).map(([id, names]) => [id, sorted([...names])]),
        ),
      );
      const used = new Set(Object.values(environments).flat());
      expect(sorted([...used])).toEqual(sorted([...environmentNames]));
    });
  });
};
