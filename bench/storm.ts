import type { Effort, Section } from './report.ts';
import { fixed, quantile } from './statistics.ts';
import { closesAt, type StormSize } from './storm/drafts.ts';
import { type HandedIn, type Step, steps } from './storm/hand-in.ts';
import { runStorm, type Storm } from './storm/storm.ts';

const full: StormSize = {
  clients: 50,
  draftsEach: 10,
  lastEach: 2,
  lastMilliseconds: 3000,
  pdfBytes: 300_000,
};
const small: StormSize = {
  clients: 8,
  draftsEach: 5,
  lastEach: 1,
  lastMilliseconds: 1000,
  pdfBytes: 300_000,
};

/** A deadline on one machine: how fast it goes, and whether all was kept and judged by its receipt time; then with `kill -9`. */
export const storm = async ({ quick }: Effort): Promise<readonly Section[]> => {
  const size = quick ? small : full;
  const calm = await runStorm(size, 0);
  const killed = await runStorm(size, quick ? 1 : 4);
  return [speed(calm, size), truth(calm, killed)];
};

const megabytes = (handedIn: readonly HandedIn[]): number =>
  handedIn.reduce((sum, { draft }) => sum + draft.pdf.length, 0) / 1e6;

function speed({ rush, handedIn, inspectedAfter }: Storm, size: StormSize): Section {
  const count = (step: Step) => millisecondsOf(rush.handedIn, step).length;
  return {
    title: `Deadline storm: ${handedIn.length} drafts, ${size.clients} clients at once, 0.3 MB each`,
    columns: ['step', 'in all', 'a second', 'p50 ms', 'p99 ms', 'max ms'],
    rows: steps.map((step) => {
      const taken = millisecondsOf(handedIn, step);
      return [
        step,
        taken.length,
        fixed(count(step) / rush.seconds),
        fixed(quantile(taken, 0.5), 0),
        fixed(quantile(taken, 0.99), 0),
        fixed(Math.max(...taken), 0),
      ];
    }),
    notes: [
      `${rush.handedIn.length} drafts as fast as the host takes them, each client one after the other: that gives “a second” (${fixed(megabytes(rush.handedIn) / rush.seconds)} MB/s of uploads). Then the last ${handedIn.length - rush.handedIn.length} at once in the last seconds, with their submits around the close.`,
      `The host with its usual limits in a process of its own on one processor, the clients on the other; every answer after its fsync. All dossiers were inspected and downloaded again ${fixed(inspectedAfter)} s after the freeze.`,
    ],
  };
}

const millisecondsOf = (handedIn: readonly HandedIn[], step: Step): number[] =>
  handedIn.flatMap(({ acts }) =>
    acts.filter((act) => act.step === step).map(({ answer }) => answer.milliseconds),
  );

/** What became of it: the upper rows tell that the storm was one, the lower ones are to be 0. */
function truth(...storms: readonly Storm[]): Section {
  const row = (what: string, count: (storm: Storm) => number): (string | number)[] => [
    what,
    ...storms.map(count),
  ];
  const acts = (storm: Storm) => storm.handedIn.flatMap((one) => one.acts);
  const bad = [
    'lost',
    'doubled',
    'wronglyRefused',
    'wronglyAccepted',
    'mistimed',
    'unsound',
  ] as const;
  return {
    title: 'What became of it, read back over the API and from the disk',
    columns: ['', 'storm', 'with kill -9'],
    rows: [
      row('kills of the host', ({ kills }) => kills),
      row('acts acknowledged', (one) => acts(one).filter(isDone).length),
      row('of them tried more than once', (one) => acts(one).filter(isDone).filter(isAgain).length),
      row('submits accepted', ({ handedIn }) => handedIn.filter(isAccepted).length),
      row(
        'refused as too late',
        ({ handedIn }) => handedIn.filter((one) => !isAccepted(one)).length,
      ),
      row(
        'of them cut off by a kill before the close',
        ({ handedIn }) => handedIn.filter(isCutOff).length,
      ),
      row('**acknowledged and lost**', ({ lost }) => lost.length),
      row('**done twice**', ({ doubled }) => doubled.length),
      row('**refused though in time**', ({ wronglyRefused }) => wronglyRefused.length),
      row('**accepted though late**', ({ wronglyAccepted }) => wronglyAccepted.length),
      row('receipt times that cannot be', ({ mistimed }) => mistimed.length),
      row('other findings in what is stored', ({ unsound }) => unsound.length),
      row('faults logged', ({ faults }) => faults.length),
    ],
    notes: [
      'In time is what the gateway received before the close, by its own clock: the receipt and the refusal both name that moment, and both lie between the call and its answer by the client’s clock.',
      'Cut off: first sent before the close, unanswered because of the kill, and received only when tried again after it. Nobody was told that it was in.',
      ...storms.flatMap((one) => bad.flatMap((what) => one[what].slice(0, 3))),
    ],
  };
}

type Act = HandedIn['acts'][number];
const isDone = ({ answer }: Act): boolean => answer.kind === 'done';
const isAgain = ({ answer }: Act): boolean => answer.tries > 1;
const isAccepted = ({ receipt }: HandedIn): boolean => receipt?.kind === 'done';
const isCutOff = ({ acts }: HandedIn): boolean =>
  acts.some(
    ({ answer }) =>
      answer.kind === 'late' && answer.tries > 1 && answer.firstSentAt < Date.parse(closesAt),
  );
