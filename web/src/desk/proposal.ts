import type * as z from 'zod';
import type { judgingProposalRoutes } from '../../../lib/contract/judging-proposal-routes.ts';

type Answer = z.output<(typeof judgingProposalRoutes)['proposeAssignment']['reply']>;

/** An assignment that meets the wishes. */
export type Proposal = Extract<Answer, { possible: true }>;

/** Why none does. */
export type ImpossibleReason = Extract<Answer, { possible: false }>['reasons'][number];

/** Who is to read what. */
export type Pair = Proposal['pairs'][number];

export const pairKey = ({ entryId, judgeId }: Pair): string => `${entryId} ${judgeId}`;
