import type { ComponentChildren } from 'preact';

/** What may be wider than a phone scrolls within itself, by the arrow keys as well. */
export function Scrolling(props: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <section class="wide" aria-label={props.label} tabIndex={0}>
      {props.children}
    </section>
  );
}
