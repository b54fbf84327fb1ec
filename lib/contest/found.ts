import { Refused } from './refusal.ts';

/** The thing itself, or the refusal that nothing is there. */
export function found<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Refused({ code: 'not-found' });
  return thing;
}
