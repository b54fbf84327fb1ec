/**
 * What the shell reads of an API Gateway HTTP API event (payload format 2.0). The local gateway builds the same,
 * so that one handler serves both.
 */
export interface ApiEvent {
  readonly version: '2.0';
  /** `GET /api/editions/{editionId}`, or `ANY …` where only the method did not match. */
  readonly routeKey: string;
  readonly rawPath: string;
  readonly rawQueryString: string;
  /** Names in lower case; a repeated header is joined by commas. */
  readonly headers: { readonly [name: string]: string | undefined };
  /** Percent-decoded once by the gateway. */
  readonly pathParameters?: { readonly [name: string]: string | undefined };
  readonly body?: string;
  readonly isBase64Encoded: boolean;
  readonly requestContext: {
    readonly requestId: string;
    /** When the gateway received the request, in milliseconds. */
    readonly timeEpoch: number;
    readonly http: { readonly method: string; readonly path: string; readonly sourceIp: string };
    /** The verified token. A gateway sets it only where its route has the JWT authorizer. */
    readonly authorizer?: { readonly jwt: { readonly claims: Claims } };
  };
}

export interface Claims {
  readonly [name: string]: string | number | boolean | readonly string[] | undefined;
}

/** What the shell answers, in payload format 2.0. */
export interface ApiResult {
  readonly statusCode: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}
