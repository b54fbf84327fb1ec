import { cellText } from './cell-text.ts';

const LONGEST_NAME = 31;
const NAMELESS = 'Trang';

/** What Excel refuses in a name; and the apostrophe, by which a name could end early where a range names its sheet. */
const forbidden = /[[\]:*?/\\'\p{Cc}]+/gu;

/** Excel keeps this name for itself. */
const reserved = /^history$/i;

/** The names as Excel takes them: of its characters, at most 31 long, and no two alike but for case. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const free = freeName(allowedName(name), taken);
    taken.add(free.toLowerCase());
    return free;
  });
}

function allowedName(name: string): string {
  const allowed = cellText(name).replace(forbidden, ' ').trim();
  if (allowed === '') return NAMELESS;
  return reserved.test(allowed) ? `${allowed}_` : allowed;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let copy = 1; ; copy += 1) {
    const suffix = copy === 1 ? '' : ` (${copy})`;
    const candidate = shortened(name, LONGEST_NAME - suffix.length) + suffix;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/** Never half of a pair at the end. */
const shortened = (name: string, length: number): string =>
  name
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
