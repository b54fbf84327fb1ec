import { createHash } from 'node:crypto';
import type { Actors } from './stage.ts';

/** Somebody fetches what a link leads to and compares it with what was promised; its bytes. */
export async function fetchFile(
  { tell }: Actors,
  who: string,
  file: { readonly url: string; readonly sha256: string; readonly name: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(file.url);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isSame = createHash('sha256').update(bytes).digest('hex') === file.sha256;
  tell({
    who,
    what: `fetches the ${file.name}`,
    answer: `${response.status}, ${isSame ? 'the file that was promised' : 'another file'}`,
  });
  return bytes;
}
