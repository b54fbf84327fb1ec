import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import { memberName } from '../../../lib/contest/plan-difference.ts';
import type { planRoutes } from '../../../lib/contract/plan-routes.ts';
import { useLanguage, useWords } from '../language.tsx';
import { read } from '../public/read.ts';
import { whatHinders } from '../queries.ts';
import { Failure } from '../ui/failure.tsx';
import { useTitle } from '../ui/use-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { planWords } from '../words/plan-words.ts';
import { asItIs } from './as-it-is.ts';
import { at, isList, type Json, type Path } from './json.ts';
import { usePlaceName } from './place-name.ts';
import { PlanText } from './plan-text.tsx';
import { WritingContext } from './writing-context.ts';
import './plan.css';

/** A version of the plan in whole, as everybody may read it, with what it changed and by which decision. */
export function VersionPage(props: {
  readonly params: { readonly editionId: string; readonly planVersion: string };
}) {
  const { editionId, planVersion } = props.params;
  const { words, of, format } = useLanguage();
  useTitle(words.version(planVersion));
  const asked = useQuery({
    queryKey: ['plan-version', editionId, planVersion],
    queryFn: async ({ signal }) =>
      await read<typeof planRoutes.getPlanVersion>(
        `/api/editions/${encodeURIComponent(editionId)}/plan-versions/${encodeURIComponent(planVersion)}`,
        signal,
      ),
  });
  const { data, refetch } = asked;
  const error = whatHinders([asked]);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const { plan, changedAt, documentNumber, reason, changed = [] } = data;
  return (
    <WritingContext.Provider value={asItIs(plan)}>
      <article class="version">
        <p>
          <Link href={`/editions/${editionId}/rules`}>← {of(plan.name)}</Link>
        </p>
        <h1>{words.version(planVersion)}</h1>
        <p>
          {format.moment(changedAt, plan.timeZone)} · {documentNumber}
          {reason === '' ? '' : ` · ${reason}`}
        </p>
        <ChangedPlaces plan={plan} pointers={changed} />
        <PlanText plan={plan} />
      </article>
    </WritingContext.Provider>
  );
}

/** Where it differs from the version before. */
function ChangedPlaces(props: { readonly plan: Json; readonly pointers: readonly string[] }) {
  const words = useWords(planWords);
  const nameOf = usePlaceName();
  if (props.pointers.length === 0) return null;
  return (
    <section>
      <h2>{words.changedPlaces}</h2>
      <ul>
        {props.pointers.map((pointer) => (
          <li key={pointer}>{nameOf(pathIn(props.plan, pointer))}</li>
        ))}
      </ul>
    </section>
  );
}

/** The way to a place that is named by ids; what is not there any more ends at the list that had it. */
function pathIn(plan: Json, pointer: string): Path {
  const names = pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  const path: (string | number)[] = [];
  for (const name of names) {
    const held = at(plan, path);
    const place = isList(held) ? held.findIndex((one) => memberName(one) === name) : name;
    if (place === -1) return path;
    path.push(place);
  }
  return path;
}
