import { describe, expect, test } from 'vitest';
import type { ContentLink } from '../../lib/contest/entry-content.ts';
import { hostOfLink, linkErrors } from '../../lib/contest/links.ts';
import { missingFromEntry } from '../../lib/contest/missing-from-entry.ts';
import type { DocumentRequirement, Plan } from '../../lib/contest/plan.ts';
import { contentWith, documentWith, dossierWith } from '../support/contest-facts.ts';
import { examplePlan } from '../support/example-plan.ts';
import { nodesOf, placeOf, sourceFiles } from '../support/source-files.ts';

const video: DocumentRequirement = {
  kind: 'video',
  name: { vi: 'Video', en: 'Video' },
  required: true,
  contentTypes: ['video/mp4'],
  maxBytes: 1000,
  maxCount: 2,
  linkHosts: ['youtu.be', 'www.youtube.com'],
  tracks: ['du-an'],
};
const example = examplePlan();
const plan: Plan = { ...example, documents: [...example.documents, video] };
const link = (url: string, kind = 'video'): ContentLink => ({ kind, url });
const errorsOf = (...links: ContentLink[]) => linkErrors(plan, { trackId: 'du-an', links });

describe('a link that is taken', () => {
  test.each([
    'https://youtu.be/dQw4w9WgXcQ',
    'https://youtu.be',
    'https://youtu.be/',
    'https://youtu.be?v=1',
    'https://youtu.be#t=10',
    'HTTPS://YouTu.be/x',
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=10s',
    'https://youtu.be/a:b@c,(d);[e]~f%20g',
    `https://youtu.be/${'a'.repeat(483)}`,
  ])('%s', (url) => {
    expect(errorsOf(link(url))).toEqual([]);
  });
});

describe('a link that is none', () => {
  test.each([
    ['not https', 'http://youtu.be/x'],
    ['a script', 'javascript:alert(1)//youtu.be'],
    ['data', 'data:text/html,https://youtu.be/'],
    ['no scheme', 'youtu.be/x'],
    ['a scheme without a host', 'https:youtu.be'],
    ['no host', 'https:///youtu.be'],
    ['a name before another host', 'https://youtu.be@evil.example/x'],
    ['a password before another host', 'https://youtu.be:x@evil.example/x'],
    ['a name before the host', 'https://a@youtu.be/x'],
    ['a port', 'https://youtu.be:8443/x'],
    ['the port that is the default', 'https://youtu.be:443/x'],
    ['a backslash, which browsers take for a slash', 'https://evil.example\\@youtu.be/x'],
    ['a backslash after the host', 'https://youtu.be\\x'],
    ['a letter of another alphabet', 'https://уoutu.be/x'],
    ['a full stop of another script', 'https://youtu。be/x'],
    ['letters that are read as others', 'https://ⓨoutu.be/x'],
    ['a letter beyond ASCII in the path', 'https://youtu.be/é'],
    ['an encoded host', 'https://%79outu.be/x'],
    ['a space', 'https://youtu.be/a b'],
    ['a space before it', ' https://youtu.be/x'],
    ['a line end', 'https://youtu.be/\nx'],
    ['a tab, which browsers leave out', 'https://you\ttu.be/x'],
    ['a quotation mark', 'https://youtu.be/"x'],
    ['a tag', 'https://youtu.be/<b>'],
    ['an address in a mail', 'https://[::1]/x'],
    ['nothing', ''],
    ['501 characters', `https://youtu.be/${'a'.repeat(484)}`],
  ])('%s', (_, url) => {
    expect(errorsOf(link(url))).toEqual([{ pointer: '/links/0/url', code: 'invalid-link' }]);
  });
});

describe('a link to another host', () => {
  test.each([
    'https://evil.example/youtu.be',
    'https://www.youtu.be/x',
    'https://youtu.be.evil.example/x',
    'https://youtu.be./x',
    'https://youtube.com/x',
    'https://xn--outu-b7e.be/x',
    'https://127.0.0.1/x',
  ])('%s', (url) => {
    expect(errorsOf(link(url))).toEqual([{ pointer: '/links/0/url', code: 'not-allowed' }]);
  });
});

test('what we take for the host is what a browser goes to', () => {
  for (const url of [
    'https://YouTu.be/x',
    'https://youtu.be?@evil.example',
    'https://youtu.be#@b.c',
  ]) {
    expect(hostOfLink(url)).toBe(new URL(url).hostname);
  }
});

test('a link is of a document that the track takes as one', () => {
  expect(
    errorsOf(link('https://youtu.be/x', 'thuyet-minh'), link('https://youtu.be/x', 'khac')),
  ).toEqual([
    { pointer: '/links/0/kind', code: 'not-allowed' },
    { pointer: '/links/1/kind', code: 'not-allowed' },
  ]);
  expect(linkErrors(plan, { trackId: 'y-tuong', links: [link('https://youtu.be/x')] })).toEqual([
    { pointer: '/links/0/kind', code: 'not-allowed' },
  ]);
  expect(linkErrors(plan, { trackId: 'du-an' })).toEqual([]);
});

describe('links and files together', () => {
  const one = link('https://youtu.be/1');
  const file = (at: number) => documentWith({ documentId: `video-${at}`, kind: 'video' });
  const missing = (links: ContentLink[], files: number) =>
    missingFromEntry(
      plan,
      contentWith({ links }),
      dossierWith([documentWith(), ...Array.from({ length: files }, (_, at) => file(at))]),
    );

  test('either one is the document that is asked for', () => {
    const absent = { code: 'document-missing', document: 'video' };
    expect(missing([], 0)).toEqual([absent]);
    expect(missing([one], 0)).toEqual([]);
    expect(missing([], 1)).toEqual([]);
  });

  test('are as many as the document may have', () => {
    expect(errorsOf(one, one)).toEqual([]);
    expect(errorsOf(one, one, one)).toEqual([{ pointer: '/links/2', code: 'too-many', limit: 2 }]);
    expect(missing([one], 1)).toEqual([]);
    expect(missing([one], 2)).toEqual([
      { code: 'too-many-documents', document: 'video', limit: 2, actual: 3 },
    ]);
  });
});

test('nothing that decides or answers fetches: a link is only ever shown', () => {
  const decide = sourceFiles(['{functions,lib/contest,lib/contract,lib/store,lib/http}/**/*.ts']);
  // The typed client is what callers of ours use.
  const looked = decide.filter(({ path }) => path !== 'lib/contract/client.ts');
  const fetching = looked.flatMap((file) =>
    [...nodesOf(file.program)]
      .filter((node) => node.type === 'Identifier' && node['name'] === 'fetch')
      .map((node) => placeOf(file, node)),
  );
  expect(looked.length).toBeGreaterThan(100);
  expect(fetching).toEqual([]);
});
