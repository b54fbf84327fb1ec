import type * as z from 'zod';
import type { Route } from './route.ts';

/** Declares a route with the types of its schemas kept. */
export const defineRoute = <
  Path extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Reply extends z.ZodType,
>(
  route: Route<Path, Query, Body, Reply>,
): Route<Path, Query, Body, Reply> => route;
