import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { verdictOn } from '../../support/fixtures/inspect.ts';
import {
  minimalPdf,
  objectStream,
  onePage,
  type PdfObject,
  pdfOf,
  pdfStream,
} from '../../support/fixtures/pdf.ts';
import { zipOf } from '../../support/fixtures/zip.ts';

const look = (bytes: Uint8Array) => verdictOn(bytes, 'application/pdf');
const withObject = (object: PdfObject) => look(pdfOf([...onePage('hello'), object]));
const withCatalogue = (keys: string) => look(pdfOf(onePage('hello', keys)));

test('an honest PDF is clean, also with objects in a stream, a comment and an odd string', async () => {
  expect(await look(minimalPdf('Kế hoạch (số 1)'))).toBe('clean');
  expect(await withObject(objectStream(['<< /Title (plan) >>', '[1 2 3]', '42']))).toBe('clean');
  expect(await withObject('<< /Note (a \\) b (nested) /JS) /Hex <48 65> >> % a remark')).toBe(
    'clean',
  );
  expect(await withObject(pdfStream('/Subtype /Image', Buffer.from('/JS /Launch ((')))).toBe(
    'clean',
  );
});

test('something else called a PDF, or with bytes before the signature', async () => {
  expect(await look(Buffer.from('MZ\x90 not a document at all'))).toBe('signature-mismatch');
  expect(await look(Buffer.from('<html><script>alert(1)</script></html>'))).toBe(
    'signature-mismatch',
  );
  const shifted = Buffer.concat([Buffer.from('\n'), minimalPdf('hello')]);
  expect(await look(shifted)).toBe('signature-mismatch');
});

test('a PDF that is cut short, carries more, or is also an archive', async () => {
  const pdf = Buffer.from(minimalPdf('hello'));
  expect(await look(pdf.subarray(0, pdf.length - 8))).toBe('structure');
  expect(await look(Buffer.concat([pdf, Buffer.from('<script>')]))).toBe('structure');
  expect(await look(Buffer.concat([pdf, zipOf([{ name: 'a', content: 'b' }])]))).toBe('structure');
  expect(await look(Buffer.from('%PDF-1.7\nstartxref\n0\n%%EOF'))).toBe('structure');
  // The archive's end record with the PDF's own end as its comment.
  const zip = Buffer.from(zipOf([{ name: 'a', content: 'b' }]));
  const end = Buffer.from(pdf.subarray(pdf.lastIndexOf('startxref')));
  zip.writeUInt16LE(end.length, zip.length - 2);
  const both = Buffer.concat([pdf.subarray(0, pdf.length - end.length), zip, end]);
  expect(await look(both)).toBe('structure');
});

test.each([
  '/Names << /JavaScript 9 0 R >>',
  '/A << /S /JavaScript /JS (app.alert(1)) >>',
  '/A << /S/#4aava#53cript >>',
  '/A << /S /Launch /F (cmd.exe) >>',
  '/Names << /EmbeddedFiles 9 0 R >>',
  '/AcroForm << /XFA [] >>',
])('active content is found: %s', async (keys) => {
  expect(await withCatalogue(keys)).toBe('active-content');
});

test('an embedded file and an encrypted document are found', async () => {
  const file = pdfStream('/Type /EmbeddedFile', Buffer.from('MZ'));
  expect(await withObject(file)).toBe('active-content');
  expect(await look(pdfOf(onePage('hello'), '/Encrypt 9 0 R'))).toBe('encrypted');
});

test('what opens with the document may show a page and nothing else', async () => {
  const page = '[3 0 R /XYZ null null 0]';
  expect(await withCatalogue(`/OpenAction ${page}`)).toBe('clean');
  expect(await withCatalogue(`/OpenAction << /S /GoTo /D ${page} >>`)).toBe('clean');
  expect(await withCatalogue('/OpenAction << /S /URI /URI (http://a.example) >>')).toBe(
    'active-content',
  );
  expect(await withCatalogue(`/OpenAction << /S /GoTo /D ${page} /Next 9 0 R >>`)).toBe(
    'active-content',
  );
  expect(await withCatalogue('/OpenAction 99 0 R')).toBe('active-content');
  const referring = (object: PdfObject) =>
    look(pdfOf([...onePage('hello', '/OpenAction 6 0 R'), object]));
  expect(await referring(`<< /S /GoTo /D ${page} >>`)).toBe('clean');
  expect(await referring(page)).toBe('clean');
  expect(await referring('<< /S /URI /URI (http://a.example) >>')).toBe('active-content');
  const inStream = (object: string) =>
    look(pdfOf([...onePage('hello', '/OpenAction 20 0 R'), objectStream([object])]));
  expect(await inStream(`<< /S /GoTo /D ${page} >>`)).toBe('clean');
  expect(await inStream('<< /S /Named /N /Print >>')).toBe('active-content');
});

test('objects in a stream are looked at, however it is named', async () => {
  const hidden = ['<< /S /JavaScript /JS (app.alert(1)) >>'];
  expect(await withObject(objectStream(hidden))).toBe('active-content');
  expect(await withObject(objectStream(hidden, '', (bytes) => bytes))).toBe('active-content');
  const unnamed = objectStream(hidden).toString('latin1').replace('/Type /ObjStm', '');
  expect(await withObject(Buffer.from(unnamed, 'latin1'))).toBe('active-content');
  const spelt = objectStream(hidden).toString('latin1').replace('/First', '/#46irst');
  expect(await withObject(Buffer.from(spelt, 'latin1'))).toBe('active-content');
  const chained = objectStream(hidden, '/Filter [/ASCII85Decode /FlateDecode]');
  expect(await withObject(chained)).toBe('structure');
  const glued = objectStream(hidden).toString('latin1').replace('stream\n', 'streamX\n');
  expect(await withObject(Buffer.from(glued, 'latin1'))).toBe('active-content');
});

test('an object hidden where only the table of contents leads', async () => {
  const action = '9 0 obj << /S /JavaScript /JS (x) >> endobj';
  expect(await withObject(`(${action})`)).toBe('structure');
  expect(await withObject(`null % ${action}\n`)).toBe('structure');
  expect(await withObject(pdfStream('', Buffer.from(action)))).toBe('structure');
  expect(await withObject(pdfStream('', Buffer.from('9%\n0%\nobj << /JS (x) >>')))).toBe(
    'structure',
  );
  // The string holds the object; an offset into it makes it one.
  const inside = '(<< /JS (x) >>)';
  const content = deflateSync(Buffer.from(`20 1 ${inside}`));
  const stream = pdfStream('/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode', content);
  expect(await withObject(stream)).toBe('structure');
});

test('a string or a stream cannot swallow what follows it', async () => {
  const swallowed = onePage('hello', '/Odd (>> stream\n) /A << /S /Launch >> /End (endstream)');
  expect(await look(pdfOf(swallowed))).toBe('active-content');
  const cut = pdfStream('', Buffer.from('x\nendstream /JS (x)'));
  expect(await withObject(cut)).toBe('active-content');
  expect(await withCatalogue('/Odd <48 /A << /JS (x) >>')).toBe('active-content');
});

test('object streams that inflate to too much stop at the limit', async () => {
  const many = objectStream([`[${'0 '.repeat(20_000)}]`]);
  const pdf = pdfOf([...onePage('hello'), many, many]);
  const atMost = (inflatedBytes: number) => verdictOn(pdf, 'application/pdf', { inflatedBytes });
  expect(await atMost(100_000)).toBe('clean');
  expect(await atMost(70_000)).toBe('archive-limits');
  expect(await atMost(10_000)).toBe('archive-limits');
});
