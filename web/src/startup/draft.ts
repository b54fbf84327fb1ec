import type * as z from 'zod';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import type { entryContent, entryContentView } from '../../../lib/contract/entry-content-schema.ts';

type Content = z.input<typeof entryContent>;
type KeptContent = z.output<typeof entryContentView>;

/** A member as it is typed: every field a text. */
export interface DraftMember {
  readonly name: string;
  readonly role: 'lead' | 'member';
  readonly contributionPercent: string;
  readonly birthDate: string;
}

/** The form as it is typed; `contentOf` makes of it what the API takes. */
export interface Draft {
  readonly title: string;
  readonly trackId: string;
  readonly fieldId: string;
  readonly summary: string;
  readonly publicSummary: string;
  readonly kind: NonNullable<Content['applicant']>['kind'];
  readonly name: string;
  readonly phone: string;
  readonly taxCode: string;
  readonly registeredOn: string;
  readonly provinceCode: string;
  readonly communeCode: string;
  readonly addressDetail: string;
  readonly members: readonly DraftMember[];
  readonly answers: { readonly [questionId: string]: string | readonly string[] };
  readonly links: { readonly [kind: string]: string };
  /** Purposes that are agreed to. */
  readonly consents: readonly string[];
}

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
    members: content.members.map(({ name, role, contributionPercent, birthDate }) => ({
      name,
      role,
      contributionPercent: contributionPercent === undefined ? '' : String(contributionPercent),
      birthDate: birthDate ?? '',
    })),
    answers: content.answers ?? {},
    links: Object.fromEntries((content.links ?? []).map(({ kind, url }) => [kind, url])),
    consents: content.consents.map(({ purpose }) => purpose),
  };
}

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
 * API asks for together. `kept` gives what the form does not show: guardians, older addresses.
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
    members: membersOf(draft, kept),
    ...(Object.keys(answers).length === 0 ? {} : { answers }),
    ...(links.length === 0 ? {} : { links }),
    consents: plan.consents
      .filter(({ purpose }) => draft.consents.includes(purpose))
      .map(({ purpose, version }) => ({ purpose, version })),
  };
}

/** Whether the form has something about the applicant that cannot be written yet. */
export const isApplicantPartial = ({ name, phone, taxCode, addressDetail }: Draft): boolean =>
  (name.trim() === '') !== (phone.trim() === '') ||
  (name.trim() === '' && (taxCode + addressDetail).trim() !== '');

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

/** A guardian stays with the member of the same name. */
function membersOf(draft: Draft, kept: KeptContent): Content['members'] {
  return draft.members
    .filter(({ name }) => name.trim() !== '')
    .map(({ name, role, contributionPercent, birthDate }) => {
      const guardian = kept.members.find((member) => member.name === name)?.guardian;
      const percent = contributionPercent.trim();
      return {
        name,
        role,
        ...(percent === '' ? {} : { contributionPercent: Number(percent) }),
        ...given('birthDate', birthDate),
        ...(guardian === undefined ? {} : { guardian }),
      };
    });
}

function given<Name extends string>(
  name: Name,
  value: string,
): { readonly [key in Name]?: string } {
  if (value.trim() === '') return {};
  const part: { [key in Name]?: string } = {};
  part[name] = value;
  return part;
}
