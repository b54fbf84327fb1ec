import type * as z from 'zod';
import type { decisionRequest } from '../../../lib/contract/organisers-decision-views.ts';

export const decisionKinds = [
  'advance-number',
  'advance-tied',
  'leave-empty',
  'give-prize',
  'take-prize',
  'withdraw',
] as const;

/** A decision while it is typed: every field of every kind, as text. */
export interface DecisionDraft {
  readonly kind: (typeof decisionKinds)[number] | '';
  readonly trackId: string;
  readonly prizeId: string;
  readonly entryId: string;
  readonly entryIds: readonly string[];
  readonly count: string;
  readonly moveUp: boolean;
  readonly reason: string;
  readonly documentNumber: string;
}

export const noDecision: DecisionDraft = {
  kind: '',
  trackId: '',
  prizeId: '',
  entryId: '',
  entryIds: [],
  count: '',
  moveUp: true,
  reason: '',
  documentNumber: '',
};

type Body = z.input<typeof decisionRequest>;

interface Typed extends DecisionDraft {
  readonly number: number;
  readonly signed: { readonly reason: string; readonly documentNumber: string };
}

/** Which fields a kind asks for. */
export const decisionFields: {
  readonly [kind in (typeof decisionKinds)[number]]: readonly (keyof DecisionDraft)[];
} = {
  'advance-number': ['trackId', 'count'],
  'advance-tied': ['trackId', 'entryIds'],
  'leave-empty': ['prizeId', 'count'],
  'give-prize': ['prizeId', 'entryId'],
  'take-prize': ['prizeId', 'entryId', 'moveUp'],
  withdraw: ['count'],
};

const bodies: { readonly [kind in (typeof decisionKinds)[number]]: (typed: Typed) => Body } = {
  'advance-number': ({ trackId, number, signed }) => ({
    kind: 'advance-number',
    trackId,
    perTrack: number,
    ...signed,
  }),
  'advance-tied': ({ trackId, entryIds, signed }) => ({
    kind: 'advance-tied',
    trackId,
    entryIds: [...entryIds],
    ...signed,
  }),
  'leave-empty': ({ prizeId, number, signed }) => ({
    kind: 'leave-empty',
    prizeId,
    places: number,
    ...signed,
  }),
  'give-prize': ({ prizeId, entryId, signed }) => ({
    kind: 'give-prize',
    prizeId,
    entryId,
    ...signed,
  }),
  'take-prize': ({ prizeId, entryId, moveUp, signed }) => ({
    kind: 'take-prize',
    prizeId,
    entryId,
    moveUp,
    ...signed,
  }),
  withdraw: ({ number, signed }) => ({ kind: 'withdraw', decision: number, ...signed }),
};

/** What is sent; nothing while something is missing. */
export function decisionBody(draft: DecisionDraft): Body | undefined {
  const { kind, reason, documentNumber, count } = draft;
  if (kind === '') return undefined;
  const signed = { reason: reason.trim(), documentNumber: documentNumber.trim() };
  const asked = decisionFields[kind];
  const isWhole =
    signed.reason !== '' &&
    signed.documentNumber !== '' &&
    asked.every((field) => draft[field] !== '') &&
    (!asked.includes('count') || /^\d{1,4}$/.test(count));
  return isWhole ? bodies[kind]({ ...draft, number: Number(count), signed }) : undefined;
}
