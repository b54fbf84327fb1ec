import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../language.tsx';
import { deskWords } from '../words/desk-words.ts';
import './confirm.css';

/** A button that asks once more, with what else has to be said, before it acts. */
export function Confirm(props: {
  readonly label: string;
  readonly question: string;
  readonly isDisabled?: boolean;
  readonly isPending: boolean;
  /** Whether what has to be said is there. */
  readonly isReady?: boolean;
  readonly act: () => void;
  readonly children?: ComponentChildren;
}) {
  const desk = useWords(deskWords);
  const [isAsked, ask] = useState(false);
  const group = useRef<HTMLFieldSetElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);
  // Whoever works by keyboard goes on where the question was, and comes back to the button.
  useEffect(() => {
    const isInside = group.current?.contains(document.activeElement) === true;
    if (isAsked && !isInside) group.current?.focus();
    if (!isAsked && wasAsked.current) button.current?.focus();
    // A button that waits for the answer takes no focus yet.
    wasAsked.current = isAsked || (wasAsked.current && props.isPending);
  }, [isAsked, props.isPending]);
  if (!isAsked) {
    return (
      <button
        type="button"
        class="quiet"
        ref={button}
        disabled={props.isDisabled === true || props.isPending}
        onClick={() => ask(true)}
      >
        {props.label}
      </button>
    );
  }
  return (
    <fieldset class="confirm" tabIndex={-1} ref={group}>
      <legend>{props.question}</legend>
      {props.children}
      <p class="actions">
        <button
          type="button"
          disabled={props.isPending || props.isReady === false}
          onClick={() => {
            props.act();
            if (props.children === undefined) ask(false);
          }}
        >
          {props.label}
        </button>
        <button type="button" class="quiet" onClick={() => ask(false)}>
          {desk.back}
        </button>
      </p>
    </fieldset>
  );
}
