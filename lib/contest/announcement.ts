import { refuse } from './found.ts';
import type { PublishedResult } from './publication.ts';
import { Refused } from './refusal.ts';

/** How far the winners are called out in the hall, led by an organiser. It says how many, never who. */
export interface Announcement {
  readonly editionId: string;
  /** Of the result that is called out: a later version begins anew. */
  readonly resultVersion: number;
  /** 0 nothing, n the first n awards from the lowest prize on, one more than there are awards the whole result. */
  readonly shown: number;
  /** 0 before anybody has led it. */
  readonly version: number;
}

/** How far the announcement of what is published now is; what was led of an earlier version counts for nothing. */
export function announcementOf(
  { editionId, resultVersion }: PublishedResult,
  before: Announcement | undefined,
): Announcement {
  const shown = before?.resultVersion === resultVersion ? before.shown : 0;
  return { editionId, resultVersion, shown, version: before?.version ?? 0 };
}

/** The announcement led to a step. @throws Refused state-conflict where nothing is published, validation-failed at `/shown` */
export function showAnnouncement(
  {
    current,
    before,
  }: { readonly current: PublishedResult | undefined; readonly before: Announcement | undefined },
  shown: number,
): Announcement {
  if (current === undefined) throw new Refused({ code: 'state-conflict', state: 'unpublished' });
  const { state, awards } = current;
  if (state === 'retracted') throw new Refused({ code: 'state-conflict', state });
  const limit = awards.length + 1;
  const errors = [{ pointer: '/shown', code: 'too-large', limit }];
  refuse(shown > limit ? { code: 'validation-failed', errors } : undefined);
  const now = announcementOf(current, before);
  return { ...now, shown, version: now.version + 1 };
}
