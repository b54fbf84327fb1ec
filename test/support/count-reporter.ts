import { writeSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/**
 * Prints one line at the very end: `12 passed, 0 failed`, and how many were skipped where some were. A file that cannot be
 * loaded, a failed hook and an error outside of any test count as a failure each: none of them is a test, all of them hide some.
 */
export function countReporter(): Reporter {
  return {
    onTestRunEnd(modules, unhandledErrors) {
      const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
      for (const module of modules) count(module, counts);
      const { passed, failed, skipped } = counts;
      const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
      // Other reporters print after this one; nothing prints after the process ends.
      process.once('exit', () => writeSync(1, `${line}\n`));
    },
  };
}

function count(
  module: TestModule,
  counts: { passed: number; failed: number; skipped: number },
): void {
  counts.failed += module.errors().length;
  for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    counts[state === 'pending' ? 'skipped' : state] += 1;
  }
}
