import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a PDF of ours says about itself and on its only page. */
export async function readPdf(bytes: Uint8Array) {
  // Of its own: pdf.js takes the buffer away.
  const task = getDocument({
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    verbosity: 0,
    fontExtraProperties: true,
  });
  const document = await task.promise;
  try {
    const page = await document.getPage(1);
    const { items } = await page.getTextContent();
    const { fnArray, argsArray } = await page.getOperatorList();
    const fonts = new Set<string>();
    fnArray.forEach((operation, index) => {
      if (operation === OPS.setFont) fonts.add(String(argsArray[index][0]));
    });
    const { info } = await document.getMetadata();
    return {
      pages: document.numPages,
      view: page.view,
      lines: items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str] : [])),
      /** Whether each font that is used came with its bytes. */
      fonts: [...fonts].map((name) => {
        const { name: face, missingFile } = page.commonObjs.get(name);
        return { face, missingFile };
      }),
      links: (await page.getAnnotations()).map(({ subtype, url }) => ({ subtype, url })),
      scripts: await document.getJSActions(),
      attachments: await document.getAttachments(),
      info: info as { readonly [name: string]: unknown },
    };
  } finally {
    await task.destroy();
  }
}
