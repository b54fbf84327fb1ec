import { functions } from './functions.ts';
import { type Host, startHost } from './host.ts';
import type { HostOptions } from './host-options.ts';

/** The whole system, running on this machine. */
export type System = Host;

/** Starts the whole system on this machine. @throws FolderInUse, PortInUse */
export async function startSystem(options: HostOptions): Promise<System> {
  return await startHost(options, functions);
}
