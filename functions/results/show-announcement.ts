import { showAnnouncement as show } from '../../lib/contest/announcement.ts';
import { found } from '../../lib/contest/found.ts';
import { announcementRoutes } from '../../lib/contract/announcement-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { changedAnnouncement, loadAnnouncement } from '../../lib/store/announcements.ts';
import { loadEdition } from '../../lib/store/editions.ts';

/** An organiser leads the screen in the hall, from a phone. Of two who do it at once the later one holds. */
export const showAnnouncement = endpoint(
  announcementRoutes.showAnnouncement,
  async ({ path, body, actor, table, admit, save }) => {
    const { editionId } = path;
    const [edition, facts] = await Promise.all([
      loadEdition(table, editionId, actor.personId),
      loadAnnouncement(table, editionId),
    ]);
    found(edition.edition);
    admit(edition.standing);
    const announcement = show(facts, body.shown);
    return save({
      changes: [changedAnnouncement(announcement)],
      reply: announcement,
      subject: `result/${editionId}`,
      detail: { resultVersion: announcement.resultVersion, shown: announcement.shown },
    });
  },
);
