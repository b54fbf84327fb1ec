import { readFileSync } from 'node:fs';
import type { Plan } from '../../lib/contest/plan.ts';
import { planFromWire, type WirePlan } from '../../lib/contest/plan-wire.ts';
import { planSchema } from '../../lib/contract/plan-schema.ts';

/** A file of examples/, as JSON. */
export const example = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8'));

/** The contest of Kon Tum in 2022 as it is written. */
export const exampleWirePlan = (): WirePlan => planSchema.parse(example('kon-tum-2022.json'));

/** The contest of Kon Tum in 2022. */
export const examplePlan = (): Plan => planFromWire(exampleWirePlan());
