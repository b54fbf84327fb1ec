import type { ComponentChildren } from 'preact';
import { useAct } from '../desk/use-act.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { paperWords } from '../words/paper-words.ts';

export interface MadeFile {
  readonly url: string;
  readonly size: number;
  readonly isDraft?: boolean;
  readonly parts?: number;
}

/** One file that is made when it is asked for, then fetched by its link. */
export function FileMaker(props: {
  readonly name: string;
  readonly isReady?: boolean;
  readonly make: (idempotencyKey: string) => Promise<MadeFile>;
  readonly children?: ComponentChildren;
}) {
  const { name, isReady = true, make, children } = props;
  const { format } = useLanguage();
  const words = useWords(paperWords);
  const made = useAct(
    async (_: undefined, key) => await make(key),
    () => undefined,
  );
  return (
    <li>
      <div>
        {name}
        {children}
      </div>
      <div role="status">
        {made.isPending ? (
          <>
            {words.making} <progress aria-label={`${words.making} ${name}`} />
          </>
        ) : null}
        {made.data === undefined || made.isPending ? null : (
          <p>
            <a href={made.data.url} download>
              {words.download}
            </a>{' '}
            <span class="soft">
              {made.data.isDraft === true ? `${words.draft} · ` : ''}
              {(made.data.parts ?? 1) > 1 ? `${words.partOf('1', String(made.data.parts))} · ` : ''}
              {format.bytes(made.data.size)}. {words.linkUntil}
            </span>
          </p>
        )}
      </div>
      <button
        type="button"
        class="quiet"
        aria-label={`${words.make}: ${name}`}
        disabled={!isReady || made.isPending}
        onClick={() => made.mutate(undefined)}
      >
        {words.make}
      </button>
      {made.error === null ? null : <Failure error={made.error} />}
    </li>
  );
}
