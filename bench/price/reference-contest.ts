import type { ContestUse } from '../../lib/infra/contest-bill.ts';
import type { StepCost } from './counted-steps.ts';

/** The contest that P10 names. */
export const reference = {
  entries: 500,
  documents: 5,
  documentMegabytes: 20,
  /** Entries of a page of the secretariat's list. */
  page: 50,
  judges: 30,
  sheets: 15_000,
  views: 200_000,
  months: 2,
} as const;

/** How often a step of the counted contest is taken in the reference contest. */
export interface Occurrence {
  readonly times: number;
  /** It reads all entries or sheets there are: what it reads grows with them. */
  readonly grows?: 'entries' | 'sheets' | 'page';
  /** It writes something for each entry. */
  readonly writesEach?: true;
}

const { entries, documents, judges, sheets } = reference;

/** The assumptions: everybody reads every document, and looks often. */
export const occurrences: { readonly [step: string]: Occurrence } = {
  'look at the contest': { times: 20 * entries + 100 * judges },
  'who am I': { times: 20 * entries + 60 * judges },
  'begin a draft': { times: entries },
  'read an own entry': { times: 20 * entries },
  'save a draft': { times: 10 * entries },
  'upload a document': { times: documents * entries },
  'hand an entry in': { times: entries },
  'read a receipt': { times: 2 * entries },
  'screen an entry': { times: entries },
  'read a page of the list': { times: 2000, grows: 'page' },
  'assign an entry to a judge': { times: sheets },
  'declare no conflict': { times: sheets },
  'read a page of the queue': { times: 100 * judges },
  'open an entry': { times: sheets },
  'link to a document': { times: documents * sheets },
  'open a sheet': { times: sheets },
  'save a sheet': { times: sheets },
  'save it again': { times: sheets },
  'hand a sheet in': { times: sheets },
  'look at the progress': { times: 300, grows: 'entries' },
  'close a round': { times: 2, grows: 'sheets' },
  'look at the ranking': { times: 50, grows: 'sheets' },
  'approve a ranking': { times: 2, grows: 'sheets', writesEach: true },
  publish: { times: 1, grows: 'sheets', writesEach: true },
};

/** Beyond what was counted, as it is assumed. */
export const assumed = {
  /** A startup signs in on so many days, a code each time; judges and organisers have an authenticator. */
  signInsOfEntry: 6,
  /** Of a call of a function, starts included: ten round trips' worth, a start of 0.4 s in every twentieth. */
  billedSeconds: 0.06,
  functionGigabytes: 1,
  /** An inspection reads the whole document. */
  inspectionSeconds: 2,
  kilobytesLogged: 1.2,
  /** Uploads come evenly over the first month; in the second all lie there. */
  monthsLying: 1.5,
  /** P9's bound; the page itself is smaller. */
  pageKilobytes: 50,
  /** Views that the edge asks the bucket about: it keeps a page for a minute at most. */
  originShare: 0.1,
  answerKilobytes: 4,
} as const;

/** What one step took in the counted contest, and what all its occurrences take in the reference contest. */
export interface ScaledStep {
  readonly step: string;
  readonly times: number;
  readonly calls: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly changes: number;
  readonly mails: number;
}

/** A counted step as often as it occurs; what grows is larger by the entries or sheets there are more of. */
export function scaledStep(
  step: string,
  cost: StepCost,
  counted: { readonly entries: number; readonly sheets: number },
): ScaledStep {
  const occurrence = occurrences[step];
  if (occurrence === undefined) throw new Error(`how often: ${step}?`);
  const { times, grows, writesEach } = occurrence;
  const larger =
    grows === undefined ? 1 : reference[grows] / counted[grows === 'page' ? 'entries' : grows];
  const more = (cost.readBytes / 4096) * (larger - 1);
  const writes = writesEach ? reference.entries / counted.entries : 1;
  return {
    step,
    times,
    calls: cost.calls * times,
    readUnits: (cost.readUnits + more) * times,
    writeUnits: cost.writeUnits * writes * times,
    changes: cost.changes * writes * times,
    mails: cost.mails * times,
  };
}

const sumOf = (steps: readonly ScaledStep[], of: keyof Omit<ScaledStep, 'step'>): number =>
  steps.reduce((sum, step) => sum + step[of], 0);

/** What the reference contest uses. */
export function referenceUse(
  steps: readonly ScaledStep[],
  downloadsFrom: ContestUse['downloadsFrom'],
): ContestUse {
  const calls = sumOf(steps, 'calls');
  const stored = entries * documents;
  const gigabytes = (stored * reference.documentMegabytes) / 1000;
  const downloads = sheets * documents;
  // Both functions that follow the changes hear of each one; an upload is told twice, stored and scanned.
  const invocations = calls + 2 * sumOf(steps, 'changes') + 2 * stored;
  const seconds =
    (invocations - stored) * assumed.billedSeconds + stored * assumed.inspectionSeconds;
  const views = reference.views;
  return {
    months: reference.months,
    calls,
    invocations,
    gigabyteSeconds: seconds * assumed.functionGigabytes,
    readUnits: sumOf(steps, 'readUnits'),
    writeUnits: sumOf(steps, 'writeUnits'),
    logGigabytes: (invocations * assumed.kilobytesLogged) / 1_000_000,
    puts: stored,
    gets: downloads + 2 * stored + views * assumed.originShare,
    gigabyteMonths: gigabytes * assumed.monthsLying,
    downloadGigabytes: (downloads * reference.documentMegabytes) / 1000,
    downloadsFrom,
    edgeGigabytes: (views * assumed.pageKilobytes + calls * assumed.answerKilobytes) / 1_000_000,
    edgeRequests: views + calls + (downloadsFrom === 'edge' ? downloads : 0),
    mails: sumOf(steps, 'mails') + entries * assumed.signInsOfEntry,
    signatures: entries,
    scannedGigabytes: gigabytes,
    scannedObjects: stored,
  };
}
