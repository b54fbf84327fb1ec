import { type Refusal, Refused } from './refusal.ts';

/** The thing itself, or the refusal that nothing is there. */
export function found<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Refused({ code: 'not-found' });
  return thing;
}

/** Refuses a change based on another version than the current one (RFC 9110 §13.1.1). */
export function requireVersion(current: number, basedOn: number): void {
  if (current !== basedOn) {
    throw new Refused({ code: 'precondition-failed', currentVersion: current });
  }
}

/** Throws the refusal, if there is one. */
export function refuse(refusal: Refusal | undefined): void {
  if (refusal) throw new Refused(refusal);
}
