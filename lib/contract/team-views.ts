import * as z from 'zod';
import { email } from './contact.ts';
import { moment, personId, version } from './shared.ts';
import { text, uuid } from './text.ts';

const teamRole = z.enum(['editor', 'viewer']);

export const newTeamInvitation = z
  .strictObject({ email, name: text(100), role: teamRole })
  .meta({ id: 'NewTeamInvitation', description: 'Whom to invite into the team, and as what.' });

export const teamInvitationView = z
  .object({
    invitationId: uuid,
    email: z.string(),
    name: z.string(),
    role: teamRole,
    state: z.enum(['pending', 'accepted', 'declined', 'withdrawn']),
    invitedAt: moment,
    endsAt: moment,
  })
  .meta({
    id: 'TeamInvitation',
    description: 'A part in the team of an entry, offered by e-mail.',
  });

export const teammateView = z
  .object({
    personId: z.string(),
    email: z.string(),
    name: z.string(),
    role: teamRole,
    joinedAt: moment,
    version,
  })
  .meta({
    id: 'Teammate',
    description: 'Somebody who works on an entry (editor) or reads it (viewer).',
  });

export const teamView = z
  .object({
    /** Owns the entry. Named as the entry names its lead; the address is a verified one. */
    lead: z.object({
      personId: z.string(),
      email: z.string().exactOptional(),
      name: z.string().exactOptional(),
    }),
    teammates: z.array(teammateView),
    /** Those that can still be accepted, and those declined by whoever was not asked again since. */
    invitations: z.array(teamInvitationView),
  })
  .meta({ id: 'Team', description: 'The accounts that have to do with an entry.' });

export const roleChange = z
  .strictObject({ role: teamRole })
  .meta({ id: 'RoleChange', description: 'What the teammate is to be from now on.' });

export const leadChange = z
  .strictObject({ personId })
  .meta({ id: 'LeadChange', description: 'Who of the team is to lead it.' });

export const removedTeammate = z
  .object({ personId: z.string() })
  .meta({ id: 'RemovedTeammate', description: 'Whoever has no part in the team any more.' });

/** Who leads now, and what the lead until now is. */
export const leadView = z.object({ leadId: z.string(), editor: teammateView }).meta({
  id: 'Lead',
  description: 'Who leads the team now, and its lead until now as an editor.',
});
