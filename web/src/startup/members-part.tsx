import { haveYearsPassed } from '../../../lib/contest/age.ts';
import { isLocalDate } from '../../../lib/contest/local-date.ts';
import { useLanguage, useWords } from '../language.tsx';
import { DateField } from '../ui/date-field.tsx';
import { ChoiceField, TextField } from '../ui/field.tsx';
import { startupWords } from '../words/startup-words.ts';
import type { DraftMember } from './draft-shape.ts';
import { GuardianFields } from './guardian-fields.tsx';
import type { Part } from './part.ts';

/** The people of the entry, the lead included. */
export function MembersPart({ plan, draft, change }: Part) {
  const { words, format } = useLanguage();
  const startup = useWords(startupWords);
  const { members } = draft;
  const { teamSize, contributions, guardianBelow } = plan.limits;
  const edit = (at: number, part: Partial<DraftMember>) =>
    change({
      members: members.map((member, index) => (index === at ? { ...member, ...part } : member)),
    });
  const add = () =>
    change({
      members: [
        ...members,
        {
          name: '',
          role: members.length === 0 ? 'lead' : 'member',
          contributionPercent: '',
          birthDate: '',
        },
      ],
    });
  return (
    <section>
      <h2>{startup.members}</h2>
      <p class="soft">{words.teamSize(format.count(teamSize))}</p>
      <ol class="members">
        {members.map((member, at) => (
          <li key={at}>
            <div class="columns">
              <TextField
                label={startup.fullName}
                pointer={`/members/${at}/name`}
                value={member.name}
                change={(name) => edit(at, { name })}
              />
              <ChoiceField
                label={startup.memberRole}
                pointer={`/members/${at}/role`}
                value={member.role}
                options={[
                  { id: 'lead', text: startup.lead },
                  { id: 'member', text: startup.member },
                ]}
                change={(role) => edit(at, { role: role === 'lead' ? 'lead' : 'member' })}
              />
              {contributions === undefined ? null : (
                <TextField
                  label={startup.share}
                  pointer={`/members/${at}/contributionPercent`}
                  type="number"
                  value={member.contributionPercent}
                  change={(contributionPercent) => edit(at, { contributionPercent })}
                />
              )}
              {guardianBelow === undefined ? null : (
                <DateField
                  label={startup.birthDate}
                  pointer={`/members/${at}/birthDate`}
                  value={member.birthDate}
                  change={(birthDate) => edit(at, { birthDate })}
                />
              )}
            </div>
            {guardianBelow !== undefined && isMinor(member.birthDate, guardianBelow) ? (
              <GuardianFields
                plan={plan}
                years={guardianBelow.years}
                at={at}
                guardian={member.guardian}
                change={(guardian) => edit(at, { guardian })}
              />
            ) : null}
            <button
              type="button"
              class="quiet"
              onClick={() => change({ members: members.filter((_, index) => index !== at) })}
            >
              {startup.removeMember(member.name)}
            </button>
          </li>
        ))}
      </ol>
      {members.length < teamSize ? (
        <button type="button" class="quiet" onClick={add}>
          {startup.addMember}
        </button>
      ) : null}
    </section>
  );
}

/** By the rule of the server; before a date is typed nobody is asked for a guardian. */
const isMinor = (
  birthDate: string,
  { years, on }: { readonly years: number; readonly on: string },
): boolean => isLocalDate(birthDate) && !haveYearsPassed(birthDate, years, on);
