import type { EntryContent } from './entry-content.ts';
import type { Plan } from './plan.ts';
import type { FieldError } from './refusal.ts';

type Consents = EntryContent['consents'];

/** Consents to what the plan does not ask for, or to a text that is no longer the one it shows; `pointer` is their list. */
export function consentErrors(plan: Plan, consents: Consents, pointer: string): FieldError[] {
  return consents.flatMap(({ purpose, version }, index) => {
    const asked = plan.consents.find((consent) => consent.purpose === purpose);
    if (!asked) return [{ pointer: `${pointer}/${index}/purpose`, code: 'not-allowed' }];
    return asked.version === version
      ? []
      : [{ pointer: `${pointer}/${index}/version`, code: 'outdated' }];
  });
}

/** The purposes that the plan requires and that these consents leave out. */
export const missingPurposes = (plan: Plan, consents: Consents): string[] =>
  plan.consents
    .filter(({ required }) => required)
    .map(({ purpose }) => purpose)
    .filter((purpose) => !consents.some((consent) => consent.purpose === purpose));
