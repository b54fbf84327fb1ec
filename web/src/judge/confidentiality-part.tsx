import { useMutation, useQueryClient } from '@tanstack/preact-query';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { peopleRoutes } from '../../../lib/contract/people-routes.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { judgeWords } from '../words/judge-words.ts';

/** The terms that are signed before a dossier opens. */
export function ConfidentialityPart(props: {
  readonly editionId: string;
  readonly plan: WirePlan;
  readonly planVersion: number;
}) {
  const { editionId, plan, planVersion: acceptedPlanVersion } = props;
  const { of } = useLanguage();
  const judge = useWords(judgeWords);
  const queries = useQueryClient();
  const sign = useMutation({
    mutationFn: async () =>
      await api.call(peopleRoutes.signConfidentiality, {
        path: { editionId },
        body: { acceptedPlanVersion },
      }),
    onSuccess: async () => await queries.invalidateQueries({ queryKey: ['own-record', editionId] }),
  });
  return (
    <section class="notice">
      <h2>{judge.confidentiality}</h2>
      <p class="written">{of(plan.confidentiality?.text ?? { vi: '', en: '' })}</p>
      {sign.error === null ? null : <Failure error={sign.error} />}
      <button type="button" disabled={sign.isPending} onClick={() => sign.mutate()}>
        {judge.sign}
      </button>
    </section>
  );
}
