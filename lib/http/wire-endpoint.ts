import type { Route } from '../contract/route.ts';
import { isPublic, isWrite } from '../contract/route.ts';
import { needsAdmission } from './admission.ts';
import type { Endpoint } from './endpoint.ts';
import { declaredNames } from './parse-query.ts';

/** An endpoint with what follows from its route, worked out once. */
export interface WiredEndpoint {
  readonly endpoint: Endpoint;
  readonly route: Route;
  readonly isWrite: boolean;
  readonly isPublic: boolean;
  readonly needsAdmission: boolean;
  readonly needsBody: boolean;
  readonly queryNames: ReadonlySet<string> | undefined;
}

export function wireEndpoint(endpoint: Endpoint): WiredEndpoint {
  const { route } = endpoint;
  return {
    endpoint,
    route,
    isWrite: isWrite(route),
    isPublic: isPublic(route),
    needsAdmission: needsAdmission(route),
    needsBody: !route.body.safeParse(undefined).success,
    queryNames: declaredNames(route.query),
  };
}
