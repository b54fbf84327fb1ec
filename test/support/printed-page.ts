import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';

/** A page as paper has it. */
export interface PrintedPage {
  readonly bytes: Uint8Array;
  /** All that is printed, one space between words. */
  readonly text: string;
  readonly sheets: number;
  /** What stands beyond the edges of its sheet. */
  readonly cut: readonly string[];
}

/** Prints it on A4, as people do from their browser. */
export async function printed(page: Page): Promise<PrintedPage> {
  const bytes = new Uint8Array(
    await page.pdf({
      format: 'A4',
      margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' },
    }),
  );
  // Of its own: pdf.js takes the buffer away.
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  try {
    const words: string[] = [];
    const cut: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const sheet = await document.getPage(number);
      const [left = 0, , right = 0] = sheet.view;
      const { items } = await sheet.getTextContent();
      for (const item of items) {
        if (!('str' in item) || item.str.trim() === '') continue;
        words.push(item.str);
        const from = Number(item.transform[4]);
        if (from < left || from + item.width > right) cut.push(item.str);
      }
    }
    const text = words.join(' ').normalize('NFC').replace(/\s+/g, ' ');
    return { bytes, text, sheets: document.numPages, cut };
  } finally {
    await task.destroy();
  }
}
