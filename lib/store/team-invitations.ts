import * as z from 'zod';
import type { TeamInvitation } from '../contest/team-invitation.ts';
import type { Item } from '../platform/table.ts';
import { toItem } from './items.ts';
import { indexes, keys } from './keys.ts';

const string = z.string();

export const teamInvitationSchema: z.ZodType<TeamInvitation> = z.object({
  editionId: string,
  entryId: string,
  invitationId: string,
  email: string,
  name: string,
  role: z.enum(['editor', 'viewer']),
  state: z.enum(['pending', 'accepted', 'declined', 'withdrawn']),
  code: string,
  title: string,
  invitedBy: string,
  invitedAt: string,
  endsAt: string,
  version: z.int(),
});

/**
 * An invitation's item, found by its address while it may be accepted. In the index it stands behind the roles that were
 * offered (no edition's id begins with `~`), so that no number of teams can push one of those off the page.
 */
export function teamInvitationItem(invitation: TeamInvitation): Item {
  const { editionId, entryId, invitationId, email } = invitation;
  const key = keys.teamInvitation(editionId, entryId, invitationId);
  if (invitation.state !== 'pending') return toItem(key, invitation);
  return toItem(key, invitation, [indexes.invitee(email), `~${editionId}#${invitationId}`]);
}
