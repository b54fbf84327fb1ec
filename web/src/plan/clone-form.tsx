import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { editionRoutes } from '../../../lib/contract/edition-routes.ts';
import { api } from '../api.ts';
import { everyPage } from '../desk/every-page.ts';
import { Refused } from '../desk/refused.tsx';
import { useAct } from '../desk/use-act.ts';
import { namesOf } from '../desk/use-names.ts';
import { useLanguage, useWords } from '../language.tsx';
import { whatHinders } from '../queries.ts';
import { DateField } from '../ui/date-field.tsx';
import { Failure } from '../ui/failure.tsx';
import { ChoiceField, Errors, TextField } from '../ui/field.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { planPlaceWords } from '../words/plan-place-words.ts';
import { planWords } from '../words/plan-words.ts';
import { OtherProblems } from './other-problems.tsx';
import { errorsIn } from './sent-plan.ts';
import { useToDesk } from './to-desk.ts';

const nothing = {
  editionId: '',
  nameVi: '',
  nameEn: '',
  codePrefix: '',
  documentNumber: '',
  issuedOn: '',
  submissionsCloseAt: '',
  consentVersion: '',
};

type Answers = typeof nothing;

/** Sets an edition up like another one: its plan, every date moved with the close of submissions. */
export function CloneForm() {
  const { of } = useLanguage();
  const words = useWords(planWords);
  const places = useWords(planPlaceWords);
  const [source, setSource] = useState('');
  const [answers, answer] = useState<Answers>(nothing);
  const toDesk = useToDesk();
  const editions = useQuery({
    queryKey: ['editions', 'all'],
    queryFn: async () =>
      await everyPage(
        async (query) => (await api.call(editionRoutes.listEditions, { query })).body,
      ),
  });
  const clone = useAct(
    async (wish: Answers & { readonly source: string }, idempotencyKey) =>
      (
        await api.call(editionRoutes.cloneEdition, {
          path: { editionId: wish.source },
          body: bodyOf(wish),
          idempotencyKey,
        })
      ).body,
    toDesk,
  );
  const error = whatHinders([editions]);
  const { data, refetch } = editions;
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const field = (name: keyof Answers, pointer: string, label: string) => ({
    ...{ label, pointer, value: answers[name] },
    change: (value: string) => answer({ ...answers, [name]: value }),
  });
  const errors = errorsIn(clone.error);
  const isWhole =
    source !== '' &&
    Object.entries(answers).every(([name, value]) => name === 'consentVersion' || value.trim());
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        clone.mutate({ ...answers, source });
      }}
    >
      <Errors.Provider value={errors}>
        <ChoiceField
          label={words.source}
          pointer="/source"
          value={source}
          options={data.map(({ editionId, name }) => ({ id: editionId, text: of(name) }))}
          change={setSource}
        />
        <div class="both">
          <TextField {...field('nameVi', '/name/vi', `${places['name']} (${words.inBoth.vi})`)} />
          <TextField {...field('nameEn', '/name/en', `${places['name']} (${words.inBoth.en})`)} />
        </div>
        <TextField {...field('editionId', '/editionId', words.editionId)} hint={words.idForm} />
        <TextField {...field('codePrefix', '/codePrefix', places['codePrefix'] ?? '')} />
        <TextField
          {...field(
            'documentNumber',
            '/rules/documentNumber',
            places['rules.documentNumber'] ?? '',
          )}
        />
        <DateField {...field('issuedOn', '/rules/issuedOn', places['rules.issuedOn'] ?? '')} />
        <DateField
          {...field(
            'submissionsCloseAt',
            '/submissionsCloseAt',
            places['submissionsCloseAt'] ?? '',
          )}
          hasTime
        />
        <TextField
          {...field(
            'consentVersion',
            '/consentVersion',
            `${words.consentVersion} (${words.optional})`,
          )}
        />
      </Errors.Provider>
      <Refused error={clone.error} names={namesOf()} />
      <OtherProblems errors={errors} plan={{}} />
      <div role="status">{clone.isPending ? <progress aria-label={words.create} /> : null}</div>
      <button type="submit" disabled={!isWhole || clone.isPending}>
        {words.create}
      </button>
    </form>
  );
}

function bodyOf(answers: Answers) {
  const { editionId, nameVi, nameEn, codePrefix, documentNumber, issuedOn, ...rest } = answers;
  const { submissionsCloseAt, consentVersion } = rest;
  return {
    editionId: editionId.trim(),
    name: { vi: nameVi, en: nameEn },
    codePrefix: codePrefix.trim(),
    rules: { documentNumber: documentNumber.trim(), issuedOn },
    submissionsCloseAt,
    ...(consentVersion.trim() === '' ? {} : { consentVersion: consentVersion.trim() }),
  };
}
