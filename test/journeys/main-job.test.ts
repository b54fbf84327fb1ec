import { describe } from 'vitest';
import { allSqliteItems, databaseFile } from '../support/all-items.ts';
import { mainJob } from './main-job-promises.ts';

describe('the main job on SQLite and a folder', () => {
  mainJob(
    () =>
      Promise.resolve({
        table: { kind: 'sqlite' },
        files: { kind: 'folder' },
        items: (folder) => Promise.resolve(allSqliteItems(databaseFile(folder))),
      }),
    () => Promise.resolve(),
  );
});
