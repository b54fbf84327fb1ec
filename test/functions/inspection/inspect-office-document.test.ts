import { expect, test } from 'vitest';
import { verdictOn } from '../../support/fixtures/inspect.ts';
import {
  contentTypes,
  docx,
  officeDocument,
  officeParts,
  pptx,
  relation,
  relationType,
  xlsx,
} from '../../support/fixtures/office.ts';
import { type ZipPart, zipOf } from '../../support/fixtures/zip.ts';

const look = (parts: readonly ZipPart[]) => verdictOn(officeDocument(docx, parts), docx);
const lookAt = (bytes: Uint8Array) => verdictOn(bytes, docx);
const text = (name: string, content = 'x'): ZipPart => ({ name, content });
const relations = 'word/_rels/document.xml.rels';

test.each([docx, pptx, xlsx])('an honest %s is clean', async (type) => {
  expect(await verdictOn(officeDocument(type), type)).toBe('clean');
});

test('pictures, links to follow, folders and a chart with its workbook are clean', async () => {
  const link = `${relationType('hyperlink')} Target="https://a.example/?a=1&amp;b=2" TargetMode="External"`;
  const workbook = text('word/embeddings/Microsoft_Excel_Sheet1.xlsx');
  const verdict = await look([
    { name: 'word/media/', content: '', stored: true },
    { name: 'word/media/image1.png', content: Buffer.from([0x89, 0x50, 0x4e, 0x47]), stored: true },
    relation(relations, link),
    { ...workbook, content: officeDocument(xlsx), stored: true },
  ]);
  expect(verdict).toBe('clean');
});

test('another kind of file, another kind of document', async () => {
  expect(await lookAt(Buffer.from('%PDF-1.7'))).toBe('signature-mismatch');
  expect(await verdictOn(officeDocument(pptx), docx)).toBe('signature-mismatch');
  expect(await verdictOn(officeDocument(docx), xlsx)).toBe('signature-mismatch');
});

test('not a document: parts missing, or an archive of something else', async () => {
  expect(await lookAt(zipOf([text('readme.txt')]))).toBe('structure');
  expect(await lookAt(zipOf(officeParts(docx).slice(1)))).toBe('structure');
  expect(await lookAt(zipOf(officeParts(docx).slice(0, 2)))).toBe('structure');
  const [types, , main] = officeParts(docx);
  expect(await lookAt(zipOf([types!, main!]))).toBe('structure');
});

test.each([
  ['a macro project', [text('word/vbaProject.bin')]],
  ['an embedded object', [text('word/embeddings/oleObject1.bin')]],
  ['an old document inside', [{ name: 'word/a', content: Buffer.from('d0cf11e0a1b11ae1', 'hex') }]],
  ['a program', [text('word/media/setup.EXE')]],
  ['a control', [text('word/activeX/activeX1.xml', '<x/>')]],
  ['DDE', [text('word/footer.xml', '<w:instrText>DDEAUTO c:\\\\a</w:instrText>')]],
  [
    'a macro type',
    [
      contentTypes(
        docx,
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>',
      ),
    ],
  ],
  [
    'a hidden macro type',
    [
      contentTypes(
        docx,
        '<Default Extension="b" ContentType="application/vnd.ms-word.document.&#109;acroEnabled.main+xml"/>',
      ),
    ],
  ],
  [
    'a remote template',
    [
      relation(
        relations,
        `${relationType('attachedTemplate')} Target="https://a.example/t.dotm" TargetMode="External"`,
      ),
    ],
  ],
  [
    'a remote picture',
    [
      relation(
        relations,
        `${relationType('image')} Target="https://a.example/a.png" TargetMode='External'`,
      ),
    ],
  ],
  [
    'a remote picture, mode left out',
    [relation(relations, `${relationType('image')} Target="file:///etc/passwd"`)],
  ],
  ['a share', [relation(relations, `${relationType('image')} Target="\\\\a.example\\a.png"`)]],
  [
    'a link that runs',
    [
      relation(
        relations,
        `${relationType('hyperlink')} Target="javas&#x63;ript:alert(1)" TargetMode="External"`,
      ),
    ],
  ],
])('active content: %s', async (_, parts) => {
  expect(await look(parts)).toBe('active-content');
});

test('XML that could mean something else to another reader', async () => {
  const laughs = '<!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>';
  expect(await look([text('word/footer.xml', laughs)])).toBe('structure');
  expect(await look([text('word/footer', laughs)])).toBe('structure');
  const late = `<a>${'x'.repeat(65_530)}<!DOCTYPE a></a>`;
  expect(await look([text('word/footer.xml', late)])).toBe('structure');
  const wide = Buffer.from(`\ufeff${laughs}`, 'utf16le');
  expect(await look([{ name: 'word/footer.xml', content: wide }])).toBe('structure');
  const encoded = '<?xml version="1.0" encoding="utf-7"?><a/>';
  expect(await look([text('word/footer.xml', encoded)])).toBe('structure');
  expect(await look([contentTypes(docx, '<!-- -->')])).toBe('structure');
  expect(await look([contentTypes(docx, '<Default a=b/>')])).toBe('structure');
});

test('what inflates to too much, counted on the stream', async () => {
  const zeros = (size: number): ZipPart => ({ name: 'word/a', content: Buffer.alloc(size) });
  // A thousand to one; the archive as a whole may not pass a hundred to one.
  expect(await look([zeros(1_000_000)])).toBe('archive-limits');
  expect(await look([{ ...zeros(1_000_000), declaredSize: 10 }])).toBe('archive-limits');
  expect(await look([{ ...zeros(50_000), declaredSize: 10 }])).toBe('structure');
  const stored = officeDocument(docx, [{ ...zeros(100_000), stored: true }]);
  expect(await verdictOn(stored, docx)).toBe('clean');
  expect(await verdictOn(stored, docx, { inflatedBytes: 100_000 })).toBe('archive-limits');
});

test('too many parts, shared parts, archives inside archives', async () => {
  const many = Array.from({ length: 2001 }, (_, index) => ({ ...text(`a${index}`), stored: true }));
  expect(await lookAt(zipOf(many))).toBe('archive-limits');
  const nested = (content: Uint8Array): ZipPart => ({
    name: 'word/embeddings/a.xlsx',
    content,
    stored: true,
  });
  const twice = officeDocument(xlsx, [nested(officeDocument(xlsx))]);
  expect(await look([nested(twice)])).toBe('archive-limits');
  const macro = officeDocument(xlsx, [text('xl/vbaProject.bin')]);
  expect(await look([nested(macro)])).toBe('active-content');
  // One part's bytes hold another part whole, so that both are inflated from them.
  const inner = { ...text('word/b', 'bytes used twice'), stored: true };
  const record = zipOf([inner]);
  const content = record.subarray(0, record.indexOf('PK\x01\x02'));
  const outer = { name: 'word/a', content, stored: true };
  const headerAt = 30 + outer.name.length;
  expect(await lookAt(zipOf([outer, { ...inner, headerAt }, ...officeParts(docx)]))).toBe(
    'archive-limits',
  );
});

test.each(['../a', '/a', 'C:/a', 'a\\b', 'word/../../a', 'a\0.xml'])(
  'a name that leads elsewhere: %j',
  async (name) => {
    expect(await look([text(name)])).toBe('archive-path');
  },
);

test('a symbolic link', async () => {
  expect(await look([{ ...text('word/link'), mode: 0o120777 }])).toBe('archive-path');
});

test('a password', async () => {
  expect(await look([{ ...text('word/a'), flags: 1 }])).toBe('encrypted');
  const compound = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);
  expect(await lookAt(compound)).toBe('encrypted');
});

test('an archive that two programs would read differently', async () => {
  const good = officeDocument(docx);
  expect(await lookAt(Buffer.concat([good, Buffer.from('x')]))).toBe('structure');
  expect(await lookAt(good.subarray(0, good.length - 30))).toBe('structure');
  expect(await look([{ ...text('word/a'), localName: 'word/b' }])).toBe('structure');
  expect(await look([text('word/a'), text('WORD/A')])).toBe('structure');
  expect(await look([text('word/kế.xml', '<a/>')])).toBe('structure');
  const fewer = Buffer.from(good);
  fewer.writeUInt16LE(2, fewer.length - 12);
  expect(await lookAt(fewer)).toBe('structure');
  const damaged = Buffer.from(good);
  damaged.writeUInt32LE(damaged.readUInt32LE(14) ^ 1, 14);
  const central = damaged.indexOf('PK\x01\x02');
  damaged.writeUInt32LE(damaged.readUInt32LE(14), central + 16);
  expect(await lookAt(damaged)).toBe('structure');
});
