import { useState } from 'preact/hooks';
import { judgingPanelRoutes } from '../../../lib/contract/judging-panel-routes.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { ChoiceField } from '../ui/field.tsx';
import { roundWords } from '../words/desk-round-words.ts';
import { Refused } from './refused.tsx';
import { ReplaceJudge } from './replace-judge.tsx';
import { type RoundPart, roundPathOf, useRoundChanged } from './round-part.ts';
import { Ticks } from './ticks.tsx';
import { useAct } from './use-act.ts';

/** Who judges the round and who leads them; set by organisers until scoring opens. */
export function PanelPart(part: RoundPart) {
  const { facts, kept, judges, names } = part;
  const words = useWords(roundWords);
  const { panel, state } = kept.round;
  const mayReplace = facts.isOrganiser && (state === 'scoring' || state === 'closed');
  const maySet = facts.isOrganiser && state === 'planned';
  return (
    <section class="panel" aria-labelledby="panel">
      <h2 id="panel">{words.panel}</h2>
      {panel === undefined ? <p>{words.noPanel}</p> : null}
      {panel === undefined || maySet ? null : (
        <ul>
          {[...new Set([panel.chair, ...panel.judges])].map((personId) => (
            <li key={personId}>
              {names.person(personId)}
              {personId === panel.chair ? ` (${words.isChair})` : ''}
            </li>
          ))}
        </ul>
      )}
      {judges.length === 0 ? <p class="notice">{words.noJudges}</p> : null}
      {maySet && judges.length > 0 ? <SetPanel {...part} /> : null}
      {mayReplace ? <ReplaceJudge {...part} /> : null}
    </section>
  );
}

function SetPanel(part: RoundPart) {
  const { facts, kept, judges, names } = part;
  const { of, format } = useLanguage();
  const words = useWords(roundWords);
  const changed = useRoundChanged(part);
  const { panel } = kept.round;
  const [chosen, choose] = useState<readonly string[]>(
    panel?.judges ?? judges.map(({ personId }) => personId),
  );
  const [chair, setChair] = useState(panel?.chair ?? '');
  const set = useAct(
    async (
      wish: { readonly judges: readonly string[]; readonly chair: string; readonly etag: string },
      idempotencyKey,
    ) =>
      await api.call(judgingPanelRoutes.setPanel, {
        path: roundPathOf(part),
        body: { judges: [...wish.judges], chair: wish.chair },
        ifMatch: wish.etag,
        idempotencyKey,
      }),
    changed,
  );
  const fieldName = (fieldId: string) =>
    of(facts.edition.plan.fields.find(({ id }) => id === fieldId)?.name ?? both(fieldId));
  const about = ({ name, expertise = [], capacity }: (typeof judges)[number]) => {
    const wishes = [
      ...expertise.map(fieldName),
      capacity === undefined ? [] : words.capacity(format.count(capacity)),
    ].flat();
    return wishes.length === 0 ? name : `${name} (${wishes.join('; ')})`;
  };
  return (
    <>
      <p class="soft">{words.panelHelp}</p>
      <Ticks
        legend={words.judges}
        options={judges.map((judge) => ({ id: judge.personId, text: about(judge) }))}
        chosen={chosen}
        change={choose}
      />
      <ChoiceField
        label={words.chair}
        pointer="/chair"
        value={chair}
        options={judges.map(({ personId, name }) => ({ id: personId, text: name }))}
        change={setChair}
      />
      <Refused error={set.error} names={names} retry={() => void changed()} />
      <button
        type="button"
        disabled={set.isPending || chair === '' || chosen.length === 0}
        onClick={() => set.mutate({ judges: chosen, chair, etag: kept.etag })}
      >
        {words.setPanel}
      </button>
    </>
  );
}

const both = (text: string) => ({ vi: text, en: text });
