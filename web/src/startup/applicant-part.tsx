import { applicantKinds } from '../../../lib/contest/plan.ts';
import { useLanguage } from '../language.tsx';
import { ChoiceField, TextField } from '../ui/field.tsx';
import { AddressFields } from './address-fields.tsx';
import type { Part } from './part.ts';

/** Who enters. */
export function ApplicantPart({ plan, draft, change }: Part) {
  const { words } = useLanguage();
  const isBusiness = draft.kind !== 'individual' && draft.kind !== 'team';
  return (
    <section>
      <h2>{words.applicant}</h2>
      <ChoiceField
        label={words.applicantKind}
        pointer="/applicant/kind"
        value={draft.kind}
        options={plan.applicantKinds.map((id) => ({ id, text: words.kinds[id] }))}
        change={(chosen) => {
          const kind = applicantKinds.find((one) => one === chosen);
          if (kind !== undefined) change({ kind });
        }}
      />
      <div class="columns">
        <TextField
          label={isBusiness ? words.businessName : words.fullName}
          pointer="/applicant/name"
          value={draft.name}
          autocomplete={isBusiness ? 'organization' : 'name'}
          change={(name) => change({ name })}
        />
        <TextField
          label={words.phone}
          pointer="/applicant/phone"
          type="tel"
          hint="0912 345 678"
          value={draft.phone}
          autocomplete="tel"
          change={(phone) => change({ phone })}
        />
        {isBusiness ? (
          <>
            <TextField
              label={words.taxCode}
              pointer="/applicant/taxCode"
              value={draft.taxCode}
              change={(taxCode) => change({ taxCode })}
            />
            <TextField
              label={words.registeredOn}
              pointer="/applicant/registeredOn"
              type="date"
              value={draft.registeredOn}
              change={(registeredOn) => change({ registeredOn })}
            />
          </>
        ) : null}
      </div>
      <AddressFields draft={draft} change={change} />
    </section>
  );
}
