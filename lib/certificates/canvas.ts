import type { FontName, Fonts } from './fonts.ts';
import { balancedLines } from './text-lines.ts';

/** A4, landscape, in points. */
export const page = { width: 841.89, height: 595.28 };

const colours = { ink: '#1c2430', accent: '#8a1c1c', gold: '#b8892e', quiet: '#4a5568' } as const;

type Colour = keyof typeof colours;

/** A line of text; `y` is its upper edge. It gets smaller where it is wider than `width`. */
export interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly font: FontName;
  readonly size: number;
  readonly colour?: Colour;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a certificate is drawn with. */
export type Canvas = ReturnType<typeof canvasOn>;

/** The strokes of a certificate on a document of pdfkit's. */
export function canvasOn(document: PDFKit.PDFDocument, fonts: Fonts) {
  for (const [name, bytes] of Object.entries(fonts)) document.registerFont(name, bytes);
  const widths = new Map<string, number>();
  /** At a size of 1 point, remembered: what takes longest is to shape a word. */
  const widthOf = (font: FontName, text: string): number => {
    const name = `${font} ${text}`;
    const width = widths.get(name) ?? document.font(font).fontSize(1000).widthOfString(text) / 1000;
    widths.set(name, width);
    return width;
  };
  const line = (text: string, place: TextPlace, share: number) => {
    const unit = widthOf(place.font, text);
    const size = Math.min(place.size, place.width / Math.max(unit, 0.001));
    const wide = unit * size;
    document
      .font(place.font)
      .fontSize(size)
      .fillColor(colours[place.colour ?? 'ink'])
      .text(text, place.x - wide * share, place.y + (place.size - size) / 2, { lineBreak: false });
  };
  return {
    /** Around `x`. */
    centred: (text: string, place: TextPlace) => line(text, place, 0.5),
    left: (text: string, place: TextPlace) => line(text, place, 0),
    linesOf: (
      text: string,
      {
        font,
        size,
        width,
      }: { readonly font: FontName; readonly size: number; readonly width: number },
    ) => balancedLines(text, width / size, (word) => widthOf(font, word)),
    heightOf: (font: FontName, size: number) =>
      document.font(font).fontSize(size).currentLineHeight(true),
    rule: ({ x, y, width, weight }: Omit<Box, 'height'> & { readonly weight: number }) =>
      document
        .lineWidth(weight)
        .moveTo(x - width / 2, y)
        .lineTo(x + width / 2, y)
        .stroke(colours.ink),
    frame: (of: { readonly inset: number; readonly weight: number; readonly colour: Colour }) =>
      document
        .lineWidth(of.weight)
        .rect(of.inset, of.inset, page.width - 2 * of.inset, page.height - 2 * of.inset)
        .stroke(colours[of.colour]),
    diamond: ({
      x,
      y,
      radius,
    }: {
      readonly x: number;
      readonly y: number;
      readonly radius: number;
    }) =>
      document
        .lineWidth(1)
        .polygon([x, y - radius], [x + radius, y], [x, y + radius], [x - radius, y])
        .fillAndStroke('#ffffff', colours.gold)
        .polygon([x, y - 3], [x + 3, y], [x, y + 3], [x - 3, y])
        .fill(colours.accent),
    /** All at once, in black: nothing of them may come out in two shades. */
    fill: (boxes: readonly Box[]) => {
      for (const { x, y, width, height } of boxes) document.rect(x, y, width, height);
      document.fill('#000000');
    },
    link: ({ x, y, width, height, address }: Box & { readonly address: string }) =>
      document.link(x, y, width, height, address),
  };
}
