import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Json, Path } from './json.ts';

/** The plan that is being written, and what may be done to it. */
export interface Writing {
  readonly plan: Json;
  /** Ids that stand in the plan as it is saved: others may name them. */
  readonly savedIds: ReadonlySet<string>;
  /** Whether the rounds may be others than they are: in an edition that is there they may not. */
  readonly hasFixedRounds: boolean;
  /** Whether tracks, fields, documents, questions and consents that were saved have to stay. */
  readonly keepsNamed: boolean;
  /** Why nothing may be changed at a place; undefined where it may. */
  readonly frozenAt: (path: Path) => string | undefined;
  readonly change: (path: Path, next: Json | undefined) => void;
}

export const WritingContext = createContext<Writing | undefined>(undefined);

/** The plan being written. @throws Error outside of its form */
export function useWriting(): Writing {
  const writing = useContext(WritingContext);
  if (writing === undefined) throw new Error('outside of a plan being written');
  return writing;
}
