import { type Canvas, page } from './canvas.ts';
import type { Paragraph } from './certificate-lines.ts';

const width = page.width - 150;
/** A long name shrinks so far alone before it takes another line; then everything shrinks until it fits. */
const ownScales = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6];
/** At three tenths even fifty of the longest names fit. */
const commonScales = Array.from({ length: 29 }, (_, step) => 1 - step * 0.025);

interface Laid {
  readonly paragraph: Paragraph;
  readonly size: number;
  readonly lines: readonly string[];
  /** Of a line, in points. */
  readonly height: number;
  readonly above: number;
}

/** The paragraphs, centred, one below another, in the middle of the room: as large as they all fit. */
export function layParagraphs(
  canvas: Canvas,
  paragraphs: readonly Paragraph[],
  room: { readonly top: number; readonly bottom: number },
): void {
  const most = room.bottom - room.top;
  let laid: readonly Laid[] = [];
  let height = most;
  for (const scale of commonScales) {
    laid = paragraphs.map((paragraph) => lay(canvas, paragraph, scale));
    height = laid.reduce((sum, one) => sum + heightOf(one), 0);
    if (height <= most) break;
  }
  let y = room.top + Math.max(0, (most - height) / 2);
  for (const one of laid) {
    drawAt(canvas, one, y + one.above);
    y += heightOf(one);
  }
}

const heightOf = ({ above, lines, height }: Laid): number => above + lines.length * height;

function lay(canvas: Canvas, paragraph: Paragraph, scale: number): Laid {
  const { text, font, mostLines } = paragraph;
  let size = paragraph.size * scale;
  let lines: readonly string[] = [];
  for (const own of ownScales) {
    size = paragraph.size * scale * own;
    lines = canvas.linesOf(text, { font, size, width });
    if (lines.length <= mostLines) break;
  }
  const height = canvas.heightOf(font, size);
  return { paragraph, size, lines, height, above: paragraph.above * scale };
}

function drawAt(canvas: Canvas, { paragraph, size, lines, height }: Laid, top: number): void {
  const { font, colour } = paragraph;
  for (const [index, line] of lines.entries()) {
    const place = { x: page.width / 2, y: top + index * height, width, font, size };
    canvas.centred(line, colour === undefined ? place : { ...place, colour });
  }
}
