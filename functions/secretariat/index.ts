import type { Endpoint } from '../../lib/http/endpoint.ts';
import { listEntries } from './list-entries.ts';
import { screenEntry } from './screen-entry.ts';

/** What the secretariat does with the entries: list, screen. */
export const endpoints: readonly Endpoint[] = [listEntries, screenEntry];
