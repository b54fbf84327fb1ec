import type { Endpoint } from '../../lib/http/endpoint.ts';

/** Who works on an entry, and what its people agreed to. */
export const endpoints: readonly Endpoint[] = [];
