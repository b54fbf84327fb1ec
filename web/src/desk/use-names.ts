import { useQuery } from '@tanstack/preact-query';
import type * as z from 'zod';
import { compareVietnameseNames } from '../../../lib/contest/vietnamese-names.ts';
import { editionRoutes } from '../../../lib/contract/edition-routes.ts';
import type { memberView } from '../../../lib/contract/edition-views.ts';
import { listRoutes } from '../../../lib/contract/list-routes.ts';
import type { entryPage } from '../../../lib/contract/list-views.ts';
import { api } from '../api.ts';
import { everyPage } from './every-page.ts';

export type Member = z.output<typeof memberView>;
export type EntrySummary = z.output<typeof entryPage>['items'][number];

/** What ids stand for, as far as the page knows; else the id. */
export interface Names {
  readonly entry: (entryId: string) => string;
  readonly person: (personId: string) => string;
}

/** Everybody who has or had a role in the edition, as Vietnamese lists order names. */
export function usePeople(editionId: string) {
  return useQuery({
    queryKey: ['people', editionId],
    queryFn: async () => {
      const people = await everyPage(
        async (query) =>
          (await api.call(editionRoutes.listPeople, { path: { editionId }, query })).body,
      );
      return people.toSorted((one, other) => compareVietnameseNames(one.name, other.name));
    },
  });
}

/** The entries that may be judged. */
export function useEligible(editionId: string) {
  return useQuery({
    queryKey: ['entries', editionId, 'eligible'],
    queryFn: async () =>
      await everyPage(
        async (query) =>
          (
            await api.call(listRoutes.listEntries, {
              path: { editionId },
              query: { ...query, state: 'eligible' },
            })
          ).body,
      ),
  });
}

/** The names of these people and entries. */
export function namesOf(
  people: readonly Pick<Member, 'personId' | 'name'>[] = [],
  entries: readonly Pick<EntrySummary, 'entryId' | 'code' | 'title'>[] = [],
): Names {
  const persons = new Map(people.map(({ personId, name }) => [personId, name]));
  const titles = new Map(
    entries.map(({ entryId, code, title }) => [entryId, `${code} · ${title}`]),
  );
  return {
    entry: (entryId) => titles.get(entryId) ?? entryId,
    person: (personId) => persons.get(personId) ?? personId,
  };
}
