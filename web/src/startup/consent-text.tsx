import { useId, useState } from 'preact/hooks';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { useLanguage, useWords } from '../language.tsx';
import { afterWords } from '../words/after-words.ts';

type Asked = WirePlan['consents'][number];

/** So many characters are read at a glance on a phone; a longer text is folded. */
const glance = 180;
const shown = 100;

/** How a text begins, up to a whole word; the whole of a short one. */
export function opening(text: string): string {
  if (text.length <= glance) return text;
  return `${text.slice(0, text.lastIndexOf(' ', shown))}…`;
}

/**
 * One purpose to agree to: how its text begins and which version it is, the whole of it folded out for as long as it was not
 * agreed to when the page came up.
 */
export function ConsentTick(props: {
  readonly asked: Asked;
  readonly isAgreed: boolean;
  readonly agree: (isAgreed: boolean) => void;
}) {
  const { asked, isAgreed, agree } = props;
  const { words, of } = useLanguage();
  const after = useWords(afterWords);
  const id = useId();
  const [isOpen] = useState(!isAgreed);
  const text = of(asked.text);
  const isFolded = opening(text) !== text;
  const kind = asked.required ? words.required : words.optional;
  return (
    <div class="consent">
      <label class="tick">
        <input
          type="checkbox"
          checked={isAgreed}
          aria-describedby={isFolded ? id : undefined}
          onChange={({ currentTarget: { checked } }) => agree(checked)}
        />
        <span>
          {opening(text)}{' '}
          <span class="soft">{`(${kind}, ${after.textVersion(asked.version)})`}</span>
        </span>
      </label>
      {isFolded ? (
        <details open={isOpen}>
          <summary>{after.wholeText}</summary>
          <p id={id}>{text}</p>
        </details>
      ) : null}
    </div>
  );
}

/** A text that was agreed to, folded where it is long. */
export function ConsentText({ text }: { readonly text: string }) {
  if (opening(text) === text) return <>{text}</>;
  return (
    <details class="folded">
      <summary>{opening(text)}</summary>
      <p>{text}</p>
    </details>
  );
}
