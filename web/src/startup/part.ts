import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import type { Draft } from './draft-shape.ts';

/** What each part of the form is given. */
export interface Part {
  readonly plan: WirePlan;
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

/** Whether a part of the plan that may be limited to tracks is asked of this one. */
export const isAsked = (
  { tracks }: { readonly tracks?: readonly string[] | undefined },
  trackId: string,
): boolean => tracks === undefined || tracks.includes(trackId);
