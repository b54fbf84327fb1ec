import { useId } from 'preact/hooks';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { useLanguage, useWords } from '../language.tsx';
import { LongField } from '../ui/field.tsx';
import { deskEntryWords } from '../words/desk-entry-words.ts';

/** An opinion as it is being given: notes by the code of their reason. */
export interface Opinion {
  readonly decision: 'eligible' | 'ineligible';
  readonly notes: { readonly [code: string]: string };
}

export const noOpinion: Opinion = { decision: 'eligible', notes: {} };

/** What the API takes of it: an eligible entry needs no reason. */
export function opinionOf({ decision, notes }: Opinion) {
  const reasons = Object.entries(notes).map(([code, note]) => ({
    code,
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  }));
  return { decision, reasons: decision === 'eligible' ? [] : reasons };
}

/** Whether it says all it has to. */
export const isOpinionWhole = ({ decision, notes }: Opinion): boolean =>
  decision === 'eligible' || Object.keys(notes).length > 0;

/** Eligible or not, and then why, by the list of the rules. */
export function OpinionFields(props: {
  readonly plan: WirePlan;
  readonly opinion: Opinion;
  readonly change: (opinion: Opinion) => void;
}) {
  const { plan, opinion, change } = props;
  const { of } = useLanguage();
  const words = useWords(deskEntryWords);
  const name = useId();
  const { decision, notes } = opinion;
  return (
    <>
      <fieldset class="field">
        <legend>{words.decision}</legend>
        <div class="ticks">
          {(['eligible', 'ineligible'] as const).map((one) => (
            <label key={one} class="tick">
              <input
                type="radio"
                name={name}
                checked={decision === one}
                onChange={() => change({ ...opinion, decision: one })}
              />
              {words.decisions[one]}
            </label>
          ))}
        </div>
      </fieldset>
      {decision === 'eligible' ? null : (
        <fieldset class="field">
          <legend>{words.reasons}</legend>
          {plan.screening.reasons.map(({ id, name: reason }) => (
            <div key={id}>
              <label class="tick">
                <input
                  type="checkbox"
                  checked={notes[id] !== undefined}
                  onChange={({ currentTarget }) => {
                    const { [id]: _, ...rest } = notes;
                    change({
                      ...opinion,
                      notes: currentTarget.checked ? { ...rest, [id]: '' } : rest,
                    });
                  }}
                />
                {of(reason)}
              </label>
              {notes[id] === undefined ? null : (
                <LongField
                  label={`${of(reason)} – ${words.reasonNote}`}
                  pointer={`/reasons/${Object.keys(notes).indexOf(id)}/note`}
                  rows={2}
                  value={notes[id]}
                  change={(note) => change({ ...opinion, notes: { ...notes, [id]: note } })}
                />
              )}
            </div>
          ))}
        </fieldset>
      )}
    </>
  );
}
