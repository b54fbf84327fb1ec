import * as z from 'zod';

/** The body of an operation that takes none: anything sent is refused. */
export const noBody = z.undefined();
