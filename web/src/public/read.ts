import type * as z from 'zod';
import type { Route } from '../../../lib/contract/route.ts';

/** The server said no: `code` is the problem's. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/**
 * Reads what everybody may, typed by its route. The route's schemas stay behind: with them the first page of a phone on 3G
 * would be twice as large. @throws Refusal where the server said no, TypeError without a connection
 */
export async function read<R extends Route>(
  path: `/api/${string}`,
  signal: AbortSignal,
): Promise<z.output<R['reply']>> {
  const response = await fetch(path, { signal, headers: { accept: 'application/json' } });
  if (!response.ok) throw new Refusal(await codeOf(response));
  return await response.json();
}

async function codeOf(response: Response): Promise<string> {
  try {
    const { code } = await response.json();
    return typeof code === 'string' ? code : 'unavailable';
  } catch {
    // A proxy's own page.
    return 'unavailable';
  }
}
