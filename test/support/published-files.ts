import { text } from 'node:stream/consumers';
import type { World } from './world.ts';

/** A public file as it is stored now. */
export interface PublishedFile {
  readonly key: string;
  readonly contentType: string;
  readonly text: string;
}

/** Every public file of a world, by key. */
export async function publishedFiles({ results }: World): Promise<readonly PublishedFile[]> {
  const files: PublishedFile[] = [];
  for (const key of await results.list('')) {
    const about = await results.head(key);
    if (!about) throw new Error(`listed and not there: ${key}`);
    const bytes = await results.read(key, about.versionId);
    files.push({ key, contentType: about.contentType, text: await text(bytes) });
  }
  return files;
}
