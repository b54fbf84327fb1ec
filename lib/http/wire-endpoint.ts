import * as z from 'zod';
import type { Route } from '../contract/route.ts';
import { isPublic, isWrite } from '../contract/route.ts';
import { needsAdmission } from './admission.ts';
import type { Endpoint } from './endpoint.ts';
import type { BodyUse } from './parse-body.ts';
import { declaredNames } from './parse-query.ts';

/**
 * An endpoint with what follows from its route, worked out once. Its schemas are not compiled: zod's `compile` takes a tenth off
 * a warm write and adds 29 KB to every function, and most calls meet a cold one.
 */
export interface WiredEndpoint {
  readonly endpoint: Endpoint;
  readonly route: Route;
  readonly isWrite: boolean;
  readonly isPublic: boolean;
  readonly needsAdmission: boolean;
  readonly body: BodyUse;
  readonly queryNames: ReadonlySet<string> | undefined;
}

/** Worked out when the function is made, not for each call. */
export function wireEndpoint(endpoint: Endpoint): WiredEndpoint {
  const { route } = endpoint;
  return {
    endpoint,
    route,
    isWrite: isWrite(route),
    isPublic: isPublic(route),
    needsAdmission: needsAdmission(route),
    body: bodyUseOf(route.body),
    queryNames: declaredNames(route.query),
  };
}

function bodyUseOf(schema: z.ZodType): BodyUse {
  if (schema instanceof z.ZodUndefined) return 'none';
  return schema.safeParse(undefined).success ? 'optional' : 'needed';
}
