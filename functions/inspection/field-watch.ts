import type { ByteWatch } from './byte-watch.ts';
import { Rejected } from './rejected.ts';

const PREFIX = String.raw`(?:[^\s<>/"'=!?]+:)?`;
const ATTRIBUTES = String.raw`(?:\s+[^\s<>/"'=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*`;
/** Where a field begins, ends or shows its result; a piece of its code; a whole one in an attribute. */
const FIELD = new RegExp(
  `<${PREFIX}(?:fldChar(?=[\\s/>])|(?:delI|i)nstrText${ATTRIBUTES}\\s*(?:/>|>(?<code>[^<]*)</)|fldSimple(?<simple>${ATTRIBUTES})\\s*/?>)`,
  'g',
);
const NAME = /nstrText|fldSimple/g;
const KEPT = /nstrText|fldSimple|fldChar/;
const CLOSING = new RegExp(`</${PREFIX}(?:(?:delI|i)nstrText|fldSimple)\\s*>`, 'g');
const INSTRUCTION = /[\s:]instr\s*=\s*(?:"([^"]*)"|'([^']*)')/;
/** A comment, character data or an instruction could hide a tag from one reader and not from another. */
const HIDING = /<!--|<!\[CDATA\[|<\?(?!xml\s)[\s\S]{4}/;
const REFERENCE = /&(?:#x([0-9a-fA-F]{1,8})|#(\d{1,8})|quot);/g;
const BROKEN_REFERENCE = /&(?![a-zA-Z]{2,4};|#\w{1,9};)/;
/** Fields that run a program, or bring other files in. */
const ACTIVE = /^["\s]*(?:DDE|DDEAUTO|LINK|IMPORT|INCLUDE|INCLUDETEXT)(?=\W|$)/i;
const LONGEST_KEYWORD = 64;
const LONGEST_GAP = 1024 * 1024;
const LONGEST_OTHER_GAP = 64 * 1024;

/**
 * Follows the fields of a text document's part, whose code Word spreads over as many runs as it likes: none may start
 * another program (DDE). @throws Rejected `active-content`; `structure` for one that could be read in two ways
 */
export function watchFields(): ByteWatch {
  const field = followedCode();
  let rest = '';
  let hasFields = false;
  let isHiding = false;
  return (piece) => {
    const text = rest + piece.toString('latin1');
    hasFields ||= text.includes('nstrText') || text.includes('fldSimple');
    isHiding ||= HIDING.test(text);
    if (hasFields && isHiding) throw new Rejected('structure', 'a part that hides fields');
    const end = afterLastClosing(text);
    if (hasFields) see(text.slice(0, end), field);
    rest = text.slice(end);
    const isField = hasFields && KEPT.test(rest);
    if (isField && rest.length > LONGEST_GAP) throw new Rejected('structure', 'a field too long');
    // Of another tag all but the end may go: pictures stand in attributes.
    if (!isField) rest = rest.slice(-LONGEST_OTHER_GAP);
  };
}

/** Up to there no element of text alone is still open. */
function afterLastClosing(text: string): number {
  const closing = text.lastIndexOf('</', text.lastIndexOf('>'));
  return closing < 0 ? 0 : text.indexOf('>', closing) + 1;
}

function see(text: string, field: FollowedCode): void {
  const opened = [...text.matchAll(FIELD)].filter((match) => seeTag(match, field)).length;
  const named = text.match(NAME)?.length ?? 0;
  const closed = text.match(CLOSING)?.length ?? 0;
  if (named !== opened + closed) throw new Rejected('structure', 'a field of another shape');
}

/** Whether the tag is one of those that carry code. */
function seeTag({ 0: tag, groups = {} }: RegExpExecArray, field: FollowedCode): boolean {
  const { code, simple } = groups;
  const carriesRun = simple === undefined && tag.includes('nstrText');
  if (simple !== undefined) field.whole(INSTRUCTION.exec(simple)?.slice(1).join('') ?? '');
  else if (carriesRun) field.goesOn(code ?? '');
  else field.turns();
  return carriesRun || simple !== undefined;
}

type FollowedCode = ReturnType<typeof followedCode>;

/** Puts the code of one field together, as far as its first word needs. */
function followedCode() {
  let code = '';
  const requirePassive = (text: string): void => {
    if (ACTIVE.test(text)) throw new Rejected('active-content', 'a field that runs');
  };
  return {
    goesOn(more: string): void {
      code = (code + resolved(more)).trimStart().slice(0, LONGEST_KEYWORD);
      // More of the word may follow, so its end must be seen.
      requirePassive(code.length < LONGEST_KEYWORD ? `${code}_` : code);
    },
    turns(): void {
      requirePassive(code);
      code = '';
    },
    whole: (instruction: string): void => requirePassive(resolved(instruction)),
  };
}

function resolved(text: string): string {
  if (BROKEN_REFERENCE.test(text)) throw new Rejected('structure', 'a broken reference');
  return text.replace(REFERENCE, (_, hex?: string, decimal?: string) => {
    if (hex === undefined && decimal === undefined) return '"';
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point < 0x80 ? String.fromCharCode(point) : '\x80';
  });
}
