import type { SourceFile } from './source-files.ts';

/** Every import cycle among the files, types included, as the path that closes it. */
export function cyclesOf(files: readonly SourceFile[]): string[] {
  const targets = new Map(
    files.map(({ path, imports }) => [path, imports.map(({ target }) => target)]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (path: string, above: readonly string[]): void => {
    const at = above.indexOf(path);
    if (at !== -1) cycles.push([...above.slice(at), path].join(' -> '));
    if (at !== -1 || done.has(path)) return;
    for (const target of targets.get(path) ?? []) walk(target, [...above, path]);
    done.add(path);
  };
  for (const { path } of files) walk(path, []);
  return cycles;
}
