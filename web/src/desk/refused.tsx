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

/** What stands in the way, one line for each, the same line once. */
export function Blockers(props: { readonly blockers: readonly Blocker[]; readonly names: Names }) {
  const refusal = useWords(refusalWords);
  const lines = new Set(props.blockers.map((one) => blockerText(one, props.names, refusal)));
  if (lines.size === 0) return null;
  return (
    <ul class="blockers">
      {[...lines].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** One blocker as a sentence: what it is about, and why. */
function blockerText(
  blocker: Blocker,
  names: Names,
  { blockers, states, because: reasons }: (typeof refusalWords)['vi'],
): string {
  const { code, entryId, judgeId, personId, mailId, because, count } = blocker;
  const about = [
    entryId === undefined ? [] : names.entry(entryId),
    judgeId === undefined ? [] : names.person(judgeId),
    personId === undefined ? [] : names.person(personId),
    mailId ?? [],
  ].flat();
  // What shows a conflict comes as `derived:phone,organisation`.
  const why = (because ?? '')
    .replace('derived:', '')
    .split(',')
    .map((one) => states[one] ?? reasons[one] ?? one)
    .join(', ');
  const text = (blockers[code] ?? ((reason: string) => `${code} ${reason}`))(why, count ?? 0);
  return about.length === 0 ? text : `${about.join(' – ')}: ${text}`;
}
