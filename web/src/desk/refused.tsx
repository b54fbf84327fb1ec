import type { ProblemDocument } from '../../../lib/contract/problem-document.ts';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { refusalWords } from '../words/refusal-words.ts';
import type { Names } from './use-names.ts';

export type Blocker = NonNullable<ProblemDocument['blockers']>[number];

/** Why something was refused, with all that stands in the way by name. Nothing where nothing was refused. */
export function Refused(props: {
  readonly error: unknown;
  readonly names: Names;
  readonly timeZone?: string;
  readonly retry?: () => void;
}) {
  const { error, names, timeZone = 'Asia/Ho_Chi_Minh', retry } = props;
  const { format } = useLanguage();
  const refusal = useWords(refusalWords);
  if (error === null || error === undefined) return null;
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const state = problem?.blockers?.length ? undefined : refusal.states[problem?.state ?? ''];
  return (
    <div class="refused">
      <Failure error={error} {...(retry === undefined ? {} : { retry })} />
      {state === undefined ? null : <p class="wrong-text">{state}</p>}
      {problem?.opensAt === undefined ? null : (
        <p>{refusal.opensAt(format.moment(problem.opensAt, timeZone))}</p>
      )}
      {problem?.closesAt === undefined ? null : (
        <p>{refusal.closedAt(format.moment(problem.closesAt, timeZone))}</p>
      )}
      <Blockers blockers={problem?.blockers ?? []} names={names} />
    </div>
  );
}

/** More of one kind than this are folded, with their number. */
const mostShown = 8;

/** What stands in the way: what is the same for many is said once, above those it is said of. */
export function Blockers(props: { readonly blockers: readonly Blocker[]; readonly names: Names }) {
  const { blockers, names } = props;
  const { format } = useLanguage();
  const refusal = useWords(refusalWords);
  if (blockers.length === 0) return null;
  const groups = new Map<string, Blocker[]>();
  for (const one of blockers) {
    const text = whyText(one, refusal);
    groups.set(text, [...(groups.get(text) ?? []), one]);
  }
  return (
    <ul class="blockers">
      {[...groups].map(([text, group]) => {
        const about = new Set(
          group.map((one) => aboutText(one, names)).filter((one) => one !== ''),
        );
        if (about.size === 0) return <li key={text}>{text}</li>;
        if (about.size === 1) return <li key={text}>{`${[...about].join('')}: ${text}`}</li>;
        return (
          <li key={text}>
            <details open={about.size <= mostShown}>
              <summary>{`${text} (${format.count(about.size)})`}</summary>
              <ul>
                {[...about].map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </details>
          </li>
        );
      })}
    </ul>
  );
}

/** Whom or what it is about, by name. */
function aboutText({ entryId, judgeId, personId, mailId }: Blocker, names: Names): string {
  return [
    entryId === undefined ? [] : names.entry(entryId),
    judgeId === undefined ? [] : names.person(judgeId),
    personId === undefined ? [] : names.person(personId),
    mailId ?? [],
  ]
    .flat()
    .join(' – ');
}

function whyText(
  { code, because = '', count = 0 }: Blocker,
  { blockers, states, because: reasons }: (typeof refusalWords)['vi'],
): string {
  // What shows a conflict comes as `derived:phone,organisation`.
  const why = because
    .replace('derived:', '')
    .split(',')
    .map((one) => states[one] ?? reasons[one] ?? one)
    .join(', ');
  return (blockers[code] ?? ((reason: string) => `${code} ${reason}`))(why, count);
}
