import PDFDocument from 'pdfkit';
import { type Certificate, certificatePath } from '../contest/certificate.ts';
import { inCapitals } from '../papers/written-forms.ts';
import { type Canvas, canvasOn, page } from './canvas.ts';
import { certificateLines, signatureLines } from './certificate-lines.ts';
import { loadFonts } from './fonts.ts';
import { layParagraphs } from './lay-paragraphs.ts';
import { qrCode } from './qr-code.ts';
import { words } from './wording.ts';

/** Where the middle part begins and must end, from the top of the page. */
const middle = { top: 184, bottom: 428 };
/** Of a square module, in points: the code of a usual address is about 26 mm wide. */
const qrPoints = 76;

/**
 * A certificate as a PDF of one landscape A4 page that prints as it is: its fonts are in it, its one link is the check's.
 * The same certificate comes to the same bytes, whenever and wherever it is drawn.
 */
export async function drawCertificate(certificate: Certificate, origin: string): Promise<Buffer> {
  const { prize, entryCode, organiser, issuedAt } = certificate;
  const document = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    // Not one of pdfkit's own fonts, which it would read at once.
    font: '',
    lang: 'vi-VN',
    displayTitle: true,
    pdfVersion: '1.7',
    info: {
      Title: `${words.heading.vi} - ${prize.vi} - ${entryCode}`,
      Author: organiser.vi,
      // All that would be another at each drawing; the file's id is made of these.
      CreationDate: new Date(issuedAt),
      ModDate: new Date(issuedAt),
    },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    document.on('end', resolve).on('error', reject);
  });
  const canvas = canvasOn(document, await loadFonts());
  drawFrame(canvas);
  drawHead(canvas, certificate);
  layParagraphs(canvas, certificateLines(certificate), middle);
  drawCheck(canvas, certificate, origin);
  drawSignature(canvas, certificate);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Two lines around the page, and a corner where they meet. */
function drawFrame({ frame, diamond }: Canvas): void {
  frame({ inset: 22, weight: 2.4, colour: 'accent' });
  frame({ inset: 28, weight: 0.7, colour: 'gold' });
  for (const x of [28, page.width - 28]) {
    for (const y of [28, page.height - 28]) diamond({ x, y, radius: 7 });
  }
}

function drawHead({ centred, rule }: Canvas, { organiser }: Certificate): void {
  const whole = { x: page.width / 2, width: page.width - 140 };
  centred(words.nation, { ...whole, y: 46, font: 'bold', size: 13 });
  centred(words.motto, { ...whole, y: 63, font: 'bold', size: 14 });
  rule({ x: page.width / 2, y: 82, width: 168, weight: 0.8 });
  centred(inCapitals(organiser.vi), { ...whole, y: 92, font: 'bold', size: 12 });
  centred(organiser.en, { ...whole, y: 107, font: 'italic', size: 10, colour: 'quiet' });
  centred(words.heading.vi, { ...whole, y: 123, font: 'bold', size: 38, colour: 'accent' });
  centred(words.heading.en, { ...whole, y: 168, font: 'small', size: 10, colour: 'quiet' });
}

/** The way to check it: for a camera, for whoever types, and as the only link. */
function drawCheck({ fill, left, link }: Canvas, { code }: Certificate, origin: string): void {
  const address = `${origin}${certificatePath(code)}`;
  const [x, y] = [62, 448];
  const { size, runs } = qrCode(address);
  const module = qrPoints / size;
  fill(
    runs.map(({ row, column, length }) => ({
      x: x + column * module,
      y: y + row * module,
      width: length * module,
      height: module,
    })),
  );
  link({ x, y, width: qrPoints, height: qrPoints, address });
  const text = { x: x + qrPoints + 14, width: 290, colour: 'quiet' } as const;
  left(`${words.check.vi} / ${words.check.en}`, { ...text, y: y + 8, font: 'italic', size: 10 });
  left(code, { ...text, y: y + 26, font: 'small', size: 10, colour: 'ink' });
  left(address, { ...text, y: y + 44, font: 'small', size: 7 });
}

/** The date, by what authority and as what they sign, room for the name and the seal, the name. */
function drawSignature({ centred }: Canvas, certificate: Certificate): void {
  const { date, above, name } = signatureLines(certificate);
  const column = { x: page.width - 190, width: 270 };
  centred(date, { ...column, y: 438, font: 'italic', size: 12 });
  above.forEach((line, index) => {
    centred(line, { ...column, y: 455 + index * 15, font: 'bold', size: 12 });
  });
  centred(name, { ...column, y: 538, font: 'bold', size: 13 });
}
