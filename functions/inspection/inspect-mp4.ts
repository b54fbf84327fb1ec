import { type ByteReader, openByteReader } from './byte-reader.ts';
import { watchBytes } from './byte-watch.ts';
import { foreignArchives, testVirus } from './foreign-bytes.ts';
import { watchForeignStart } from './foreign-start.ts';
import type { InspectionLimits } from './inspection-limits.ts';
import { type Box, type BoxReader, readBoxes } from './mp4-boxes.ts';
import { type MovieWatch, watchMovie } from './mp4-movie.ts';
import { Rejected } from './rejected.ts';
import { watchArchiveTail } from './zip-tail.ts';

/** Boxes that are made of boxes; what others hold is passed over. */
const CONTAINERS = new Set(
  'moov trak edts mdia minf dinf stbl mvex moof traf rmra rmda'.split(' '),
);
const FULL_BOX_HEADER = 4;
/** A type and its version, then as many compatible ones as fit: honest files name six. */
const LONGEST_FILE_TYPE = 1024;
const SHORTEST_FILE_TYPE = 16;
/** Where a video keeps its data: in itself. One entry takes 12 bytes. */
const LONGEST_REFERENCES = 4096;

interface Parts {
  readonly reader: ByteReader;
  readonly boxes: BoxReader;
  readonly movie: MovieWatch;
}

/**
 * An MP4 from its first box to its last, while it passes: whole boxes only, a movie with a picture, all of its data inside.
 * Memory does not grow with the file. @throws Rejected; what the source throws
 */
export async function inspectMp4(
  source: AsyncIterable<Uint8Array>,
  size: number,
  limits: InspectionLimits,
): Promise<void> {
  const reader = openByteReader(watched(source));
  const parts = { reader, boxes: readBoxes(reader, limits), movie: watchMovie() };
  const file: Box = { type: '', end: size };
  try {
    await readFileType(parts, file);
    await walk(parts, file, 0);
    parts.movie.finish();
    await reader.drain();
  } finally {
    await reader.close();
  }
}

/** What is looked for in every byte, whatever box it is in. */
async function* watched(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const seeBytes = watchBytes([...testVirus, ...foreignArchives]);
  const seeStart = watchForeignStart();
  const tail = watchArchiveTail();
  for await (const chunk of source) {
    const piece = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    seeBytes(piece);
    seeStart(piece);
    tail.see(piece);
    yield piece;
  }
  tail.finish();
}

async function readFileType({ reader, movie }: Parts, file: Box): Promise<void> {
  const none = new Rejected('signature-mismatch', 'no MP4 signature');
  if (file.end < SHORTEST_FILE_TYPE) throw none;
  const header = await reader.take(8);
  const size = header.readUInt32BE(0);
  const fits = size >= SHORTEST_FILE_TYPE && size <= Math.min(LONGEST_FILE_TYPE, file.end);
  if (header.toString('latin1', 4) !== 'ftyp' || !fits) throw none;
  movie.fileType((await reader.take(size - 8)).toString('latin1'));
}

async function walk(parts: Parts, parent: Box, depth: number): Promise<void> {
  const { reader, boxes, movie } = parts;
  while (reader.at() < parent.end) {
    const box = await boxes.next(parent.end, depth);
    movie.see(box.type, parent.type);
    if (CONTAINERS.has(box.type)) await walk(parts, box, depth + 1);
    else if (box.type === 'hdlr' && parent.type === 'mdia') await readHandler(parts, box);
    else if (box.type === 'dref') await readReferences(parts, box, depth + 1);
    await reader.skip(box.end - reader.at());
  }
}

async function readHandler({ reader, movie }: Parts, box: Box): Promise<void> {
  if (box.end - reader.at() < 12) throw new Rejected('structure', 'a broken handler');
  movie.handler((await reader.take(12)).toString('latin1', 8));
}

/** Data elsewhere would be fetched when the video is opened. */
async function readReferences({ reader, boxes }: Parts, box: Box, depth: number): Promise<void> {
  const length = box.end - reader.at();
  if (length < 8 || length > LONGEST_REFERENCES) throw new Rejected('structure', 'broken sources');
  await reader.skip(8);
  while (reader.at() < box.end) {
    const entry = await boxes.next(box.end, depth);
    if (entry.end - reader.at() < FULL_BOX_HEADER) throw new Rejected('structure', 'broken source');
    const flags = (await reader.take(FULL_BOX_HEADER)).readUIntBE(1, 3);
    if ((flags & 1) === 0) throw new Rejected('active-content', 'data outside of the file');
    await reader.skip(entry.end - reader.at());
  }
}
