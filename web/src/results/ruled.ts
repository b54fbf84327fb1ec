import type * as z from 'zod';
import type { flagStand, leftTies } from '../../../lib/contract/ruling-views.ts';

/** An entry whose judges are far apart. */
export type Flag = z.output<typeof flagStand>;

/** A tie that the rules leave to the chair or to the lot. */
export type Tie = z.output<typeof leftTies>['ties'][number];
