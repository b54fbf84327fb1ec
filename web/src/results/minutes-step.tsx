import { useState } from 'preact/hooks';
import { publicationRoutes } from '../../../lib/contract/publication-routes.ts';
import { api } from '../api.ts';
import { Refused } from '../desk/refused.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Errors, TextField } from '../ui/field.tsx';
import { publicationWords } from '../words/publication-words.ts';
import { errorsOf, useOrder } from './use-order.ts';
import type { PublicationFacts } from './use-publication.ts';

/** The signed minutes about the approved outcome: recorded, shown, put right until it is published. */
export function MinutesStep({ facts }: { readonly facts: PublicationFacts }) {
  const { minutes, approval, resultVersion } = facts.state;
  const { format } = useLanguage();
  const words = useWords(publicationWords);
  if (approval === undefined) return null;
  if (minutes === undefined) return <MinutesForm facts={facts} digest={approval.digest} />;
  return (
    <>
      <p>
        {words.minutesOf(minutes.documentNumber ?? '–', format.date(minutes.signedOn))}{' '}
        {words.chair}: {minutes.chair}. {words.secretary}: {minutes.secretary}.
      </p>
      {resultVersion === undefined ? (
        <details>
          <summary>{words.minutesAgain}</summary>
          <MinutesForm facts={facts} digest={approval.digest} />
        </details>
      ) : null}
    </>
  );
}

function MinutesForm(props: { readonly facts: PublicationFacts; readonly digest: string }) {
  const { facts, digest } = props;
  const { minutes, roundId } = facts.state;
  const { editionId } = facts.desk;
  const words = useWords(publicationWords);
  const [typed, set] = useState({
    documentNumber: minutes?.documentNumber ?? '',
    signedOn: minutes?.signedOn ?? '',
    chair: minutes?.chair ?? '',
    secretary: minutes?.secretary ?? '',
  });
  const record = useOrder(editionId, async (sent: typeof typed, idempotencyKey) => {
    const { documentNumber, ...rest } = sent;
    const number = documentNumber.trim();
    await api.call(publicationRoutes.recordMinutes, {
      path: { editionId, roundId },
      body: { digest, ...rest, ...(number === '' ? {} : { documentNumber: number }) },
      idempotencyKey,
    });
  });
  const fields = ['documentNumber', 'signedOn', 'chair', 'secretary'] as const;
  const { documentNumber: _, ...needed } = typed;
  return (
    <Errors.Provider value={errorsOf(record.error)}>
      <div class="columns">
        {fields.map((name) => {
          const Kind = name === 'signedOn' ? DateField : TextField;
          return (
            <Kind
              key={name}
              label={words[name]}
              pointer={`/${name}`}
              value={typed[name]}
              change={(value) => set({ ...typed, [name]: value })}
            />
          );
        })}
      </div>
      <Refused error={record.error} names={facts.names} />
      <p class="actions">
        <button
          type="button"
          disabled={record.isPending || Object.values(needed).some((text) => text.trim() === '')}
          onClick={() => record.mutate(typed)}
        >
          {words.recordMinutes}
        </button>
      </p>
    </Errors.Provider>
  );
}
