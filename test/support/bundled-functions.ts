import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions, entryOf } from '../../lib/infra/bundling.ts';
import type { EnvironmentName } from '../../lib/platform/aws/environment.ts';
import { environments } from '../infra/environments.ts';
import { type LambdaProcess, startLambda } from './lambda-process.ts';

/** Every function by its folder's name, bundled as for AWS and running in a process of its own. */
export interface BundledFunctions extends AsyncDisposable {
  readonly names: readonly string[];
  get(name: string): LambdaProcess;
}

/**
 * Bundles and starts all there are. Each gets the variables its template has, by their values here, and those of
 * `runtime`, which stand for Lambda's own.
 */
export async function startBundledFunctions(
  values: { readonly [name in EnvironmentName]: string },
  runtime: { readonly [name: string]: string },
): Promise<BundledFunctions> {
  await using starting = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'bundled-'));
  starting.defer(async () => await rm(folder, { recursive: true }));
  const names = await readdir(join(entryOf('any'), '..', '..'));
  const started = await Promise.all(
    names.map(async (name) => {
      const file = join(folder, name, 'index.js');
      await build({ ...bundleOptions(entryOf(name)), outfile: file });
      const own = Object.fromEntries(variablesOf(name).map((each) => [each, values[each]]));
      const process = await startLambda(file, { ...runtime, ...own });
      starting.defer(process.stop);
      return [name, process] as const;
    }),
  );
  const running = new Map(started);
  const opened = starting.move();
  return {
    names,
    get(name) {
      const process = running.get(name);
      if (process === undefined) throw new Error(`there is no function ${name}`);
      return process;
    },
    [Symbol.asyncDispose]: async () => await opened.disposeAsync(),
  };
}

/** The template's ids are the folders' names in CamelCase. */
function variablesOf(name: string): readonly EnvironmentName[] {
  const id = name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  const variables = environments[id];
  if (variables === undefined) throw new Error(`the template has no ${id}`);
  return variables;
}
