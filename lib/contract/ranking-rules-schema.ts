import * as z from 'zod';
import { points } from './points-schema.ts';
import { id } from './text.ts';

const upToRank = z.int().min(1).max(1000).exactOptional();

const plainStep = <Kind extends string>(kind: Kind) =>
  z.strictObject({ kind: z.literal(kind), upToRank });

const tieStep = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('criterion'), upToRank, criterionId: id }),
  plainStep('headToHead'),
  plainStep('countback'),
  plainStep('median'),
  plainStep('chair'),
  plainStep('lot'),
  plainStep('shared'),
]);

const decimals = z.int().min(0).max(6);

/** How far apart the judges of one entry may be. */
export const divergenceSchema = z
  .strictObject({
    mode: z.enum(['absolute', 'relative']).meta({
      description:
        'Percent of the most a judge can give, or of the mean of the judges of an entry.',
    }),
    percent: z.int().min(1).max(100),
  })
  .meta({
    id: 'DivergenceRule',
    description:
      'A judge whose total is further than this from the mean of the entry is flagged; of two judges both are, from this far apart on.',
  });

/** How sheets become a ranking, as it is written: the shape of `RankingRules`. */
export const rankingRulesSchema = z
  .strictObject({
    minimumSheets: z.int().min(1).max(50),
    decimals,
    minimumMean: points.exactOptional(),
    zeroRule: z.enum(['off', 'mean', 'mark']),
    trim: z
      .strictObject({
        count: z.int().min(1).max(20),
        level: z.enum(['total', 'criterion']),
      })
      .exactOptional(),
    roundCriterionMeans: decimals.exactOptional(),
    tieBreak: z.array(tieStep).max(40),
    cutTie: z.enum(['advanceAll', 'unresolved']),
    advance: z.strictObject({ perTrack: z.int().min(1).max(1000) }).exactOptional(),
  })
  .meta({
    id: 'RankingRules',
    description: 'How score sheets become a ranking: means, rounding, ties and the cut.',
  });
