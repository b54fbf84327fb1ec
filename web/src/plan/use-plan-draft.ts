import { useEffect, useState } from 'preact/hooks';
import { sameData } from '../../../lib/contest/same-data.ts';
import { isObject, type Json } from './json.ts';

/** A plan that somebody writes, and the version of the edition that it was begun from. */
interface Draft {
  readonly basedOn: number;
  readonly plan: Json;
}

/** What is being written; without a draft, the plan as it stands. */
export interface PlanDraft {
  readonly plan: Json;
  readonly isChanged: boolean;
  /** The edition was changed by somebody else since this was begun. */
  readonly isOvertaken: boolean;
  readonly write: (plan: Json) => void;
  readonly discard: () => void;
}

/** Keeps what is written in this tab of the browser, over a reload too, until it is saved or dropped. */
export function usePlanDraft(
  name: string,
  saved: { readonly version: number; readonly plan: Json },
): PlanDraft {
  const key = `plan ${name}`;
  const [draft, setDraft] = useState<Draft | undefined>(() => keptIn(sessionStorage.getItem(key)));
  const isChanged = draft !== undefined && !sameData(draft.plan, saved.plan);
  useEffect(() => {
    if (draft === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(draft));
  }, [key, draft]);
  return {
    plan: draft?.plan ?? saved.plan,
    isChanged,
    isOvertaken: isChanged && draft.basedOn !== saved.version,
    write: (plan) => setDraft({ plan, basedOn: draft?.basedOn ?? saved.version }),
    discard: () => setDraft(undefined),
  };
}

/** Only what was kept here is there: the key is of this origin and this tab alone. */
function keptIn(text: string | null): Draft | undefined {
  const kept: Json = text === null ? null : JSON.parse(text);
  if (!isObject(kept) || typeof kept['basedOn'] !== 'number') return undefined;
  return { basedOn: kept['basedOn'], plan: kept['plan'] ?? null };
}
