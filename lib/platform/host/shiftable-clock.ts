/** A clock that can be set forward: tests and demonstrations do not wait for a deadline. Epoch milliseconds. */
export function createShiftableClock(base: () => number = Date.now): {
  now: () => number;
  advance(milliseconds: number): void;
} {
  let ahead = 0;
  return {
    now: () => base() + ahead,
    advance(milliseconds) {
      ahead += milliseconds;
    },
  };
}
