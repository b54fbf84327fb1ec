import type { Role } from '../../lib/contest/refusal.ts';
import { routes } from '../../lib/contract/routes.ts';
import { grantAdministrator } from '../../lib/store/editions.ts';
import type { World } from './world.ts';
import type { Person } from './world-callers.ts';

/** A person of this name. */
export const person = (name: string, domain = 'example.vn'): Person => ({
  personId: `${name}-0001`,
  email: `${name}@${domain}`,
});

/** Somebody who may enter: where an official has the mailbox too, each judge would stand in each entry. */
const entrant = (name: string): Person => person(name, 'khoi-nghiep.example.vn');

/** Who is in a world: what each is comes about by the real operations. */
export const people = {
  /** Administrator of the platform, in no edition. */
  administrator: person('administrator'),
  /** Set the edition up. */
  organiserA: person('organiser-a'),
  organiserB: person('organiser-b'),
  secretary: person('secretary'),
  judge1: person('judge-1'),
  judge2: person('judge-2'),
  judge3: person('judge-3'),
  /** Was secretary; every role was taken away. */
  revoked: person('revoked'),
  /** Organiser of the other edition alone. */
  organiserElsewhere: person('organiser-elsewhere'),
  /** Sign in and are nothing until they begin an entry. */
  applicant1: entrant('applicant-1'),
  applicant2: entrant('applicant-2'),
  applicant3: entrant('applicant-3'),
  /** Join the team of an entry where a test lets them. */
  editor: entrant('editor'),
  viewer: entrant('viewer'),
} as const;

const invited: readonly (readonly [Person, Role])[] = [
  [people.organiserB, 'organiser'],
  [people.secretary, 'secretary'],
  [people.judge1, 'judge'],
  [people.judge2, 'judge'],
  [people.judge3, 'judge'],
  [people.revoked, 'secretary'],
];

/** The edition's id is the world's; the other one's is this. */
export const otherEditionId = 'dak-lak-2022';

/** Sets both editions up and gives everybody their role. */
export async function settlePeople(world: World, plan: unknown): Promise<void> {
  const { administrator, organiserA, organiserElsewhere, revoked } = people;
  for (const one of [administrator, organiserA, organiserElsewhere]) {
    await grantAdministrator(world.table, one.email);
  }
  const { editionId } = world;
  await world.as(organiserA).reply(routes.createEdition, { body: { editionId, plan } });
  await world
    .as(organiserElsewhere)
    .reply(routes.createEdition, { body: { editionId: otherEditionId, plan } });
  for (const [one, role] of invited) await engage(world, one, role);
  await world.as(organiserA).reply(routes.revokePerson, { path: { personId: revoked.personId } });
}

/** Invites somebody and lets them accept. */
export async function engage(world: World, one: Person, role: Role): Promise<void> {
  const { invitationId } = await world
    .as(people.organiserA)
    .reply(routes.invitePerson, { body: { email: one.email, name: one.personId, role } });
  await world.as(one).reply(routes.acceptInvitation, { path: { invitationId } });
}
