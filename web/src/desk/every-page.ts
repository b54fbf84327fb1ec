interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

type Read<T> = (query: { readonly limit: '100'; readonly cursor?: string }) => Promise<Page<T>>;

/** A whole list, page by page, the first page first. */
export async function everyPage<T>(read: Read<T>): Promise<T[]> {
  const all: T[] = [];
  let page = await read({ limit: '100' });
  all.push(...page.items);
  while (page.next !== undefined) {
    page = await read({ limit: '100', cursor: page.next });
    all.push(...page.items);
  }
  return all;
}

/** The page from a place on; one may come empty although more follow: then the next one is asked for at once. */
export async function filledPage<P extends Page<unknown>>(
  read: (cursor: string) => Promise<P>,
  from: string,
): Promise<P> {
  let page = await read(from);
  while (page.items.length === 0 && page.next !== undefined) page = await read(page.next);
  return page;
}

/** A list in parts of at most so many. */
export function portionsOf<T>(list: readonly T[], most: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / most) }, (_, at) =>
    list.slice(at * most, (at + 1) * most),
  );
}
