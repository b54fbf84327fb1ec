import * as z from 'zod';
import { documentNumber, moment, reason } from './shared.ts';
import { id, sha256, uuid } from './text.ts';

export const leftTies = z
  .object({
    roundId: id,
    ties: z.array(
      z.object({
        leftTo: z.enum(['chair', 'lot']),
        trackId: id
          .exactOptional()
          .meta({ description: 'In whose ranking it stands; absent in the ranking of all.' }),
        rank: z.int(),
        entryIds: z.array(uuid),
        isDecided: z.boolean(),
        isNeeded: z
          .boolean()
          .meta({ description: 'The round cannot be approved before it is decided.' }),
      }),
    ),
  })
  .meta({ id: 'LeftTies', description: 'The ties that the rules leave to people or to the lot.' });

/** Best first; entries of one group share their place. */
const order = z.array(z.array(uuid).min(1).max(500)).min(1).max(500);

export const tieDecisionRequest = z
  .strictObject({ order, reason, documentNumber: documentNumber.exactOptional() })
  .meta({
    id: 'TieDecisionRequest',
    description: 'The order of one tied set, best first, and why; a group shares its place.',
  });

export const tieDecisionReply = z
  .object({
    roundId: id,
    order,
    reason: z.string(),
    documentNumber: z.string().exactOptional(),
    signedBy: z.string(),
    at: moment,
  })
  .meta({ id: 'TieDecision', description: 'What was decided about one tied set, and by whom.' });

export const drawReply = z
  .object({
    roundId: id,
    commitment: sha256,
    seed: sha256,
    at: moment,
    order: z.array(uuid).meta({
      description:
        'The tied entries by the SHA-256 of the seed, a blank and their id, lowest first.',
    }),
  })
  .meta({ id: 'Draw', description: 'The seed that was committed to, and the order it draws.' });
