import { availableParallelism } from 'node:os';

/** Starts a server on the first processor where there is a second one for the load. */
export function pinned(command: string, args: readonly string[]): [string, string[]] {
  const canPin = process.platform === 'linux' && availableParallelism() > 1;
  return canPin ? ['taskset', ['-c', '0', command, ...args]] : [command, [...args]];
}
