import type { Table } from '../../lib/platform/table.ts';

/** What happens around one call of the table; it may throw, before or after the call took effect. */
export type Around = (
  call: { readonly method: keyof Table; readonly number: number },
  proceed: () => Promise<unknown>,
) => Promise<unknown>;

/** The same table with something around each of its calls, counted from 1. */
export function aroundTable(table: Table, around: Around): Table {
  let calls = 0;
  const through = async <Answer>(
    method: keyof Table,
    call: () => Promise<Answer>,
  ): Promise<Answer> => {
    calls += 1;
    return (await around({ method, number: calls }, call)) as Answer;
  };
  return {
    get: async (...given) => await through('get', async () => await table.get(...given)),
    getMany: async (...given) =>
      await through('getMany', async () => await table.getMany(...given)),
    query: async (...given) => await through('query', async () => await table.query(...given)),
    write: async (...given) => await through('write', async () => await table.write(...given)),
    increment: async (...given) =>
      await through('increment', async () => await table.increment(...given)),
  };
}
