import type { Endpoint } from '../../lib/http/endpoint.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { cancelInvitation } from './cancel-invitation.ts';
import { changePlan } from './change-plan.ts';
import { cloneEdition } from './clone-edition.ts';
import { createEdition } from './create-edition.ts';
import { declineInvitation } from './decline-invitation.ts';
import { getEdition } from './get-edition.ts';
import { getMe } from './get-me.ts';
import { getOwnDetails } from './get-own-details.ts';
import { getPlanVersion } from './get-plan-version.ts';
import { invitePerson } from './invite-person.ts';
import { listEditions } from './list-editions.ts';
import { listInvitations } from './list-invitations.ts';
import { listPeople } from './list-people.ts';
import { listPlanVersions } from './list-plan-versions.ts';
import { revokePerson } from './revoke-person.ts';
import { saveOwnDetails } from './save-own-details.ts';
import { signConfidentiality } from './sign-confidentiality.ts';

/** The plan of an edition, its people and their roles. */
export const endpoints: readonly Endpoint[] = [
  createEdition,
  cloneEdition,
  listEditions,
  getEdition,
  listPlanVersions,
  getPlanVersion,
  changePlan,
  invitePerson,
  listInvitations,
  acceptInvitation,
  declineInvitation,
  cancelInvitation,
  listPeople,
  revokePerson,
  getOwnDetails,
  saveOwnDetails,
  signConfidentiality,
  getMe,
];
