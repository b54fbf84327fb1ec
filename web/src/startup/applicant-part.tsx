import { applicantKinds } from '../../../lib/contest/plan.ts';
import { useLanguage, useWords } from '../language.tsx';
import { DateField } from '../ui/date-field.tsx';
import { ChoiceField, TextField } from '../ui/field.tsx';
import { startupWords } from '../words/startup-words.ts';
import { AddressFields } from './address-fields.tsx';
import type { Part } from './part.ts';

/** Who enters. */
export function ApplicantPart({ plan, draft, change }: Part) {
  const { words } = useLanguage();
  const startup = useWords(startupWords);
  const isBusiness = draft.kind !== 'individual' && draft.kind !== 'team';
  return (
    <section>
      <h2>{startup.applicant}</h2>
      <ChoiceField
        label={startup.applicantKind}
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
          label={isBusiness ? startup.businessName : startup.fullName}
          pointer="/applicant/name"
          value={draft.name}
          autocomplete={isBusiness ? 'organization' : 'name'}
          change={(name) => change({ name })}
        />
        <TextField
          label={startup.phone}
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
              label={startup.taxCode}
              pointer="/applicant/taxCode"
              value={draft.taxCode}
              change={(taxCode) => change({ taxCode })}
            />
            <DateField
              label={startup.registeredOn}
              pointer="/applicant/registeredOn"
              value={draft.registeredOn}
              change={(registeredOn) => change({ registeredOn })}
            />
          </>
        ) : null}
      </div>
      <AddressFields draft={draft} pointer="/applicant/address" change={change} />
    </section>
  );
}
