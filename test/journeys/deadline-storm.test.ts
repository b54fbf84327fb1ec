import { expect, test } from 'vitest';
import { closesAt, type StormSize } from '../../bench/storm/drafts.ts';
import type { HandedIn } from '../../bench/storm/hand-in.ts';
import { runStorm, type Storm } from '../../bench/storm/storm.ts';

const size: StormSize = {
  clients: 8,
  draftsEach: 5,
  lastEach: 1,
  lastMilliseconds: 1000,
  pdfBytes: 300_000,
};

const nothing = {
  lost: [],
  doubled: [],
  wronglyRefused: [],
  wronglyAccepted: [],
  mistimed: [],
  unsound: [],
  faults: [],
};

/** Everything that must be empty, as it was found. */
function findings(storm: Storm): { readonly [what: string]: readonly string[] } {
  const { lost, doubled, wronglyRefused, wronglyAccepted, mistimed, unsound, faults } = storm;
  return { lost, doubled, wronglyRefused, wronglyAccepted, mistimed, unsound, faults };
}

const receivedAt = ({ receipt }: HandedIn): string =>
  (receipt?.kind === 'done' ? receipt.value.receivedAt : receipt?.problem.receivedAt) ?? '';

// Each waits for its own processes most of the time.
test.concurrent('a storm at the deadline: nothing lost, and the receipt time decides', async () => {
  const storm = await runStorm(size, 0);

  expect(findings(storm)).toEqual(nothing);
  const { handedIn } = storm;
  expect(handedIn).toHaveLength(40);
  const accepted = handedIn.filter(({ receipt }) => receipt?.kind === 'done');
  // All of the rush, and none of those four that were sent after the close.
  expect(accepted.length).toBeGreaterThanOrEqual(32);
  expect(accepted.length).toBeLessThanOrEqual(36);
  expect(accepted.filter((one) => receivedAt(one) >= closesAt)).toEqual([]);
}, 150_000);

test.concurrent('and with kill -9 amid it: every acknowledged act is still there, once', async () => {
  const storm = await runStorm(size, 1);

  expect(findings(storm)).toEqual(nothing);
  expect([storm.kills, storm.handedIn.length]).toEqual([1, 40]);
  const tries = storm.handedIn.flatMap(({ acts }) => acts.map(({ answer }) => answer.tries));
  expect(Math.max(...tries)).toBeGreaterThan(1);
}, 150_000);
