import { announcementOf } from '../../lib/contest/announcement.ts';
import { found } from '../../lib/contest/found.ts';
import { announcementRoutes } from '../../lib/contract/announcement-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadAnnouncement } from '../../lib/store/announcements.ts';

/** The screen asks how far the announcement is; before the publication it is as if no such edition were. */
export const getAnnouncement = endpoint(
  announcementRoutes.getAnnouncement,
  async ({ path, table }) => {
    const { current, before } = await loadAnnouncement(table, path.editionId);
    return announcementOf(found(current), before);
  },
);
