import { UsageError } from './usage-error.ts';

/** Where clamd listens: a port, or a socket in the file system. */
export type ClamdAddress =
  | { readonly host: string; readonly port: number }
  | { readonly path: string };

/** Reads `127.0.0.1:3310` or `/run/clamav/clamd.ctl`. @throws UsageError in one line */
export function clamdAddress(text: string): ClamdAddress {
  if (text.startsWith('/')) return { path: text };
  const url = URL.parse(`tcp://${text}`);
  const isPlain = url !== null && url.href === `tcp://${url.host}` && url.port !== '';
  if (!isPlain) throw new UsageError(`--clamd ${text}: neither host:port nor a path`);
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) };
}

/** The address as it is typed. */
export function clamdText(address: ClamdAddress): string {
  if ('path' in address) return address.path;
  const { host, port } = address;
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
