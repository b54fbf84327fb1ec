import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openapi } from '../../lib/contract/openapi.ts';
import { problemCodes } from '../../lib/contract/problem-codes.ts';
import { isPublic, isWrite, type Route } from '../../lib/contract/route.ts';
import { routes } from '../../lib/contract/routes.ts';
import { problemsOf } from '../../lib/contract/shared-problems.ts';
import manifest from '../../package.json' with { type: 'json' };

interface Operation {
  readonly operationId: string;
  readonly tags: string[];
  readonly security?: unknown[];
  readonly parameters: { readonly $ref?: string; readonly name?: string; readonly in?: string }[];
  readonly requestBody?: { readonly content: { readonly [type: string]: { schema: Node } } };
  readonly responses: { readonly [status: string]: Node };
}

interface Node {
  readonly $ref?: string;
  readonly [keyword: string]: unknown;
}

interface Document {
  readonly info: { readonly version: string };
  readonly servers: { readonly url: string }[];
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } };
  readonly components: {
    readonly schemas: { readonly [name: string]: Node };
    readonly responses: { readonly [name: string]: Node };
  };
}

const document = JSON.parse(JSON.stringify(openapi())) as Document;
const all: Route[] = Object.values<Route>(routes);
const operationOf = ({ path, method }: Route): Operation =>
  document.paths[path]![method.toLowerCase()]!;

/** Every object in the document. */
function nodes(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(nodes);
  return Array.isArray(value) ? inside : [value as Node, ...inside];
}

function codesOf(operation: Operation): string[] {
  return Object.values(operation.responses).flatMap(({ $ref }) => {
    const name = $ref?.split('/').at(-1);
    if (name === undefined) return [];
    return nodes(document.components.responses[name]).flatMap(({ code }) =>
      typeof code === 'object' && code !== null && 'enum' in code ? (code.enum as string[]) : [],
    );
  });
}

const sorted = (texts: readonly string[]): string[] => texts.toSorted((a, b) => (a < b ? -1 : 1));

describe('the document', () => {
  it('passes the linter of the published rules', { timeout: 60_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'openapi-'));
    const file = join(folder, 'openapi.json');
    writeFileSync(file, JSON.stringify(document));
    const args = ['node_modules/@redocly/cli/bin/cli.js', 'lint', file, '--format=json'];
    const env = {
      ...process.env,
      REDOCLY_TELEMETRY: 'off',
      REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
    };
    const out = execFileSync(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    rmSync(folder, { recursive: true });
    expect(JSON.parse(out.toString()).totals).toEqual({ errors: 0, warnings: 0, ignored: 0 });
  });

  it('has the operations of the route table and no others', () => {
    const found = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId, tags }]) =>
        [operationId, method.toUpperCase(), path, ...tags].join(' '),
      ),
    );
    const wanted = all.map(({ operation, method, path, capability }) =>
      [operation, method, path, capability].join(' '),
    );
    expect(sorted(found)).toEqual(sorted(wanted));
  });

  it('names every problem there is', () => {
    const found = new Set(all.flatMap((route) => codesOf(operationOf(route))));
    expect(sorted([...found])).toEqual(sorted(problemCodes));
  });

  it('refers only to what it holds, and holds nothing of other dialects', () => {
    const refs = nodes(document).flatMap(({ $ref }) => (typeof $ref === 'string' ? [$ref] : []));
    const dangling = refs.filter((ref) => {
      const [root, ...path] = ref.split('/');
      const target = path.reduce<unknown>((at, part) => (at as Node | undefined)?.[part], document);
      return root !== '#' || target === undefined;
    });
    expect(dangling).toEqual([]);
    const foreign = ['$schema', '$id', '$defs', 'id'];
    const keywords = nodes(document.components.schemas).flatMap((node) =>
      foreign.filter((keyword) => typeof node[keyword] === 'string'),
    );
    expect(keywords).toEqual([]);
  });

  it('tells what each named schema is', () => {
    const silent = Object.entries(document.components.schemas)
      .filter(([, { description }]) => typeof description !== 'string')
      .map(([name]) => name);
    expect(silent).toEqual([]);
  });

  it('has the version of the package', () => {
    expect(document.info.version).toBe(manifest.version);
  });

  it('speaks of the server it is told', () => {
    expect(openapi({ server: 'https://contest.example.vn' })).toEqual({
      ...openapi(),
      servers: [{ url: 'https://contest.example.vn' }],
    });
  });

  it('is the same text each time', () => {
    expect(JSON.stringify(openapi())).toBe(JSON.stringify(document));
  });
});

describe.each(all.map((route): [string, Route] => [route.operation, route]))('%s', (_, route) => {
  const operation = operationOf(route);

  it('gives its problems and the shared ones', () => {
    expect(sorted(codesOf(operation))).toEqual(sorted(problemsOf(route)));
  });

  it('asks for the headers it needs, and for a token unless it is public', () => {
    const headers = operation.parameters.flatMap(({ $ref }) => $ref?.split('/').at(-1) ?? []);
    expect(headers).toEqual([
      ...(isWrite(route) ? ['IdempotencyKey'] : []),
      ...(route.ifMatch === true ? ['IfMatch'] : []),
    ]);
    expect(operation.security).toEqual(isPublic(route) ? [] : undefined);
  });

  it('has a parameter for each place of its path', () => {
    const named = operation.parameters.filter((parameter) => parameter.in === 'path');
    const places = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
    expect(sorted(named.map(({ name }) => name!))).toEqual(sorted(places));
  });

  it('takes no field in its body that is not described', () => {
    const schema = operation.requestBody?.content['application/json']?.schema;
    if (schema === undefined) return;
    const name = schema.$ref!.split('/').at(-1)!;
    const objects = nodes(document.components.schemas[name]).filter(
      ({ type }) => type === 'object',
    );
    expect(objects.filter((node) => node['additionalProperties'] === undefined)).toEqual([]);
  });
});
