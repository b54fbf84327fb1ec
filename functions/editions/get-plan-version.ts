import { found } from '../../lib/contest/found.ts';
import { planToWire } from '../../lib/contest/plan-wire.ts';
import { planRoutes } from '../../lib/contract/plan-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadPlanVersion } from '../../lib/store/plans.ts';
import { planVersionReply } from './plan-version-reply.ts';

/** Everybody reads the plan as it was at one version: the one that an entrant accepted, or that a round was scored by. */
export const getPlanVersion = endpoint(planRoutes.getPlanVersion, async ({ path, table }) => {
  const version = found(await loadPlanVersion(table, path.editionId, path.planVersion));
  return { ...planVersionReply(version), plan: planToWire(version.plan) };
});
