import { freeEachMonth, usePrices } from './use-prices.ts';

/** What a whole contest uses; what is free is free in each of its months, over which use is taken to spread evenly. */
export interface ContestUse {
  readonly months: number;
  /** Of the API. */
  readonly calls: number;
  /** Of all functions, those that events call included. */
  readonly invocations: number;
  readonly gigabyteSeconds: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly logGigabytes: number;
  readonly puts: number;
  readonly gets: number;
  /** Dossiers, by the months they lie there. */
  readonly gigabyteMonths: number;
  /** Downloads of dossiers. */
  readonly downloadGigabytes: number;
  /** Whose links lead to S3 itself, or through CloudFront. */
  readonly downloadsFrom: 'bucket' | 'edge';
  /** Pages and calls that go through CloudFront, without downloads. */
  readonly edgeGigabytes: number;
  readonly edgeRequests: number;
  readonly mails: number;
  readonly signatures: number;
  readonly scannedGigabytes: number;
  readonly scannedObjects: number;
}

/** `core`: requests, compute, database; `scan`: stated apart, because an office may go without. */
export type BillPart = 'core' | 'files' | 'words' | 'scan';

export interface UseLine {
  readonly part: BillPart;
  readonly what: string;
  readonly count: number;
  /** By the list. */
  readonly listed: number;
  /** With what is always free. */
  readonly usd: number;
}

interface Priced {
  readonly part: BillPart;
  readonly what: string;
  readonly count: number;
  readonly price: number;
  /** In all months together. */
  readonly free?: number;
}

const lineOf = ({ part, what, count, price, free = 0 }: Priced): UseLine => ({
  part,
  what,
  count,
  listed: count * price,
  usd: Math.max(0, count - free) * price,
});

const million = 1_000_000;

/** Requests, compute and database. */
const coreOf = (use: ContestUse, months: number): readonly Priced[] => [
  { part: 'core', what: 'API calls', count: use.calls, price: usePrices.millionCalls / million },
  {
    ...{ part: 'core', what: 'function calls', count: use.invocations },
    price: usePrices.millionInvocations / million,
    free: freeEachMonth.invocations * months,
  },
  {
    ...{ part: 'core', what: 'function GB-seconds', count: use.gigabyteSeconds },
    price: usePrices.gigabyteSecond,
    free: freeEachMonth.gigabyteSeconds * months,
  },
  {
    ...{ part: 'core', what: 'read units', count: use.readUnits },
    price: usePrices.millionReadUnits / million,
  },
  {
    ...{ part: 'core', what: 'write units', count: use.writeUnits },
    price: usePrices.millionWriteUnits / million,
  },
  {
    ...{ part: 'core', what: 'function logs (GB)', count: use.logGigabytes },
    price: usePrices.logGigabyte,
    free: freeEachMonth.logGigabytes * months,
  },
];

/** Dossiers and whatever the edge sends. */
const filesOf = (use: ContestUse, months: number): readonly Priced[] => {
  const isEdge = use.downloadsFrom === 'edge';
  const edgeGigabytes = use.edgeGigabytes + (isEdge ? use.downloadGigabytes : 0);
  const out = isEdge ? 0 : use.downloadGigabytes;
  return [
    { part: 'files', what: 'S3 writes', count: use.puts, price: usePrices.thousandPuts / 1000 },
    { part: 'files', what: 'S3 reads', count: use.gets, price: usePrices.thousandGets / 1000 },
    {
      ...{ part: 'files', what: 'dossiers (GB-months)', count: use.gigabyteMonths },
      price: usePrices.gigabyteMonth,
    },
    {
      ...{ part: 'files', what: 'sent by S3 itself (GB)', count: out },
      price: usePrices.gigabyteOut,
      free: freeEachMonth.gigabytesOut * months,
    },
    {
      ...{ part: 'files', what: 'sent by CloudFront (GB)', count: edgeGigabytes },
      price: usePrices.edgeGigabyte,
      free: freeEachMonth.edgeGigabytes * months,
    },
    {
      ...{ part: 'files', what: 'CloudFront requests', count: use.edgeRequests },
      price: usePrices.edgeTenThousandRequests / 10_000,
      free: freeEachMonth.edgeRequests * months,
    },
  ];
};

/** Mails, signatures, and the scan. */
const restOf = (use: ContestUse): readonly Priced[] => [
  { part: 'words', what: 'mails', count: use.mails, price: usePrices.thousandMails / 1000 },
  {
    ...{ part: 'words', what: 'signatures', count: use.signatures },
    price: usePrices.tenThousandSignatures / 10_000,
  },
  {
    ...{ part: 'scan', what: 'malware scan (GB)', count: use.scannedGigabytes },
    price: usePrices.scannedGigabyte,
  },
  {
    ...{ part: 'scan', what: 'malware scan (objects)', count: use.scannedObjects },
    price: usePrices.thousandScannedObjects / 1000,
  },
];

/** What a contest's use costs, line by line, beside what an idle month costs anyway (`idleBill`). */
export const contestBill = (use: ContestUse): readonly UseLine[] =>
  [...coreOf(use, use.months), ...filesOf(use, use.months), ...restOf(use)].map(lineOf);

/** USD of these parts, with what is always free. */
export const costOf = (bill: readonly UseLine[], ...parts: readonly BillPart[]): number =>
  bill.filter(({ part }) => parts.includes(part)).reduce((sum, { usd }) => sum + usd, 0);
