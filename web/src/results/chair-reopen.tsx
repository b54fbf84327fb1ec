import { useState } from 'preact/hooks';
import { useAccount } from '../account/use-account.ts';
import { ReopenForm } from '../desk/reopen-form.tsx';
import type { Names } from '../desk/use-names.ts';
import { useWords } from '../language.tsx';
import { ChoiceField } from '../ui/field.tsx';
import { remedyWords } from '../words/desk-remedy-words.ts';
import type { RoundPath } from './use-outcome.ts';

/** The chair opens a sheet of another judge again, on an entry that both read; never their own, never with a point in sight. */
export function ChairReopen(props: {
  readonly path: RoundPath;
  readonly names: Names;
  readonly judges: readonly string[];
  readonly entryIds: readonly string[];
  readonly timeZone: string;
}) {
  const { path, names, judges, entryIds, timeZone } = props;
  const words = useWords(remedyWords);
  const me = useAccount();
  const [entryId, chooseEntry] = useState('');
  const [judgeId, chooseJudge] = useState('');
  const [reopened, tell] = useState<string>();
  const others = judges.filter((id) => id !== me.data?.personId);
  return (
    <section class="panel">
      <h2>{words.chairReopen}</h2>
      <p class="soft">{words.chairHelp}</p>
      <ChoiceField
        label={words.ofEntry}
        pointer="/entryId"
        value={entryId}
        options={entryIds.map((id) => ({ id, text: names.entry(id) }))}
        change={chooseEntry}
      />
      <ChoiceField
        label={words.ofJudge}
        pointer="/judgeId"
        value={judgeId}
        options={others.map((id) => ({ id, text: names.person(id) }))}
        change={chooseJudge}
      />
      <div role="status">
        {reopened === undefined ? null : (
          <p class="notice good">{words.reopenedNow(names.person(reopened))}</p>
        )}
      </div>
      <ReopenForm
        path={path}
        sheet={entryId === '' || judgeId === '' ? undefined : { entryId, judgeId }}
        names={names}
        timeZone={timeZone}
        done={(sheet) => tell(sheet.judgeId)}
      />
    </section>
  );
}
