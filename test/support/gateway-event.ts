import type { ApiEvent } from '../../lib/http/api-event.ts';

/**
 * The event with all that API Gateway documents for payload format 2.0 and our shell does not read. What is empty is
 * left out as the gateway leaves it out, and claims are texts.
 * Source: docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function gatewayEvent({ pathParameters = {}, ...event }: ApiEvent): object {
  const { authorizer, http, timeEpoch } = event.requestContext;
  const query = new URLSearchParams(event.rawQueryString);
  return {
    ...event,
    headers: {
      accept: '*/*',
      'content-length': String(Buffer.byteLength(event.body ?? '')),
      'user-agent': 'Amazon CloudFront',
      via: '2.0 8f5e0f0a6a9e4d5e.cloudfront.net (CloudFront)',
      'x-amz-cf-id': 'Zm9yIGEgcmVxdWVzdCBvZiBDbG91ZEZyb250',
      'x-amzn-trace-id': 'Root=1-5e6722a7-cc56xmpl46db7ae02d4da47e',
      'x-forwarded-for': '203.0.113.7, 130.176.1.1',
      'x-forwarded-port': '443',
      'x-forwarded-proto': 'https',
      ...event.headers,
    },
    ...(query.size === 0 ? {} : { queryStringParameters: Object.fromEntries(query) }),
    ...(Object.keys(pathParameters).length === 0 ? {} : { pathParameters }),
    requestContext: {
      ...event.requestContext,
      accountId: '111122223333',
      apiId: 'a1b2c3d4e5',
      domainName: 'a1b2c3d4e5.execute-api.ap-southeast-1.amazonaws.com',
      domainPrefix: 'a1b2c3d4e5',
      http: { ...http, protocol: 'HTTP/1.1', userAgent: 'Amazon CloudFront' },
      routeKey: event.routeKey,
      stage: '$default',
      time: gatewayTime(timeEpoch),
      ...(authorizer === undefined
        ? {}
        : { authorizer: { jwt: { claims: textsOf(authorizer.jwt.claims), scopes: null } } }),
    },
  };
}

/** `15/Jun/2022:03:00:00 +0000` */
function gatewayTime(timeEpoch: number): string {
  const [, day, month, year, time] = new Date(timeEpoch).toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}

/** What Cognito's access tokens carry, our pre-token trigger's two on top. */
function textsOf(claims: object): { [name: string]: string } {
  const all = {
    auth_time: 1655262000,
    client_id: '1example23456789',
    event_id: '64f513be-32db-42b0-b78e-b02127b4f463',
    exp: 1655262900,
    iat: 1655262000,
    iss: 'https://cognito-idp.ap-southeast-1.amazonaws.com/ap-southeast-1_example',
    jti: 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee',
    origin_jti: 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee',
    scope: 'openid email',
    version: 2,
    ...claims,
  };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, String(value)]));
}
