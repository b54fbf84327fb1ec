import type * as z from 'zod';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import type { entryContent, entryContentView } from '../../../lib/contract/entry-content-schema.ts';
import { type Draft, noGuardian } from './draft-shape.ts';

type Content = z.input<typeof entryContent>;
type KeptContent = z.output<typeof entryContentView>;

const noAddress = { provinceCode: '', communeCode: '', detail: '' };

/** The form of what is kept. */
export function draftOf(plan: WirePlan, content: KeptContent): Draft {
  return {
    ...applicantDraft(plan, content),
    title: content.title,
    trackId: content.trackId,
    fieldId: content.fieldId ?? '',
    summary: content.summary ?? '',
    publicSummary: content.publicSummary ?? '',
    mentors: (content.mentors ?? []).map(({ name, email = '', phone = '' }) => ({
      name,
      email,
      phone,
    })),
    members: content.members.map(({ name, role, contributionPercent, birthDate, guardian }) => ({
      name,
      role,
      contributionPercent: contributionPercent === undefined ? '' : String(contributionPercent),
      birthDate: birthDate ?? '',
      ...(guardian === undefined
        ? {}
        : { guardian: { ...guardian, consents: purposesOf(guardian.consents) } }),
    })),
    answers: content.answers ?? {},
    links: Object.fromEntries((content.links ?? []).map(({ kind, url }) => [kind, url])),
    consents: purposesOf(content.consents),
  };
}

const purposesOf = (consents: readonly { readonly purpose: string }[]): string[] =>
  consents.map(({ purpose }) => purpose);

function applicantDraft(plan: WirePlan, { applicant }: KeptContent) {
  const { provinceCode, communeCode, detail: addressDetail } = applicant?.address ?? noAddress;
  return {
    kind: applicant?.kind ?? plan.applicantKinds[0] ?? 'individual',
    name: applicant?.name ?? '',
    phone: applicant?.phone ?? '',
    taxCode: applicant?.taxCode ?? '',
    registeredOn: applicant?.registeredOn ?? '',
    provinceCode,
    communeCode,
    addressDetail,
  };
}

/**
 * What the API takes. What is empty is left out; an applicant is written once it has a name and a telephone, which the
 * API asks for together, and so is a guardian. `kept` gives what the form does not show: older addresses.
 */
export function contentOf(plan: WirePlan, draft: Draft, kept: KeptContent): Content {
  const applicant = applicantOf(draft, kept);
  const answers = Object.fromEntries(
    Object.entries(draft.answers)
      .filter(([, answer]) => answer.length > 0)
      .map(([id, answer]) => [id, typeof answer === 'string' ? answer : [...answer]]),
  );
  const links = Object.entries(draft.links)
    .filter(([, url]) => url.trim() !== '')
    .map(([kind, url]) => ({ kind, url }));
  return {
    title: draft.title,
    trackId: draft.trackId,
    ...given('fieldId', draft.fieldId),
    ...given('summary', draft.summary),
    ...given('publicSummary', draft.publicSummary),
    ...(applicant === undefined ? {} : { applicant }),
    members: membersOf(plan, draft),
    ...mentorsOf(draft),
    ...(Object.keys(answers).length === 0 ? {} : { answers }),
    ...(links.length === 0 ? {} : { links }),
    consents: consentsOf(plan, draft.consents),
  };
}

/** Whether the form has something about the applicant that cannot be written yet. */
export const isApplicantPartial = ({ name, phone, taxCode, addressDetail }: Draft): boolean =>
  (name.trim() === '') !== (phone.trim() === '') ||
  (name.trim() === '' && (taxCode + addressDetail).trim() !== '');

/** Whether a guardian has a name without a telephone, or the other way round: the API takes both. */
export const isGuardianPartial = ({ members }: Draft): boolean =>
  members.some(
    ({ guardian = noGuardian }) =>
      (guardian.name.trim() === '') !== (guardian.phone.trim() === '') ||
      (guardian.name.trim() === '' && guardian.consents.length > 0),
  );

function mentorsOf(draft: Draft): Pick<Content, 'mentors'> {
  const mentors = draft.mentors
    .filter(({ name }) => name.trim() !== '')
    .map(({ name, email, phone }) => ({
      name,
      ...given('email', email),
      ...given('phone', phone),
    }));
  return mentors.length === 0 ? {} : { mentors };
}

function applicantOf(draft: Draft, kept: KeptContent): Content['applicant'] {
  const { kind, name, phone, provinceCode, communeCode, addressDetail: detail } = draft;
  if (name.trim() === '' || phone.trim() === '') return undefined;
  const hasAddress = provinceCode !== '' && communeCode !== '' && detail.trim() !== '';
  const oldAddress = kept.applicant?.address?.oldAddress;
  return {
    kind,
    name,
    phone,
    ...given('taxCode', draft.taxCode),
    ...given('registeredOn', draft.registeredOn),
    ...(hasAddress
      ? {
          address: {
            provinceCode,
            communeCode,
            detail,
            ...(oldAddress === undefined ? {} : { oldAddress }),
          },
        }
      : {}),
  };
}

function membersOf(plan: WirePlan, draft: Draft): Content['members'] {
  return draft.members
    .filter(({ name }) => name.trim() !== '')
    .map(({ name, role, contributionPercent, birthDate, guardian }) => {
      const percent = contributionPercent.trim();
      return {
        name,
        role,
        ...(percent === '' ? {} : { contributionPercent: Number(percent) }),
        ...given('birthDate', birthDate),
        ...(guardian === undefined || guardian.name.trim() === '' || guardian.phone.trim() === ''
          ? {}
          : { guardian: { ...guardian, consents: consentsOf(plan, guardian.consents) } }),
      };
    });
}

/** Agreed to by the texts that the plan has now. */
const consentsOf = (plan: WirePlan, purposes: readonly string[]): Content['consents'] =>
  plan.consents
    .filter(({ purpose }) => purposes.includes(purpose))
    .map(({ purpose, version }) => ({ purpose, version }));

function given<Name extends string>(
  name: Name,
  value: string,
): { readonly [key in Name]?: string } {
  if (value.trim() === '') return {};
  const part: { [key in Name]?: string } = {};
  part[name] = value;
  return part;
}
