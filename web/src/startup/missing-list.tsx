import type * as z from 'zod';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import type { missing } from '../../../lib/contract/entry-parts.ts';
import { useLanguage, useWords } from '../language.tsx';
import { startupWords } from '../words/startup-words.ts';
import { uiWords } from '../words/ui-words.ts';

type Missing = z.output<typeof missing>;

/** "What is still missing", by the very rule that decides the submission. */
export function MissingList(props: {
  readonly plan: WirePlan;
  readonly missing: readonly Missing[];
}) {
  const { plan } = props;
  const { of } = useLanguage();
  const startup = useWords(startupWords);
  const ui = useWords(uiWords);
  if (props.missing.length === 0) {
    return (
      <div class="notice good" role="status">
        <p>{startup.nothingMissing}</p>
      </div>
    );
  }
  const texts = missingTexts(props.missing, plan, { of, startup, ui });
  return (
    <section class="notice" aria-labelledby="missing">
      <h2 id="missing">{startup.missing}</h2>
      <ul>
        {texts.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

interface Said {
  readonly of: (text: { readonly vi: string; readonly en: string }) => string;
  readonly startup: (typeof startupWords)['vi'];
  readonly ui: (typeof uiWords)['vi'];
}

/** What an entry lacks, one line for each thing and place. */
export function missingTexts(
  missing: readonly Missing[],
  plan: WirePlan,
  { of, startup, ui }: Said,
): string[] {
  const documentName = (kind: string) =>
    of(plan.documents.find((one) => one.kind === kind)?.name ?? { vi: kind, en: kind });
  const text = ({ code, pointer, document, consent, limit, actual }: Missing): string => {
    if (document !== undefined) return `${documentName(document)}: ${ui.wrong(code, limit)}`;
    if (consent !== undefined) return startup.consentMissing;
    const place = placeOf(pointer, plan, startup.places, of);
    return `${place}: ${ui.wrong(code, limit)}${actual === undefined ? '' : ` (${actual})`}`;
  };
  return [...new Set(missing.map(text))];
}

function placeOf(
  pointer: string | undefined,
  plan: WirePlan,
  places: { readonly [pointer: string]: string },
  of: (text: { readonly vi: string; readonly en: string }) => string,
): string {
  const [, first = '', second = '', third] = (pointer ?? '').split('/');
  if (first === 'answers') {
    const question = plan.questions.find(({ id }) => id === second);
    if (question !== undefined) return of(question.name);
  }
  if (first === 'members' && second !== '') {
    const field = places[`members/${third}`] ?? '';
    return `${places['members']} ${Number(second) + 1} ${field}`.trim();
  }
  return places[second === '' ? first : `${first}/${second}`] ?? pointer ?? '';
}
