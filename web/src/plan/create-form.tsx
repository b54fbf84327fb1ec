import { useState } from 'preact/hooks';
import { editionRoutes } from '../../../lib/contract/edition-routes.ts';
import { api } from '../api.ts';
import { Refused } from '../desk/refused.tsx';
import { useAct } from '../desk/use-act.ts';
import { namesOf } from '../desk/use-names.ts';
import { useWords } from '../language.tsx';
import { Errors, TextField } from '../ui/field.tsx';
import { planWords } from '../words/plan-words.ts';
import { emptyOf } from './empty.ts';
import type { Json } from './json.ts';
import { PlanFile } from './plan-file.tsx';
import { PlanForm } from './plan-form.tsx';
import { planShape } from './plan-shape.ts';
import { ProblemList } from './problem-list.tsx';
import { asPlan, errorsIn } from './sent-plan.ts';
import { useToDesk } from './to-desk.ts';
import { usePlanDraft } from './use-plan-draft.ts';
import { written } from './writing.ts';
import { type Writing, WritingContext } from './writing-context.ts';

const nothingSaved: ReadonlySet<string> = new Set();
const fromNothing = { version: 0, plan: emptyOf(planShape) };

/** Sets an edition up from a plan that is written here, or taken from a file and changed. */
export function CreateForm() {
  const words = useWords(planWords);
  const [editionId, setId] = useState('');
  const draft = usePlanDraft('new edition', fromNothing);
  const toDesk = useToDesk();
  const create = useAct(
    async (wish: { readonly editionId: string; readonly plan: Json }, idempotencyKey) => {
      if (!asPlan(wish.plan)) throw new Error('a plan is an object');
      const body = { editionId: wish.editionId, plan: wish.plan };
      return (await api.call(editionRoutes.createEdition, { body, idempotencyKey })).body;
    },
    async (made) => {
      draft.discard();
      await toDesk(made);
    },
  );
  const writing: Writing = {
    plan: draft.plan,
    savedIds: nothingSaved,
    hasFixedRounds: false,
    keepsNamed: false,
    frozenAt: () => undefined,
    change: (path, next) => draft.write(written(draft.plan, path, next, nothingSaved)),
  };
  const errors = errorsIn(create.error);
  const inPlan = errors.filter(({ pointer }) => pointer.startsWith('/plan'));
  return (
    <WritingContext.Provider value={writing}>
      <PlanFile take={draft.write} />
      <ProblemList hasForm errors={inPlan} />
      <Errors.Provider value={errors}>
        <PlanForm />
        <form
          onSubmit={(event) => {
            event.preventDefault();
            create.mutate({ editionId: editionId.trim(), plan: draft.plan });
          }}
        >
          <TextField
            label={words.editionId}
            pointer="/editionId"
            hint={words.idForm}
            value={editionId}
            change={setId}
          />
          <Refused error={create.error} names={namesOf()} />
          <div role="status">
            {create.isPending ? <progress aria-label={words.create} /> : null}
          </div>
          <button type="submit" disabled={editionId.trim() === '' || create.isPending}>
            {words.create}
          </button>
        </form>
      </Errors.Provider>
    </WritingContext.Provider>
  );
}
