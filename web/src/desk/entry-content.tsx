import { useLanguage, useWords } from '../language.tsx';
import { dossierWords } from '../words/desk-dossier-words.ts';
import { deskWords } from '../words/desk-words.ts';
import { startupWords } from '../words/startup-words.ts';
import type { EntryPart } from './entry-part.ts';

const both = (text: string) => ({ vi: text, en: text });

/** What the startup wrote. */
export function EntryContent({ facts, entry }: EntryPart) {
  const { of } = useLanguage();
  const desk = useWords(deskWords);
  const startup = useWords(startupWords);
  const words = useWords(dossierWords);
  const { plan } = facts.edition;
  const { content } = entry;
  const nameIn = (list: typeof plan.tracks, wanted: string) =>
    of(list.find(({ id }) => id === wanted)?.name ?? both(wanted));
  return (
    <section aria-labelledby="content">
      <h3 id="content">{words.handedInPart}</h3>
      <dl class="facts">
        <Fact name={desk.track} value={nameIn(plan.tracks, content.trackId)} />
        {content.fieldId === undefined ? null : (
          <Fact name={desk.field} value={nameIn(plan.fields, content.fieldId)} />
        )}
      </dl>
      <Written title={startup.summary} text={content.summary} />
      <Written title={startup.publicSummary} text={content.publicSummary} />
      {Object.entries(content.answers ?? {}).map(([id, answer]) => {
        const question = plan.questions.find((one) => one.id === id);
        const chosen = typeof answer === 'string' ? [answer] : answer;
        const options = question?.options ?? [];
        return (
          <Written
            key={id}
            title={of(question?.name ?? both(id))}
            text={chosen.map((one) => nameIn(options, one)).join(', ')}
          />
        );
      })}
      <Applicant applicant={content.applicant} />
      <Members members={content.members} />
    </section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string | undefined }) {
  return value === undefined || value === '' ? null : (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Written({ title, text }: { readonly title: string; readonly text: string | undefined }) {
  return text === undefined || text === '' ? null : (
    <>
      <h4>{title}</h4>
      <p class="written">{text}</p>
    </>
  );
}

type Content = EntryPart['entry']['content'];

function Applicant({ applicant }: { readonly applicant: Content['applicant'] }) {
  const { words: all, format } = useLanguage();
  const words = useWords(dossierWords);
  if (applicant === undefined) return null;
  const { kind, name, phone, taxCode, registeredOn, address } = applicant;
  const place =
    address === undefined
      ? undefined
      : `${address.detail}, ${address.communeName}, ${address.provinceName}`;
  return (
    <>
      <h4>{words.applicant}</h4>
      <p>
        {name} <span class="soft">({all.kinds[kind]})</span>
      </p>
      <dl class="facts">
        <Fact name={words.phone} value={phone} />
        <Fact name={words.taxCode} value={taxCode} />
        <Fact
          name={words.registeredOn}
          value={registeredOn === undefined ? undefined : format.date(registeredOn)}
        />
        <Fact name={words.address} value={place} />
      </dl>
    </>
  );
}

function Members({ members }: { readonly members: Content['members'] }) {
  const { format } = useLanguage();
  const startup = useWords(startupWords);
  const words = useWords(dossierWords);
  if (members.length === 0) return null;
  return (
    <>
      <h4>{words.members}</h4>
      <ul>
        {members.map(({ name, role, contributionPercent, birthDate, guardian }) => (
          <li key={name}>
            {name}{' '}
            <span class="soft">
              {[
                startup[role],
                contributionPercent === undefined ? [] : `${contributionPercent}%`,
                birthDate === undefined ? [] : words.bornOn(format.date(birthDate)),
                guardian === undefined ? [] : words.guardian(guardian.name),
              ]
                .flat()
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
