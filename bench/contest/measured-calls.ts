import type { Route } from '../../lib/contract/route.ts';
import { routes } from '../../lib/contract/routes.ts';
import { exampleContent } from '../../test/support/world-entries.ts';
import type { Seeded } from './seed-contest.ts';
import { editionId, roundId } from './seed-contest.ts';

/** One call of an operation: who makes it and what it says. */
export interface Said {
  readonly who: Who;
  readonly path?: { readonly [name: string]: string };
  readonly query?: { readonly [name: string]: string };
  readonly body?: unknown;
  readonly ifMatch?: string;
  /** Received then; by the clock of the running system where it runs. */
  readonly at?: string;
}

export type Who = 'nobody' | 'organiser' | 'secretary' | 'judge' | { readonly submitter: number };

/** An operation, and what its n-th call says. */
export interface MeasuredCall {
  readonly route: Route;
  /** Grows with the contest by its nature: it looks at a whole round. */
  readonly isWhole?: true;
  /** It refuses more. */
  readonly mostEntries?: number;
  readonly said: (at: number) => Said;
}

/** The operations of the main job in an order in which each can be called: a sheet is saved before it is handed in. */
export function measuredCalls(
  { drafts, judged }: Seeded,
  criteria: readonly string[],
): readonly MeasuredCall[] {
  const path = { editionId };
  const draft = (at: number) => ({ editionId, entryId: drafts[at % drafts.length] ?? '' });
  const sheet = (at: number) => ({ editionId, roundId, entryId: judged[at % judged.length] ?? '' });
  const marks = Object.fromEntries(criteria.map((id) => [id, '5']));
  const by = (at: number): Who => ({ submitter: at % drafts.length });
  return [
    { route: routes.getEdition, said: () => ({ who: 'nobody', path }) },
    {
      route: routes.createEntry,
      said: (at) => ({
        who: by(at),
        path,
        body: { ...exampleContent(at % 6), title: `Một dự án mới ${at}` },
      }),
    },
    { route: routes.getEntry, said: (at) => ({ who: by(at), path: draft(at) }) },
    {
      route: routes.requestUpload,
      said: (at) => ({
        who: by(at),
        path: draft(at),
        body: {
          kind: 'trinh-chieu',
          fileName: 'Bài trình chiếu.pdf',
          contentType: 'application/pdf',
          size: 1_000_000,
          sha256: '1f'.repeat(32),
        },
      }),
    },
    {
      route: routes.submitEntry,
      said: (at) => ({ who: by(at), path: draft(at), body: { acceptedPlanVersion: 1 } }),
    },
    { route: routes.getReceipt, said: (at) => ({ who: by(at), path: draft(at) }) },
    { route: routes.listEntries, said: () => ({ who: 'secretary', path, query: { limit: '50' } }) },
    { route: routes.listQueue, said: () => ({ who: 'judge', path, query: { limit: '20' } }) },
    { route: routes.getScoreSheet, said: (at) => ({ who: 'judge', path: sheet(at) }) },
    {
      route: routes.saveScoreSheet,
      said: (at) => ({
        who: 'judge',
        path: sheet(at),
        ifMatch: '"0"',
        body: { planVersion: 1, points: marks, comment: 'Đã đọc hồ sơ.', note: '' },
      }),
    },
    {
      route: routes.submitScoreSheet,
      said: (at) => ({ who: 'judge', path: sheet(at), ifMatch: '"1"' }),
    },
    {
      route: routes.getProgress,
      isWhole: true,
      said: () => ({ who: 'organiser', path: { editionId, roundId } }),
    },
  ];
}
