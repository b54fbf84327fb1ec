import { describe, expect, it } from 'vitest';
import { reaction } from '../../../functions/publication/index.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { keys } from '../../../lib/store/keys.ts';
import { canariesIn, canaryContent } from '../../support/canaries.ts';
import { type PublishedFile, publishedFiles } from '../../support/published-files.ts';
import { openWorld, type World } from '../../support/world.ts';
import { exampleContent } from '../../support/world-entries.ts';
import { people } from '../../support/world-people.ts';
import { approvedFinal, publish } from '../../support/world-results.ts';

const unnamed = { consents: [{ purpose: 'to-chuc', version: '2022-05-20' }] };

/** The data and the Vietnamese page, as they are stored. */
async function published(world: World): Promise<readonly [PublishedFile, PublishedFile]> {
  const files = await publishedFiles(world);
  const named = (end: string) => files.find(({ key }) => key.endsWith(end));
  const [data, page] = [named('/results.json'), named('/index.html')];
  if (!page || !data) throw new Error('not both files are there');
  return [data, page];
}

/** Every public file after the first publication, by key. */
const namesOf = ({ editionId }: World) => [
  ...['en.html', 'index.html', 'results.json', 'versions/1.json'].map(
    (name) => `results/${editionId}/${name}`,
  ),
  'results/results.schema.json',
];

describe('the public files of a result', () => {
  it('come with the event after the publication, and say what the table says', async () => {
    await using world = await openWorld();
    const { digest } = await approvedFinal(world);
    await world.settle();
    expect(await world.results.list('')).toEqual([]);
    await publish(world, digest);
    expect(await world.results.list('')).toEqual([]);
    await world.settle();
    expect(await world.results.list('')).toEqual(namesOf(world));
    const [data, page] = await published(world);
    expect([data.contentType, page.contentType]).toEqual([
      'application/json; charset=utf-8',
      'text/html; charset=utf-8',
    ]);
    expect(JSON.parse(data.text)).toEqual(await world.anonymous.reply(routes.getResult));
    expect(page.text.match(/<article>/gu)).toHaveLength(2);
  });

  it('are the same after the event comes again, late or of an older item', async () => {
    await using world = await openWorld();
    const { digest } = await approvedFinal(world);
    await publish(world, digest);
    await world.settle();
    const before = await published(world);
    const after = await world.table.get(keys.result(world.editionId));
    const react = reaction(world.services);
    await react({ kind: 'item-changed', id: 'again', after: after! });
    await react({ kind: 'item-changed', id: 'old', after: { ...after!, digest: 'cũ' } });
    await react({ kind: 'item-changed', id: 'gone', before: after! });
    const numbered = await world.table.get(keys.resultVersion(world.editionId, 1));
    await react({ kind: 'item-changed', id: 'numbered', after: numbered! });
    expect(await published(world)).toEqual(before);
  });

  it('name only whoever agreed to it, and nothing else of anybody', async () => {
    await using world = await openWorld();
    const silent = exampleContent(1, unnamed);
    const { digest } = await approvedFinal(world, { contents: [canaryContent(), silent] });
    await publish(world, digest);
    await world.settle();
    for (const { text } of await published(world)) {
      expect(canariesIn(text)).toEqual(['title', 'name', 'publicSummary']);
      expect(text).toContain(silent.title);
      expect(text).not.toContain(silent.applicant!.name);
      expect(text).not.toContain(silent.publicSummary);
    }
  });

  it('show markup as the text it is', async () => {
    await using world = await openWorld();
    const hostile = (what: string) => `<img src=x onerror="${what}()"> & 'rẻ'`;
    const content = exampleContent(0, {
      title: hostile('title'),
      publicSummary: hostile('summary'),
    });
    const applicant = { ...content.applicant!, name: hostile('name') };
    const { digest } = await approvedFinal(world, { contents: [{ ...content, applicant }] });
    await publish(world, digest);
    await world.settle();
    const [, { text }] = await published(world);
    expect(text).not.toContain('<img');
    for (const what of ['title', 'summary', 'name']) {
      const escaped = `&lt;img src=x onerror=&quot;${what}()&quot;&gt; &amp; &#39;rẻ&#39;`;
      // The title stands in the list of its track, too.
      expect(text.split(escaped)).toHaveLength(what === 'title' ? 3 : 2);
    }
    expect(text).not.toContain('<script');
  });

  it('are written whole after a failure amid them', async () => {
    await using world = await openWorld();
    const { digest } = await approvedFinal(world);
    await publish(world, digest);
    const after = await world.table.get(keys.result(world.editionId));
    const event = { kind: 'item-changed', id: 'first', after: after! } as const;
    const react = (at: number) => {
      let puts = 0;
      const results = {
        ...world.results,
        async put(...given: Parameters<World['results']['put']>) {
          puts += 1;
          if (puts === at) throw new Error('the process is gone');
          return await world.results.put(...given);
        },
      };
      return reaction({ ...world.services, results })(event);
    };
    const all = namesOf(world);
    for (const at of [1, 2, 3, 4, 5]) {
      await expect(react(at)).rejects.toThrow('the process is gone');
      // A page links to the data and to its other language: the one in Vietnamese comes last.
      const there = await world.results.list('');
      expect(there).toHaveLength(at - 1);
      expect(there).not.toContain(`results/${world.editionId}/index.html`);
    }
    await react(6);
    expect(await world.results.list('')).toEqual(all);
  });

  it('name nobody whom a slow writer read as agreeing: it looks again', async () => {
    await using world = await openWorld();
    const { entries, digest } = await approvedFinal(world);
    await publish(world, digest);
    const after = await world.table.get(keys.result(world.editionId));
    const event = { kind: 'item-changed', id: 'slow', after: after! } as const;
    let puts = 0;
    const results = {
      ...world.results,
      async put(...given: Parameters<World['results']['put']>) {
        puts += 1;
        if (puts === 2) {
          // Meanwhile the consent goes, and the files are written without the name.
          const path = { entryId: entries[0]!.entryId, purpose: 'cong-bo' };
          await world.as(people.applicant1).reply(routes.withdrawConsent, { path });
          await world.settle();
        }
        return await world.results.put(...given);
      },
    };
    await reaction({ ...world.services, results })(event);
    expect(puts).toBe(10);
    const { name } = exampleContent(0).applicant!;
    const texts = (await publishedFiles(world)).map(({ text }) => text);
    expect(texts).toHaveLength(5);
    expect(texts.filter((text) => text.includes(name))).toEqual([]);
  });

  it('are written again by a consent taken back, and by no other change of an entry', async () => {
    await using world = await openWorld();
    const { entries, digest } = await approvedFinal(world);
    await publish(world, digest);
    await world.settle();
    const { entryId } = entries[0]!;
    const entryNow = async () => (await world.table.get(keys.entry(world.editionId, entryId)))!;
    const before = await entryNow();
    const path = { entryId, purpose: 'cong-bo' };
    await world.as(people.applicant1).reply(routes.withdrawConsent, { path });
    const taken = await entryNow();
    let puts = 0;
    const results = {
      ...world.results,
      async put(...given: Parameters<World['results']['put']>) {
        puts += 1;
        return await world.results.put(...given);
      },
    };
    const react = reaction({ ...world.services, results });
    const changed = { kind: 'item-changed', id: 'one' } as const;
    await react({ ...changed, after: taken });
    await react({ ...changed, before: taken, after: { ...taken, state: 'ineligible' } });
    expect(puts).toBe(0);
    await react({ ...changed, before, after: taken });
    expect(puts).toBe(5);
  });
});
