import type { Model, Operation } from './linearizable.ts';

/** What a client asks of one score sheet; `written` is all that a judge writes, as one text. */
export type SheetCall =
  | { readonly kind: 'read' }
  | { readonly kind: 'save'; readonly basedOn: number; readonly written: string }
  | { readonly kind: 'submit'; readonly basedOn: number }
  | { readonly kind: 'reopen' };

/** What the client was told. */
export type SheetAnswer =
  | ({ readonly kind: 'sheet' } & SheetState)
  | { readonly kind: 'reopened'; readonly version: number }
  /** 412, with the version that stands. */
  | { readonly kind: 'stale'; readonly version: number }
  /** 409, with the state that stands in the way. */
  | { readonly kind: 'refused'; readonly state: 'not-started' | 'draft' | 'submitted' }
  /** Asked to come again: nothing happened. */
  | { readonly kind: 'busy' };

export interface SheetState {
  readonly version: number;
  readonly state: 'none' | 'draft' | 'submitted';
  readonly written: string;
}

export type SheetOperation = Operation<SheetCall, SheetAnswer>;

/** What a sheet comes to and what is answered when its calls come one after the other. */
export function nextSheet(
  sheet: SheetState,
  call: SheetCall,
): { readonly after: SheetState; readonly answer: SheetAnswer } {
  const told = (answer: SheetAnswer) => ({ after: sheet, answer });
  const becomes = (changes: Partial<SheetState>) => {
    const after = { ...sheet, ...changes, version: sheet.version + 1 };
    return { after, answer: { kind: 'sheet' as const, ...after } };
  };
  if (call.kind === 'read') return told({ kind: 'sheet', ...sheet });
  if (call.kind === 'reopen') {
    if (sheet.state !== 'submitted') return told({ kind: 'refused', state: notHandedIn(sheet) });
    const { after } = becomes({ state: 'draft' });
    return { after, answer: { kind: 'reopened', version: after.version } };
  }
  if (call.basedOn !== sheet.version) return told({ kind: 'stale', version: sheet.version });
  if (sheet.state === 'submitted') return told({ kind: 'refused', state: 'submitted' });
  if (call.kind === 'save') return becomes({ state: 'draft', written: call.written });
  if (sheet.state === 'none') return told({ kind: 'refused', state: 'not-started' });
  return becomes({ state: 'submitted' });
}

const notHandedIn = ({ state }: SheetState) => (state === 'none' ? 'not-started' : 'draft');

/** A sheet nobody has begun. */
export const noSheet: SheetState = { version: 0, state: 'none', written: '' };

/** The rules of one score sheet, for the checker. */
export const sheetModel: Model<SheetState, SheetCall, SheetAnswer> = {
  initial: noSheet,
  after(sheet, call, answer) {
    if (answer?.kind === 'busy') return sheet;
    const next = nextSheet(sheet, call);
    return answer === undefined || nameOf(answer) === nameOf(next.answer) ? next.after : undefined;
  },
  nameOf,
};

/** Members in one order, however the object was made. */
function nameOf(value: SheetState | SheetAnswer): string {
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The acknowledged acts that changed the sheet: one for each version. */
export const isEffective = ({ call, answer }: SheetOperation): boolean =>
  call.kind !== 'read' && (answer?.kind === 'sheet' || answer?.kind === 'reopened');
