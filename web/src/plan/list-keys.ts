import { useRef } from 'preact/hooks';

/** A key for each member of a list that goes with it when it is moved, so that what is open stays open. */
export interface ListKeys {
  readonly at: (index: number) => number;
  /** Whether it was added here. */
  readonly isNew: (index: number) => boolean;
  /** The key of a member that is about to be added at the end. */
  readonly added: () => number;
  readonly removed: (index: number) => void;
  readonly swapped: (one: number, other: number) => void;
}

/** Keys for a list of this length; where it changed elsewhere, members at the end are new or gone. */
export function useListKeys(length: number): ListKeys {
  const kept = useRef<{ keys: number[]; next: number; first: number }>();
  kept.current ??= {
    keys: Array.from({ length }, (_, index) => index),
    next: length,
    first: length,
  };
  const state = kept.current;
  while (state.keys.length < length) {
    state.keys.push(state.next);
    state.next += 1;
    state.first = state.next;
  }
  state.keys.length = length;
  return {
    at: (index) => state.keys[index] ?? -1,
    isNew: (index) => (state.keys[index] ?? -1) >= state.first,
    added: () => {
      const key = state.next;
      state.keys.push(key);
      state.next += 1;
      return key;
    },
    removed: (index) => {
      state.keys.splice(index, 1);
    },
    swapped: (one, other) => {
      const [a, b] = [state.keys[one], state.keys[other]];
      if (a === undefined || b === undefined) return;
      state.keys[one] = b;
      state.keys[other] = a;
    },
  };
}
