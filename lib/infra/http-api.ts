import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { type Capability, isPublic, type Method, type Route, routeKey } from '../contract/route.ts';
import { throttleOf, usualThrottle } from './api-throttles.ts';
import { logRetention, type Stage, stateRemoval } from './stage.ts';

/** What the template needs to know of a route. */
export type ApiRoute = Pick<Route, 'operation' | 'capability' | 'method' | 'path' | 'audience'>;

export interface ApiParts {
  readonly routes: readonly ApiRoute[];
  readonly functions: { readonly [capability in Capability]: LambdaFunction };
  /** The user pool's own address, and the one client whose tokens count. */
  readonly issuer: string;
  readonly clientId: string;
}

const methods: { readonly [method in Method]: HttpMethod } = {
  GET: HttpMethod.GET,
  POST: HttpMethod.POST,
  PUT: HttpMethod.PUT,
  DELETE: HttpMethod.DELETE,
};

/**
 * No address of the caller (behind CloudFront it is CloudFront's, and CloudFront's own log has it), no query, no token:
 * `sub` is the only thing here that belongs to a person.
 */
const accessLogFields = JSON.stringify({
  at: '$context.requestTime',
  requestId: '$context.requestId',
  routeKey: '$context.routeKey',
  status: '$context.status',
  personId: '$context.authorizer.claims.sub',
  refusedBecause: '$context.authorizer.error',
  gatewayError: '$context.error.responseType',
  integrationError: '$context.integrationErrorMessage',
  latencyMs: '$context.responseLatency',
  functionMs: '$context.integrationLatency',
  bytes: '$context.responseLength',
});

const addRoutes = (api: HttpApi, { routes, functions }: ApiParts): void => {
  const integrations = new Map<Capability, HttpLambdaIntegration>();
  const integrationOf = (capability: Capability): HttpLambdaIntegration => {
    const known = integrations.get(capability);
    if (known !== undefined) return known;
    const made = new HttpLambdaIntegration(capability, functions[capability], {
      // One permission for the API: one for each route would fill the function's 20 KB policy.
      scopePermissionToRoute: false,
    });
    integrations.set(capability, made);
    return made;
  };
  for (const route of routes) {
    api.addRoutes({
      path: route.path,
      methods: [methods[route.method]],
      integration: integrationOf(route.capability),
      ...(isPublic(route) ? { authorizer: new HttpNoneAuthorizer() } : {}),
    });
  }
};

const routeThrottles = (routes: readonly ApiRoute[]): { [routeKey: string]: object } => {
  const settings: { [routeKey: string]: object } = {};
  for (const route of routes) {
    const throttle = throttleOf(route);
    if (throttle === undefined) continue;
    settings[routeKey(route)] = {
      ThrottlingRateLimit: throttle.rate,
      ThrottlingBurstLimit: throttle.burst,
    };
  }
  return settings;
};

const addStage = (
  scope: Construct,
  stage: Stage,
  api: HttpApi,
  routes: readonly ApiRoute[],
): void => {
  const log = new LogGroup(scope, 'AccessLog', {
    retention: logRetention(stage),
    removalPolicy: stateRemoval(stage),
  });
  const deployed = new HttpStage(scope, 'ApiStage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: usualThrottle.rate, burstLimit: usualThrottle.burst },
    accessLogSettings: {
      destination: new LogGroupLogDestination(log),
      format: AccessLogFormat.custom(accessLogFields),
    },
  });
  const resource = deployed.node.defaultChild;
  if (!(resource instanceof CfnStage)) throw new Error('a stage without its resource');
  resource.routeSettings = routeThrottles(routes);
  // A throttle may only name a route that is there.
  for (const child of api.node.children) resource.node.addDependency(child);
};

/**
 * The HTTP API: the route table's routes and no others, a verified token on each but the public ones. Its own address
 * stays enabled, since CloudFront reaches it there; whoever calls it directly passes the same authorizer and throttles.
 */
export const makeHttpApi = (scope: Construct, stage: Stage, parts: ApiParts): HttpApi => {
  const api = new HttpApi(scope, 'Api', {
    createDefaultStage: false,
    // One origin, so no CORS. Access tokens have no `aud`: the authorizer compares their `client_id` instead.
    defaultAuthorizer: new HttpJwtAuthorizer('People', parts.issuer, {
      jwtAudience: [parts.clientId],
    }),
  });
  addRoutes(api, parts);
  addStage(scope, stage, api, parts.routes);
  return api;
};
