import type { LocalDateTime } from './local-date.ts';
import type { Plan, Text } from './plan.ts';
import { type NewEdition, type PlaceOf, setUpEdition } from './plan-change.ts';
import { shiftPlan } from './shift-plan.ts';

/** What of the new edition is not last year's. */
export type CloneWish = {
  readonly editionId: string;
  readonly name: Text;
  readonly codePrefix: string;
  readonly rules: Plan['rules'];
  readonly submissionsCloseAt: LocalDateTime;
  /** Of every consent text; without it the texts keep the versions they have. */
  readonly consentVersion?: string;
  readonly by: string;
};

/** What the body says itself; every other place is one of the plan that comes of it. */
const ownPlaces = ['/name', '/codePrefix', '/rules'] as const;

const placeOf: PlaceOf = (pointer) => {
  if (pointer === '/dates/submissionsCloseAt') return '/submissionsCloseAt';
  const isOwn = ownPlaces.some((own) => pointer === own || pointer.startsWith(`${own}/`));
  return isOwn ? pointer : `/plan${pointer}`;
};

/**
 * A new edition by the plan of another, every date of it shifted by `shiftPlan`; nothing else of the other comes along.
 * What is wrong with the plan is told at the body's own field (`/submissionsCloseAt`, `/rules/issuedOn`), or
 * under `/plan`: a place of the plan that would have come of it.
 */
export function cloneEdition(from: Plan, wish: CloneWish, now: string): NewEdition {
  const { editionId, name, codePrefix, rules, submissionsCloseAt, consentVersion, by } = wish;
  const shifted = shiftPlan(from, submissionsCloseAt);
  const consents =
    consentVersion === undefined
      ? shifted.consents
      : shifted.consents.map((consent) => ({ ...consent, version: consentVersion }));
  const plan = { ...shifted, name, codePrefix, rules, consents };
  return setUpEdition({ editionId, plan, by }, now, placeOf);
}
