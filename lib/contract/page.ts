import * as z from 'zod';

/** How many of a list to answer: a decimal text, 1 to 100, 50 unless told. */
const limit = z
  .string()
  .regex(/^(?:[1-9][0-9]?|100)$/)
  .transform(Number)
  .prefault('50')
  .meta({ description: 'How many to answer, 1 to 100.' });

/** Where to go on: what an earlier page called `next`. */
const cursor = z
  .string()
  .min(1)
  .max(1500)
  .meta({ description: 'Where to go on: `next` of the page before.' });

/** The query of every list; `extend` it by the filters of one. */
export const pageQuery = z.strictObject({ limit, cursor: cursor.exactOptional() });

/** One page of a list. `next` is there when there may be more. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z
    .object({ items: z.array(item), next: z.string().exactOptional() })
    .meta({ description: 'A page of a list. `next` leads on; without it the list ends here.' });
