import { useLanguage } from '../language.tsx';
import type { Part } from './part.ts';

/** Each purpose agreed to on its own. */
export function ConsentsPart({ plan, draft, change }: Part) {
  const { words, of } = useLanguage();
  const { consents } = draft;
  return (
    <fieldset class="field consents">
      <legend>
        <h2>{words.consents}</h2>
      </legend>
      {plan.consents.map(({ purpose, text, required }) => (
        <label key={purpose} class="tick">
          <input
            type="checkbox"
            checked={consents.includes(purpose)}
            onChange={({ currentTarget: { checked } }) =>
              change({
                consents: checked
                  ? [...consents, purpose]
                  : consents.filter((other) => other !== purpose),
              })
            }
          />
          <span>
            {of(text)} <span class="soft">({required ? words.required : words.optional})</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
