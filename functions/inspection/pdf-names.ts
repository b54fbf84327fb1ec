import type { PdfToken } from './pdf-tokens.ts';
import { Rejected } from './rejected.ts';

/** Keys and action types that run, send or open something, or carry another file (ISO 32000-1 §12.6, §7.11.4). */
const ACTIVE = new Set([
  // Actions that come by themselves: when a page opens, a field is left, the document closes.
  'AA',
  'JavaScript',
  'JS',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'GoToE',
  'ImportData',
  'RichMedia',
  'SubmitForm',
  'XFA',
]);

interface ObjectFacts {
  /** The object is an array: as an opening action, a place in the document. */
  isArray: boolean;
  /** The names behind `/S`. */
  actions: string[];
  /** There is a `/Next`: another action would follow. */
  goesOn: boolean;
}

/** Follows the tokens of a document's objects and refuses what is active. */
export interface PdfNameWatch {
  /** The next tokens belong to this object. */
  enter(objectNumber: number): void;
  /** @throws Rejected `active-content`, `encrypted` */
  see(token: PdfToken): void;
  /** Once all were seen: what opens with the document may only show a page. @throws Rejected `active-content` */
  finish(): void;
  hasRoot(): boolean;
}

/**
 * LibreOffice and LaTeX write an `/OpenAction` that shows the first page, so the key itself is not refused: it must be a
 * place, or an action `/GoTo`, given there or in the object it refers to.
 */
export function watchPdfNames(): PdfNameWatch {
  const objects = new Map<number, ObjectFacts[]>();
  const opening: number[] = [];
  let current = newFacts();
  let inline: { facts: ObjectFacts; depth: number } | undefined;
  let before: PdfToken | undefined;
  let rooted = false;
  let isFirst = true;

  function seeOpening(token: PdfToken): void {
    if (isMark(token, '[')) return;
    if (isMark(token, '<<')) inline = { facts: newFacts(), depth: 0 };
    else if (/^\d+$/.test(token.text)) opening.push(Number(token.text));
    else throw new Rejected('active-content', 'an opening action of another kind');
  }

  function seeInline(token: PdfToken): void {
    if (inline === undefined) return;
    note(inline.facts, token, before);
    if (isMark(token, '<<')) inline.depth += 1;
    if (isMark(token, '>>')) inline.depth -= 1;
    if (inline.depth > 0) return;
    requireHarmless(inline.facts);
    inline = undefined;
  }

  return {
    enter(objectNumber) {
      current = newFacts();
      objects.set(objectNumber, [...(objects.get(objectNumber) ?? []), current]);
      before = undefined;
      isFirst = true;
    },
    see(token) {
      if (token.kind === 'name') requirePassive(token.text);
      rooted ||= isName(token, 'Root');
      if (isFirst) current.isArray = isMark(token, '[');
      isFirst = false;
      if (isName(before, 'OpenAction')) seeOpening(token);
      seeInline(token);
      note(current, token, before);
      before = token;
    },
    finish() {
      if (inline !== undefined) throw new Rejected('structure', 'a dictionary without an end');
      // An object that is not found counts as one without an action, which is not harmless.
      const opened = opening.flatMap((number) => objects.get(number) ?? [newFacts()]);
      for (const facts of opened.filter(({ isArray }) => !isArray)) requireHarmless(facts);
    },
    hasRoot: () => rooted,
  };
}

function isName(token: PdfToken | undefined, text: string): boolean {
  return token?.kind === 'name' && token.text === text;
}

function isMark(token: PdfToken, text: string): boolean {
  return token.kind === 'mark' && token.text === text;
}

function requirePassive(name: string): void {
  if (name === 'Encrypt') throw new Rejected('encrypted', 'a password or rights');
  if (ACTIVE.has(name)) throw new Rejected('active-content', `/${name}`);
}

function newFacts(): ObjectFacts {
  return { isArray: false, actions: [], goesOn: false };
}

function note(facts: ObjectFacts, token: PdfToken, before: PdfToken | undefined): void {
  if (token.kind !== 'name') return;
  if (token.text === 'Next') facts.goesOn = true;
  if (isName(before, 'S')) facts.actions.push(token.text);
}

function requireHarmless(facts: ObjectFacts): void {
  const shows = facts.actions.length > 0 && facts.actions.every((action) => action === 'GoTo');
  if (!shows || facts.goesOn) throw new Rejected('active-content', 'an action on opening');
}
