import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { useLanguage, useWords } from '../language.tsx';
import { TextField } from '../ui/field.tsx';
import { afterWords } from '../words/after-words.ts';
import { startupWords } from '../words/startup-words.ts';
import { ConsentTick } from './consent-text.tsx';
import { type DraftGuardian, noGuardian } from './draft-shape.ts';

/** Who answers for a member that is too young to agree alone, and what they agree to. */
export function GuardianFields(props: {
  readonly plan: WirePlan;
  readonly years: number;
  /** Where the member stands in the form, from 0. */
  readonly at: number;
  readonly guardian: DraftGuardian | undefined;
  readonly change: (guardian: DraftGuardian) => void;
}) {
  const { plan, years, at, guardian = noGuardian, change } = props;
  const { format } = useLanguage();
  const after = useWords(afterWords);
  const startup = useWords(startupWords);
  const { consents } = guardian;
  return (
    <fieldset class="field guardian">
      <legend>{after.guardian}</legend>
      <p class="soft">{after.guardianHelp(format.count(years))}</p>
      <div class="columns">
        <TextField
          label={`${after.guardian}: ${startup.fullName}`}
          pointer={`/members/${at}/guardian/name`}
          value={guardian.name}
          change={(name) => change({ ...guardian, name })}
        />
        <TextField
          label={`${after.guardian}: ${startup.phone}`}
          pointer={`/members/${at}/guardian/phone`}
          type="tel"
          value={guardian.phone}
          change={(phone) => change({ ...guardian, phone })}
        />
      </div>
      <p>{after.guardianConsents}:</p>
      {plan.consents.map((asked) => (
        <ConsentTick
          key={asked.purpose}
          asked={asked}
          isAgreed={consents.includes(asked.purpose)}
          agree={(isAgreed) =>
            change({
              ...guardian,
              consents: isAgreed
                ? [...consents, asked.purpose]
                : consents.filter((other) => other !== asked.purpose),
            })
          }
        />
      ))}
    </fieldset>
  );
}
