import type { Edition, PlanVersion } from '../../lib/contest/edition.ts';
import { planToWire } from '../../lib/contest/plan-wire.ts';

/** An edition with its rules, as everybody sees it. */
export const editionReply = (edition: Edition, plan: PlanVersion, now: string) => ({
  ...edition,
  name: { ...edition.name },
  plan: planToWire(plan.plan),
  changes: {
    changedAt: plan.changedAt,
    reason: plan.reason,
    documentNumber: plan.documentNumber,
  },
  serverTime: now,
});
