import { useLanguage } from '../language.tsx';
import { ConsentTick } from './consent-text.tsx';
import type { Part } from './part.ts';

/** Each purpose agreed to on its own. */
export function ConsentsPart({ plan, draft, change }: Part) {
  const { words } = useLanguage();
  const { consents } = draft;
  return (
    <fieldset class="field consents">
      <legend>
        <h2>{words.consents}</h2>
      </legend>
      {plan.consents.map((asked) => (
        <ConsentTick
          key={asked.purpose}
          asked={asked}
          isAgreed={consents.includes(asked.purpose)}
          agree={(isAgreed) =>
            change({
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
