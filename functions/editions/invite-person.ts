import { found } from '../../lib/contest/found.ts';
import { invite } from '../../lib/contest/people.ts';
import { editionRoutes } from '../../lib/contract/edition-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadEdition } from '../../lib/store/editions.ts';
import { create } from '../../lib/store/items.ts';
import { invitationItem } from '../../lib/store/people.ts';

/** An organiser offers a role to an e-mail address; the mail leaves after the answer. */
export const invitePerson = endpoint(
  editionRoutes.invitePerson,
  async ({ path, body, actor, now, newId, table, admit, save }) => {
    const facts = await loadEdition(table, path.editionId, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const invitation = invite(
      { ...body, ...path, invitationId: newId(), invitedBy: actor.personId },
      now,
    );
    return save({
      changes: [create(invitationItem(invitation))],
      reply: invitation,
      subject: `invitation/${path.editionId}/${invitation.invitationId}`,
      detail: { role: body.role },
    });
  },
);
