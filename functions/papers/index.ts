import type { Endpoint } from '../../lib/http/endpoint.ts';
import { makePaper } from './make-paper.ts';

/** Papers that an office signs, made of what a closed round came to. */
export const endpoints: readonly Endpoint[] = [makePaper];
