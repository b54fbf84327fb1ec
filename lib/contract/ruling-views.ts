import * as z from 'zod';
import { documentNumber, moment, personId, reason } from './shared.ts';
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

const figure = { exact: z.string(), printed: z.string() };

const judgeId = z.string();

const flagRuling = z.object({
  decision: z.enum(['confirmed', 'rescore', 'extra-judge']),
  judgeIds: z.array(judgeId),
  reason: z.string(),
  documentNumber: z.string().exactOptional(),
  by: z.string(),
  at: moment,
});

/** A flag, and what became of it. */
export const flagStand = z.object({
  entryId: uuid,
  trackId: id,
  totals: z.array(z.object({ judgeId, ...figure })),
  mean: z.object(figure),
  spread: z.object(figure),
  divergent: z
    .array(judgeId)
    .meta({ description: 'Whose total is too far from the mean; of two judges both.' }),
  state: z.enum(['open', 'rescoring', 'confirmed']),
  waitedFor: z.array(judgeId).meta({ description: 'Whose sheets are not in again yet.' }),
  ruling: flagRuling.exactOptional(),
});

export const flagList = z
  .object({
    roundId: id,
    flags: z.array(flagStand),
  })
  .meta({ id: 'FlagList', description: 'Entries of a closed round whose judges are far apart.' });

const because = { reason, documentNumber: documentNumber.exactOptional() };

export const flagResolution = z
  .discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('confirmed'), ...because }),
    z.strictObject({
      decision: z.literal('rescore'),
      /** Whose sheets open again. */
      judgeIds: z.array(personId).min(1).max(50),
      ...because,
    }),
    z.strictObject({
      decision: z.literal('extra-judge'),
      /** Who reads the entry, too. */
      judgeId: personId,
      ...because,
    }),
  ])
  .meta({
    id: 'FlagResolution',
    description: 'What becomes of an entry whose judges are far apart: never a sheet left out.',
  });

export type FlagResolution = z.output<typeof flagResolution>;

export const flagResolutionReply = z
  .object({ roundId: id, entryId: uuid, ...flagRuling.shape })
  .meta({ id: 'FlagRuling', description: 'What was decided about a flagged entry, and by whom.' });
