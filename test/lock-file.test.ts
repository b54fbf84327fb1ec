import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Package {
  readonly version?: string;
  readonly optionalDependencies?: { readonly [name: string]: string };
}

/** Read as text: as a module its shape would be a type of thousands of members. */
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: { readonly [path: string]: Package };
};

/** The versions that a package's folder, or one around it, has of another. */
function found(path: string, name: string): string | undefined {
  const around = path.split(/(?=\/?node_modules\/)/).map((_, at, parts) => parts.slice(0, at + 1));
  const folders = ['', ...around.map((parts) => `${parts.join('')}/`)];
  return folders
    .map((folder) => lock.packages[`${folder}node_modules/${name}`]?.version)
    .findLast((version) => version !== undefined);
}

// npm leaves out the builds of a platform that the registry at hand does not have, and then `npm ci` refuses the file.
it('locks the builds of every platform', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {})
      .filter((name) => found(path, name) === undefined)
      .map((name) => `${path} -> ${name}`),
  );
  expect(missing).toEqual([]);
});
