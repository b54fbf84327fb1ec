import { describe, expect, it } from 'vitest';
import { cyclesOf } from './support/cycles-of.ts';
import { type SourceFile, sourceFiles } from './support/source-files.ts';

const files = sourceFiles();

/**
 * The layers, from the inside out. A file belongs to the first that matches; `may` says what it imports beside its own
 * layer, types included. What is not said here is forbidden.
 */
const layers: { name: string; holds: RegExp; may: RegExp[] }[] = [
  { name: 'contest', holds: /^lib\/contest\//, may: [] },
  { name: 'contract', holds: /^lib\/contract\//, may: [/^lib\/contest\//] },
  { name: 'sheets', holds: /^lib\/sheets\//, may: [/^lib\/contest\//] },
  { name: 'papers', holds: /^lib\/papers\//, may: [/^lib\/contest\//] },
  {
    name: 'certificates',
    holds: /^lib\/certificates\//,
    may: [/^lib\/contest\//, /^lib\/papers\/written-forms\.ts$/],
  },
  { name: 'a port', holds: /^lib\/platform\/[^/]+$/, may: [] },
  { name: 'store', holds: /^lib\/store\//, may: [/^lib\/contest\//, /^lib\/platform\/[^/]+$/] },
  {
    name: 'what several functions derive from what is stored',
    holds: /^lib\/derived\//,
    may: [/^lib\/(contest|store)\//, /^lib\/platform\/[^/]+$/],
  },
  {
    name: 'http',
    holds: /^lib\/http\//,
    may: [/^lib\/(contest|contract|store)\//, /^lib\/platform\/[^/]+$/],
  },
  {
    name: "where AWS's side is joined to a function",
    holds: /^functions\/[^/]+\/lambda\.ts$/,
    may: [/^functions\//, /^lib\/platform\/aws\/(join|join-events|open-\w+)\.ts$/],
  },
  {
    name: 'a function',
    holds: /^functions\//,
    may: [
      /^lib\/(contest|contract|sheets|papers|certificates|store|derived|http)\//,
      /^lib\/platform\/[^/]+$/,
    ],
  },
  {
    name: 'what joins AWS to the functions',
    holds: /^lib\/platform\/aws\/(join(-events)?|lazy-services)\.ts$/,
    may: [/^lib\/platform\/aws\//, /^lib\/http\//, /^lib\/platform\/[^/]+$/],
  },
  { name: 'the AWS side', holds: /^lib\/platform\/aws\//, may: [/^lib\/platform\/[^/]+$/] },
  {
    name: 'what joins the host to the functions',
    holds: /^lib\/platform\/host\/functions\.ts$/,
    may: [
      /^functions\/([^/]+\/index|schedule\/ask-for-[a-z-]+|(secretariat|judging)\/keep-[a-z]+)\.ts$/,
      /^lib\/contract\/openapi\.ts$/,
      /^lib\/platform\/host\//,
    ],
  },
  {
    name: 'where the host is told to use a DynamoDB or S3 server',
    holds: /^lib\/platform\/host\/open-storage\.ts$/,
    may: [/^lib\/platform\/aws\/endpoint-\w+\.ts$/, /^lib\/platform\/(host\/)?[^/]+$/],
  },
  {
    name: 'the host',
    holds: /^lib\/platform\/host\//,
    may: [/^lib\/(contest|contract|store|http|platform\/host)\//, /^lib\/platform\/[^/]+$/],
  },
  {
    name: 'infra',
    holds: /^lib\/infra\//,
    may: [/^lib\/contract\//, /^lib\/platform\/aws\/(table-shape|environment)\.ts$/],
  },
  { name: 'the CDK app', holds: /^bin\/contest\.ts$/, may: [/^lib\/(infra|contract)\//] },
  {
    name: 'what a person starts',
    holds: /^bin\//,
    may: [/^lib\/(contract|store|platform\/host)\//, /^examples\//],
  },
  { name: 'the pages', holds: /^web\//, may: [/^lib\/(contract|contest)\//] },
  {
    name: 'an example',
    holds: /^examples\//,
    may: [/^lib\/(contract|contest)\//, /^lib\/platform\/host\/sample-pdf\.ts$/],
  },
  { name: 'a test or a benchmark', holds: /^(test|bench)\/|^\w+\.config\.ts$/, may: [/./] },
];

const layerOf = (path: string) => layers.find(({ holds }) => holds.test(path));

function strayImports({ path, imports }: SourceFile): string[] {
  const layer = layerOf(path);
  if (layer === undefined) return [`${path} belongs to no layer`];
  return imports
    .filter(({ isFile, target }) => isFile && layerOf(target) !== layer)
    .filter(({ target }) => !layer.may.some((allowed) => allowed.test(target)))
    .map(({ target }) => `${layer.name}: ${path} imports ${target}`);
}

/** Who imports packages of a name, as `path -> package`. */
const importersOf = (name: RegExp, where: (path: string) => boolean): string[] =>
  files
    .filter(({ path }) => where(path))
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ isFile, target }) => !isFile && name.test(target))
        .map(({ target }) => `${path} -> ${target}`),
    );

describe('imports', () => {
  it('go from the outside in', () => {
    expect(files.flatMap(strayImports)).toEqual([]);
  });

  it('make no cycle', () => {
    expect(cyclesOf(files.filter(({ path }) => !path.startsWith('test/')))).toEqual([]);
  });

  it('of one function never reach into another, but where AWS has one do the work of three', () => {
    const functionOf = (path: string) => /^functions\/[^/]+\//.exec(path)?.[0];
    const strays = files
      .filter(({ path }) => functionOf(path) !== undefined)
      .flatMap(({ path, imports }) =>
        imports
          .map(({ target }) => target)
          .filter((target) => (functionOf(target) ?? functionOf(path)) !== functionOf(path))
          .map((target) => `${path} -> ${target}`),
      );
    expect(strays).toEqual([
      'functions/notification/lambda.ts -> functions/judging/keep-progress.ts',
      'functions/notification/lambda.ts -> functions/schedule/ask-for-freeze.ts',
      'functions/notification/lambda.ts -> functions/schedule/ask-for-judge-reminders.ts',
      'functions/notification/lambda.ts -> functions/schedule/ask-for-publication.ts',
      'functions/notification/lambda.ts -> functions/schedule/ask-for-reminders.ts',
      'functions/notification/lambda.ts -> functions/secretariat/keep-list.ts',
    ]);
  });
});

describe('routes', () => {
  it('of other functions never come with one: its bundle and its start pay for each schema', () => {
    const whole = 'lib/contract/routes.ts';
    const importers = files
      .filter(({ path }) => path.startsWith('functions/'))
      .filter(({ imports }) => imports.some(({ target }) => target === whole))
      .map(({ path }) => path);
    expect(importers).toEqual([]);
  });
});

describe('packages', () => {
  it('none in the domain, not even of Node', () => {
    expect(importersOf(/./, (path) => path.startsWith('lib/contest/'))).toEqual([]);
  });

  it('zod alone in the contract, so that pages can use it', () => {
    expect(importersOf(/^(?!zod$)/, (path) => path.startsWith('lib/contract/'))).toEqual([]);
  });

  it('none but those of Node and zod in ports, store and shell, save for three', () => {
    const inside = (path: string) => /^lib\/(platform\/[^/]+$|store\/|http\/)/.test(path);
    const found = importersOf(/^(?!zod$|node:)/, inside).map((line) => line.split(' -> ')[1]);
    const known = ['@middy/core', 'canonicalize', '@aws-lambda-powertools/logger'];
    expect(found.filter((name) => !known.includes(name ?? ''))).toEqual([]);
  });

  it('in sheets what packs them, and no other', () => {
    const found = importersOf(/./, (path) => path.startsWith('lib/sheets/'));
    expect(found).toEqual([
      'lib/sheets/pack-parts.ts -> node:timers/promises',
      'lib/sheets/pack-parts.ts -> fflate',
    ]);
  });

  it('in papers what writes and packs them, and no other', () => {
    const found = importersOf(/./, (path) => path.startsWith('lib/papers/'));
    expect(found).toEqual([
      'lib/papers/pack-document.ts -> docx',
      'lib/papers/pack-document.ts -> fflate',
      'lib/papers/render-paper.ts -> docx',
    ]);
  });

  it('the CDK in infra alone', () => {
    const may = (path: string) => /^(lib\/infra\/|bin\/contest\.ts$|test\/|bench\/)/.test(path);
    const cdk = /^(aws-cdk-lib|constructs|cdk-nag)(\/|$)/;
    expect(importersOf(cdk, (path) => !may(path))).toEqual([]);
  });

  it("the AWS SDK in AWS's side alone", () => {
    const may = (path: string) => /^(lib\/platform\/aws\/|test\/|bench\/)/.test(path);
    expect(importersOf(/^@(aws-sdk|smithy)\//, (path) => !may(path))).toEqual([]);
  });
});
