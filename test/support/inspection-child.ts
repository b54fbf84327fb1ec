import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { inspectObject } from '../../functions/inspection/inspect-object.ts';
import { largeBox, minimalMp4 } from './fixtures/mp4.ts';

// How much memory inspection takes, in a process of its own: of the files of a folder, or without one of a video of 256
// MB. Prints what was said, and by how many megabytes the process grew at most.

const MIB = 1024 * 1024;
const VIDEO_MIB = 256;
const FileList = z.array(
  z.strictObject({ file: z.string(), sha256: z.string(), size: z.int(), contentType: z.string() }),
);
const most = (): number => process.resourceUsage().maxRSS / 1024;

async function* video(): AsyncGenerator<Uint8Array> {
  const size = BigInt(VIDEO_MIB * MIB);
  yield minimalMp4({ data: largeBox('mdat', Buffer.alloc(0), size + 16n) });
  for (let at = 0; at < VIDEO_MIB * 16; at += 1) yield Buffer.alloc(MIB / 16, 7);
}

async function inspectVideo(): Promise<string> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const piece of video()) {
    hash.update(piece);
    size += piece.length;
  }
  const expected = { size, sha256: hash.digest('hex'), contentType: 'video/mp4' };
  return saidOf(await inspectObject(video(), expected));
}

/** Files of a folder, each with the type it is said to have. */
async function inspectFolder(folder: string): Promise<string[]> {
  const said: string[] = [];
  const files = FileList.parse(JSON.parse(await readFile(join(folder, 'list.json'), 'utf8')));
  for (const { file, ...expected } of files) {
    const source = createReadStream(join(folder, file));
    said.push(saidOf(await inspectObject(source, expected)));
  }
  return said;
}

const saidOf = (verdict: Awaited<ReturnType<typeof inspectObject>>): string =>
  verdict.verdict === 'clean' ? 'clean' : verdict.reason;

const [, , folder] = process.argv;
const before = most();
const verdicts = folder === undefined ? [await inspectVideo()] : await inspectFolder(folder);
process.stdout.write(JSON.stringify({ verdicts, grownMegabytes: most() - before }));
