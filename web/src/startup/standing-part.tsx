import { serverNow } from '../clock.ts';
import { useLanguage, useWords } from '../language.tsx';
import { afterWords } from '../words/after-words.ts';
import type { Edition, Entry } from './opening.ts';

type Words = (typeof afterWords)['vi'];

interface Standing {
  readonly edition: Edition;
  readonly entry: Entry;
}

/** How the entry stands: handed in or not, what the screening said and why, what is asked for and until when. */
export function StandingPart({ edition, entry }: Standing) {
  const { format } = useLanguage();
  const after = useWords(afterWords);
  const at = (instant: string) => format.moment(instant, edition.plan.timeZone);
  const { state, submission, submittedAt, late, supplement } = entry;
  return (
    <section aria-labelledby="standing">
      <h2 id="standing">{after.standing}</h2>
      {state === 'withdrawn' ? <p class="notice alarm">{after.withdrawnState}</p> : null}
      <p>
        {submittedAt === undefined
          ? after.notHandedIn
          : after.handedInAt(at(submittedAt), submission)}
      </p>
      {state === 'submitted' ? (
        <p class="soft">{edition.phase === 'open' ? after.notChanged : after.waitsForScreening}</p>
      ) : null}
      <Screening edition={edition} entry={entry} />
      {late === undefined ? null : <p>{after.lateUntil(at(late.closesAt))}</p>}
      {supplement === undefined ? null : <Supplement edition={edition} entry={entry} />}
    </section>
  );
}

function Screening({ edition, entry: { screening } }: Standing) {
  const { of, format } = useLanguage();
  const after = useWords(afterWords);
  if (screening === undefined) return null;
  const { timeZone, screening: rules } = edition.plan;
  const decided = screening.decision === 'eligible' ? after.eligibleAt : after.ineligibleAt;
  const textOf = (code: string) => {
    const name = rules.reasons.find(({ id }) => id === code)?.name;
    return name === undefined ? code : of(name);
  };
  return (
    <div class={screening.decision === 'eligible' ? 'notice good' : 'notice alarm'}>
      <p>
        <strong>{decided(format.moment(screening.at, timeZone))}</strong>
      </p>
      {screening.reasons.length === 0 ? null : (
        <>
          <p>{after.reasons}:</p>
          <ul>
            {screening.reasons.map(({ code, note }) => (
              <li key={code}>{note === undefined ? textOf(code) : `${textOf(code)}: ${note}`}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Supplement({ edition, entry: { supplement } }: Standing) {
  const { of, format } = useLanguage();
  const after = useWords(afterWords);
  if (supplement === undefined) return null;
  const { plan } = edition;
  const { answeredAt, closesAt, message, fields, documents } = supplement;
  const at = (instant: string) => format.moment(instant, plan.timeZone);
  const isOver = serverNow() >= Date.parse(closesAt);
  const waits = isOver ? after.supplementOver(at(closesAt)) : after.supplementUntil(at(closesAt));
  const open = [
    ...fields.map((field) => partName(field, after.parts)),
    ...documents.map((kind) => {
      const name = plan.documents.find((one) => one.kind === kind)?.name;
      return name === undefined ? kind : of(name);
    }),
  ];
  return (
    <div class="notice">
      <h3>{answeredAt === undefined ? waits : after.supplementAnswered(at(answeredAt))}</h3>
      <p class="written">{message}</p>
      {answeredAt !== undefined || isOver ? null : (
        <>
          <p>{after.openAgain}:</p>
          <ul>
            {open.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <p class="soft">{after.onlyThese}</p>
        </>
      )}
    </div>
  );
}

function partName(field: string, parts: Words['parts']): string {
  return Object.entries(parts).find(([name]) => name === field)?.[1] ?? field;
}
