import type { Announcement } from '../contest/announcement.ts';
import type { PublishedResult } from '../contest/publication.ts';
import type { Table } from '../platform/table.ts';
import type { Change } from './change.ts';
import { read, replace, toItem } from './items.ts';
import { keys } from './keys.ts';
import { announcementSchema, resultSchema } from './publication-schemas.ts';

/** What is published, as it was stored and never to be shown, and how far it is called out; in one read. */
export async function loadAnnouncement(
  table: Table,
  editionId: string,
): Promise<{
  readonly current: PublishedResult | undefined;
  readonly before: Announcement | undefined;
}> {
  const [current, before] = await table.getMany([
    keys.result(editionId),
    keys.announcement(editionId),
  ]);
  return { current: read(resultSchema, current), before: read(announcementSchema, before) };
}

/** An announcement over the one it was decided on. */
export const changedAnnouncement = (announcement: Announcement): Change =>
  replace(toItem(keys.announcement(announcement.editionId), announcement));
