import type { Endpoint } from '../../lib/http/endpoint.ts';
import { acceptTeamInvitation } from './accept-team-invitation.ts';
import { changeTeammate } from './change-teammate.ts';
import { declineTeamInvitation } from './decline-team-invitation.ts';
import { handOverLead } from './hand-over-lead.ts';
import { inviteTeammate } from './invite-teammate.ts';
import { listConsents } from './list-consents.ts';
import { listTeam } from './list-team.ts';
import { removeTeammate } from './remove-teammate.ts';
import { withdrawConsent } from './withdraw-consent.ts';
import { withdrawTeamInvitation } from './withdraw-team-invitation.ts';

/** Who works on an entry, and what its people agreed to. */
export const endpoints: readonly Endpoint[] = [
  listTeam,
  inviteTeammate,
  withdrawTeamInvitation,
  acceptTeamInvitation,
  declineTeamInvitation,
  changeTeammate,
  removeTeammate,
  handOverLead,
  listConsents,
  withdrawConsent,
];
