import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { type Comment, type Program, parseSync } from 'oxc-parser';

/** One TypeScript file of the repository, parsed. */
export interface SourceFile {
  /** From the root of the repository: `lib/contest/rank.ts`. */
  readonly path: string;
  readonly text: string;
  readonly program: Program;
  readonly comments: readonly Comment[];
  readonly imports: readonly Import[];
}

export interface Import {
  /** A file from the root of the repository, or the name of a package: `zod`, `node:fs`. */
  readonly target: string;
  readonly isFile: boolean;
  /** Erased before the program runs. */
  readonly isType: boolean;
}

const everywhere = ['{bin,bench,functions,lib,test,web,examples}/**/*.{ts,tsx}', '*.ts'];

/** Those of the patterns; all of them, but for what is installed or made. */
export function sourceFiles(patterns: readonly string[] = everywhere): SourceFile[] {
  return globSync(patterns)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map(parsed);
}

function parsed(path: string): SourceFile {
  const text = readFileSync(path, 'utf8');
  const { program, comments, module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const found = [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      name: moduleRequest.value,
      isType: entries.length > 0 && entries.every(({ isType }) => isType),
    })),
    ...module.staticExports
      .flatMap(({ entries }) => entries)
      .flatMap(({ moduleRequest, isType }) =>
        moduleRequest ? [{ name: moduleRequest.value, isType }] : [],
      ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
      name: text.slice(start, end).replace(/^['"`]|['"`]$/g, ''),
      isType: false,
    })),
  ];
  const imports = found.map(({ name, isType }) => resolved(path, name, isType));
  return { path, text, program, comments, imports };
}

function resolved(from: string, name: string, isType: boolean): Import {
  const isFile = name.startsWith('.');
  return { target: isFile ? posix.join(posix.dirname(from), name) : name, isFile, isType };
}

/** A node of the syntax tree, read by name: the tests look at few kinds of very many. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** Every node below and including this one, parents first. */
export function* nodesOf(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && 'type' in value) yield value as Node;
  for (const inside of Object.values(value)) yield* nodesOf(inside);
}

/** `lib/contest/rank.ts:12`. */
export function placeOf({ path, text }: SourceFile, { start }: { start: number }): string {
  return `${path}:${text.slice(0, start).split('\n').length}`;
}
