import { readFile } from 'node:fs/promises';
import { fontFiles } from '#font-files';

export type FontName = keyof typeof fontFiles;

export type Fonts = { readonly [name in FontName]: Uint8Array };

let loaded: Promise<Fonts> | undefined;

/**
 * The fonts, read once. They are embedded, all letters of Vietnamese among them: pdfkit's own have none of these, and are
 * files of its package that no bundle has.
 */
export const loadFonts = (): Promise<Fonts> => {
  loaded ??= readAllFonts();
  return loaded;
};

async function readAllFonts(): Promise<Fonts> {
  const [regular, bold, italic, small] = await Promise.all([
    readFile(fontFiles.regular),
    readFile(fontFiles.bold),
    readFile(fontFiles.italic),
    readFile(fontFiles.small),
  ]);
  return { regular, bold, italic, small };
}
