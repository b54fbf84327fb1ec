import { defineConfig } from 'vitest/config';
import { countReporter } from './test/support/count-reporter.ts';

/** Speeds mean something only while nothing else runs: these come one by one, after all others. */
const measured = ['test/web/lighthouse.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: measured,
          sequence: { groupOrder: 0 },
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: measured,
          sequence: { groupOrder: 1 },
          maxWorkers: 1,
        },
      },
    ],
    reporters: ['default', countReporter()],
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
