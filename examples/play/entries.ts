import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { WirePlan } from '../../lib/contest/plan-wire.ts';
import { shiftContent } from '../../lib/contest/shift-content.ts';
import { entryContent } from '../../lib/contract/entry-content-schema.ts';
import type { routes } from '../../lib/contract/routes.ts';
import { daysLater } from './set-up.ts';

/** An entry of the play. */
export interface PlayedEntry {
  readonly entryId: string;
  readonly owner: string;
  readonly title: string;
  readonly trackId: string;
}

/** The signed words about what was handed in. */
export type Receipt = z.output<typeof routes.submitEntry.reply>;

/** What a startup writes. */
export type EntryContent = z.output<typeof entryContent>;

/** The six sample entries, complete but for their documents, their businesses as old under this plan as in 2022. */
export const sampleEntries = (plan: WirePlan): EntryContent[] => {
  const file = readFileSync(new URL('../entries.json', import.meta.url), 'utf8');
  const json: unknown = JSON.parse(file);
  return z
    .array(entryContent)
    .parse(json)
    .map((content) => shiftContent(content, daysLater(plan)));
};

type Missing = z.output<typeof routes.getEntry.reply>['missing'];

/** What an entry lacks, in a line. */
export const listOf = (missing: Missing): string =>
  missing.map(({ document, pointer }) => document ?? pointer).join(', ') || 'nothing';
