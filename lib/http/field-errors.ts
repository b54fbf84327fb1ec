import type * as z from 'zod';
import type { FieldError } from '../contest/refusal.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** A longer list tells a person nothing more and lets a small request ask for a large answer. */
const MOST_ERRORS = 50;
/** A longer name is not repeated: the pointer then ends at the object that holds it. */
const LONGEST_NAME = 100;

/**
 * What a schema found, each with an RFC 6901 pointer (put behind `base`) and a stable code, never with the value. Our own
 * scalars name their codes in `issue.params` (see contract/text.ts); zod's are named here by kind. At most 50.
 */
export function fieldErrors(error: z.core.$ZodError, value: unknown, base = ''): FieldError[] {
  return error.issues
    .flatMap((issue) => errorsOf(issue, value, []))
    .slice(0, MOST_ERRORS)
    .map((found) => ({ ...found, pointer: base + found.pointer }));
}

/** The RFC 6901 pointer of a path. */
export function pointerOf(path: Path): string {
  const parts: string[] = [];
  for (const part of path) {
    const name = String(part);
    if (name.length > LONGEST_NAME || !name.isWellFormed()) break;
    parts.push(`/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  }
  return parts.join('');
}

function errorsOf(issue: Issue, value: unknown, above: Path): FieldError[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: pointerOf([...path, key]), code: 'unknown-field' }));
  }
  if (issue.code === 'invalid_union') return unionErrors(issue, value, path);
  const pointer = pointerOf(path);
  if (issue.code === 'custom') return [{ pointer, ...customOf(issue) }];
  if (isAbsent(value, path)) return [{ pointer, code: 'required' }];
  return [{ pointer, ...namedByKind(issue) }];
}

/** Where one form was plainly meant, its own issues; where none can be told, only that this is none of them. */
function unionErrors(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  value: unknown,
  path: Path,
): FieldError[] {
  const meant = issue.errors.filter((issues) => !issues.some(isOtherForm));
  const [only] = meant;
  if (only !== undefined && meant.length === 1) {
    return only.flatMap((inner) => errorsOf(inner, value, path));
  }
  return [{ pointer: pointerOf(path), code: isAbsent(value, path) ? 'required' : 'not-allowed' }];
}

/** The value is not of this form at all: another type, or another constant that tells the forms apart. */
function isOtherForm(issue: Issue): boolean {
  return (
    (issue.code === 'invalid_type' && issue.path.length === 0) || issue.code === 'invalid_value'
  );
}

function customOf(issue: Extract<Issue, { code: 'custom' }>): Omit<FieldError, 'pointer'> {
  const code: unknown = issue.params?.['code'];
  const limit: unknown = issue.params?.['limit'];
  return {
    code: typeof code === 'string' ? code : 'not-allowed',
    ...(typeof limit === 'number' || typeof limit === 'string' ? { limit } : {}),
  };
}

function namedByKind(issue: Issue): Omit<FieldError, 'pointer'> {
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'wrong-type' };
    case 'too_big':
      return { code: bounds[measureOf(issue.origin)].above, limit: Number(issue.maximum) };
    case 'too_small':
      return { code: bounds[measureOf(issue.origin)].below, limit: Number(issue.minimum) };
    case 'invalid_format':
      return { code: 'wrong-format' };
    default:
      return { code: 'not-allowed' };
  }
}

const bounds = {
  length: { above: 'too-long', below: 'too-short' },
  count: { above: 'too-many', below: 'too-few' },
  amount: { above: 'too-large', below: 'too-small' },
} as const;

function measureOf(origin: string): keyof typeof bounds {
  if (origin === 'string') return 'length';
  return origin === 'array' || origin === 'set' || origin === 'map' || origin === 'object'
    ? 'count'
    : 'amount';
}

function isAbsent(value: unknown, path: Path): boolean {
  let at = value;
  for (const part of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return true;
    at = Reflect.get(at, part);
  }
  return at === undefined;
}
