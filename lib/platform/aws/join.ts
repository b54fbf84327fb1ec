import type { Endpoint } from '../../http/endpoint.ts';
import { type ApiHandler, lambda } from '../../http/lambda.ts';
import { lazyServices, type Openers } from './lazy-services.ts';

/** Joins the operations of one function with AWS. Importing it opens nothing and reads no variable. */
export function onAws(endpoints: readonly Endpoint[], openers: Openers = {}): ApiHandler {
  return lambda(endpoints, () => lazyServices(openers));
}
