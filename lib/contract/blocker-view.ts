import * as z from 'zod';

export const blocker = z
  .object({
    code: z.string(),
    entryId: z.string().exactOptional(),
    judgeId: z.string().exactOptional(),
    prizeId: z.string().exactOptional(),
    roundId: z.string().exactOptional(),
    personId: z
      .string()
      .exactOptional()
      .meta({ description: 'An official of the edition, where one is in the way.' }),
    mailId: z.string().exactOptional(),
    because: z.string().exactOptional(),
    count: z.int().exactOptional(),
  })
  .meta({
    id: 'Blocker',
    description: 'One thing that keeps a round or a result from moving on, as a stable code.',
  });
