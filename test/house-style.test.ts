import { describe, expect, it } from 'vitest';
import {
  type Node,
  nodesOf,
  placeOf,
  type SourceFile,
  sourceFiles,
} from './support/source-files.ts';

const files = sourceFiles();
const program = files.filter(({ path }) => !/^(test|bench)\//.test(path));
const domain = files.filter(({ path }) => path.startsWith('lib/contest/'));

const bytewise = (a: string, b: string): number => (a < b ? -1 : 1);

const textOf = ({ text }: SourceFile, { start, end }: Node): string => text.slice(start, end);

/** Where the nodes are that a rule forbids. */
const places = (among: readonly SourceFile[], isWrong: (node: Node, file: SourceFile) => boolean) =>
  among.flatMap((file) =>
    [...nodesOf(file.program)]
      .filter((node) => isWrong(node, file))
      .map((node) => `${placeOf(file, node)} ${textOf(file, node).slice(0, 60)}`),
  );

describe('types', () => {
  it('are never asserted, and never any', () => {
    const isWrong = (node: Node, file: SourceFile): boolean =>
      ['TSAnyKeyword', 'TSTypeAssertion', 'TSNonNullExpression'].includes(node.type) ||
      (node.type === 'TSAsExpression' &&
        textOf(file, node['typeAnnotation'] as Node).trim() !== 'const');
    expect(places(program, isWrong)).toEqual([]);
  });

  it('and rules are never silenced', () => {
    const silenced = /^\s*(biome-ignore|@ts-(ignore|nocheck|expect-error)|eslint-disable)/;
    const found = program.flatMap((file) =>
      file.comments.filter(({ value }) => silenced.test(value)).map((at) => placeOf(file, at)),
    );
    expect(found).toEqual([]);
  });
});

describe('zod', () => {
  // What we are measured against is written as such programs usually are.
  const ours = files.filter(({ path }) => !path.startsWith('bench/typical/'));

  it('is imported whole, so that what is unused can be left out of a bundle', () => {
    const found = ours.flatMap((file) =>
      file.program.body
        .filter((node) => node.type === 'ImportDeclaration')
        .filter(({ source }) => source.value === 'zod')
        .filter(({ specifiers }) =>
          specifiers.some(({ type }) => type !== 'ImportNamespaceSpecifier'),
        )
        .map((node) => placeOf(file, node)),
    );
    expect(found).toEqual([]);
  });

  it('coerces nothing', () => {
    const isCoerce = (node: Node, file: SourceFile) =>
      node.type === 'MemberExpression' && textOf(file, node) === 'z.coerce';
    expect(places(ours, isCoerce)).toEqual([]);
  });
});

describe('the domain', () => {
  it('knows no clock, no chance and no world', () => {
    const worldly =
      /^(process|console|fetch|crypto|performance|setTimeout|setInterval|globalThis)$/;
    const isWrong = (node: Node, file: SourceFile): boolean =>
      (node.type === 'MemberExpression' && /^(Date\.now|Math\.random)$/.test(textOf(file, node))) ||
      (node.type === 'NewExpression' && /^new Date(\(\))?$/.test(textOf(file, node))) ||
      (node.type === 'CallExpression' && /^Date\(/.test(textOf(file, node))) ||
      (node.type === 'Identifier' && worldly.test(String(node['name'])));
    expect(places(domain, isWrong)).toEqual([]);
  });

  it('waits for nothing', () => {
    expect(places(domain, ({ async }) => async === true)).toEqual([]);
  });

  it('reads and writes points without floating point', () => {
    const isFloat = ({ type, name }: Node): boolean =>
      type === 'Identifier' &&
      /^(toFixed|toPrecision|toExponential|toLocaleString|parseFloat)$/.test(String(name));
    expect(places(domain, isFloat)).toEqual([]);
  });
});

/** Longer than 200 lines, and why. */
const long: { readonly [path: string]: string } = {
  'lib/contract/problems.ts': 'one table: a row for each code',
  'lib/store/keys.ts':
    'the charts and every key of both tables: one place to look before a new one',
};

/** Named as nothing should be, and why. */
const vague: { readonly [path: string]: string } = {
  'lib/http/services.ts': 'it declares what is called Services in every handler',
  'lib/infra/font-modules.d.ts':
    'TypeScript takes such a declaration from a file of this ending only',
};

describe('files', () => {
  it('have at most 200 lines', () => {
    const found = program.filter(({ text }) => text.split('\n').length - 1 > 200);
    expect(found.map(({ path }) => path)).toEqual(Object.keys(long).toSorted(bytewise));
  });

  it('are named for what they hold, in kebab-case', () => {
    const good = /^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*(\.(test|config))?\.tsx?$/;
    const bad = /(^|\/)(utils?|helpers?|common|misc|services?)(\/|\.)/;
    const found = files
      .map(({ path }) => path)
      .filter((path) => !good.test(path) || bad.test(path));
    expect(found).toEqual(Object.keys(vague));
  });

  it('export by name what is their own', () => {
    const isForeign = ({ type, source }: Node): boolean =>
      type === 'ExportAllDeclaration' ||
      (type === 'ExportNamedDeclaration' && typeof source === 'object' && source !== null);
    expect(places(files, isForeign)).toEqual([]);
    const tools = (path: string) => path.endsWith('.config.ts');
    const isDefault = ({ type }: Node) => type === 'ExportDefaultDeclaration';
    const ours = files.filter(({ path }) => !tools(path));
    expect(places(ours, isDefault)).toEqual([]);
  });

  it('say what each exported function and class is for', () => {
    const found = program
      .filter(({ path }) => /^(lib|functions)\//.test(path))
      .flatMap((file) =>
        file.program.body
          .filter((node) => node.type === 'ExportNamedDeclaration')
          .filter(({ declaration }) => isBehaviour(declaration))
          .filter(({ start }) => !isDocumented(file, start))
          .map((node) => `${placeOf(file, node)} ${textOf(file, { ...node }).split('\n')[0]}`),
      );
    expect(found).toEqual([]);
  });
});

function isBehaviour(declaration: unknown): boolean {
  const [node] = nodesOf(declaration);
  if (node?.type === 'FunctionDeclaration' || node?.type === 'ClassDeclaration') return true;
  return (
    node?.type === 'VariableDeclaration' &&
    (node['declarations'] as { init?: Node }[]).some(
      ({ init }) => init?.type === 'ArrowFunctionExpression',
    )
  );
}

function isDocumented({ text, comments }: SourceFile, start: number): boolean {
  const end = text.slice(0, start).trimEnd().length;
  return comments.some((comment) => comment.end === end && comment.value.startsWith('*'));
}
