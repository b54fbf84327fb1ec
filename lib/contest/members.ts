import { haveYearsPassed } from './age.ts';
import { consentErrors, missingPurposes } from './content-consents.ts';
import type { EntryContent, TeamMember } from './entry-content.ts';
import type { Plan } from './plan.ts';
import type { FieldError, Missing } from './refusal.ts';

type Team = Pick<EntryContent, 'applicant' | 'members'>;

const at = (index: number, field?: string): string =>
  `/members/${index}${field === undefined ? '' : `/${field}`}`;

/** Too many members, a second lead, the same person twice, or a guardian's consent that leads nowhere. */
export function memberErrors(plan: Plan, members: readonly TeamMember[]): FieldError[] {
  const { teamSize } = plan.limits;
  const lead = members.findIndex(({ role }) => role === 'lead');
  return [
    ...(members.length > teamSize
      ? [{ pointer: '/members', code: 'too-many', limit: teamSize }]
      : []),
    ...members.flatMap(({ role }, index) =>
      role === 'lead' && index > lead ? [{ pointer: at(index), code: 'several-leads' }] : [],
    ),
    ...members.flatMap((member, index) =>
      members.slice(0, index).some((earlier) => isSamePerson(earlier, member))
        ? [{ pointer: at(index), code: 'repeated' }]
        : [],
    ),
    ...members.flatMap(({ guardian }, index) =>
      consentErrors(plan, guardian?.consents ?? [], at(index, 'guardian/consents')),
    ),
  ];
}

/** Two of one name are told apart by their dates of birth, where both have one. */
function isSamePerson(one: TeamMember, other: TeamMember): boolean {
  if (nameKey(one.name) !== nameKey(other.name)) return false;
  const [born, otherBorn] = [one.birthDate, other.birthDate];
  return born === undefined || otherBorn === undefined || born === otherBorn;
}

/** The tones of Vietnamese, as combining marks: huyền, sắc, ngã, hỏi, nặng. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Marks count, Hải and Hai are two people; on which letter of a word the tone stands (Hòa, Hoà) does not. */
const nameKey = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.replace(tones, '') + (word.match(tones) ?? []).join(''))
    .join(' ');

/** What a submission still needs of the team: its lead and size, shares that are the whole, and guardians of the minors. */
export function missingOfMembers(plan: Plan, team: Team): Missing[] {
  return [
    ...(team.members.some(({ role }) => role === 'lead')
      ? []
      : [{ code: 'lead-missing', pointer: '/members' }]),
    ...missingOfSize(team),
    ...(plan.limits.contributions ? missingOfShares(team.members) : []),
    ...team.members.flatMap((member, index) => missingOfAge(plan, member, index)),
  ];
}

function missingOfSize({ applicant, members }: Team): Missing[] {
  const actual = members.length;
  if (applicant?.kind === 'team' && actual < 2) {
    return [{ code: 'team-too-small', pointer: '/members', limit: 2, actual }];
  }
  return applicant?.kind === 'individual' && actual > 1
    ? [{ code: 'team-too-large', pointer: '/members', limit: 1, actual }]
    : [];
}

/** The sum is told once every share is there: before, each missing one says it already. */
function missingOfShares(members: readonly TeamMember[]): Missing[] {
  const absent = members.flatMap(({ contributionPercent }, index): Missing[] =>
    contributionPercent === undefined
      ? [{ code: 'required', pointer: at(index, 'contributionPercent') }]
      : [],
  );
  const actual = members.reduce((sum, member) => sum + (member.contributionPercent ?? 0), 0);
  return absent.length > 0 || members.length === 0 || actual === 100
    ? absent
    : [{ code: 'contributions-not-100', pointer: '/members', limit: 100, actual }];
}

function missingOfAge(plan: Plan, { birthDate, guardian }: TeamMember, index: number): Missing[] {
  const limit = plan.limits.guardianBelow;
  if (limit === undefined) return [];
  if (birthDate === undefined) return [{ code: 'required', pointer: at(index, 'birthDate') }];
  if (haveYearsPassed(birthDate, limit.years, limit.on)) return [];
  if (guardian === undefined) return [{ code: 'required', pointer: at(index, 'guardian') }];
  const pointer = at(index, 'guardian/consents');
  return missingPurposes(plan, guardian.consents).map((consent) => ({
    code: 'consent-missing',
    pointer,
    consent,
  }));
}
