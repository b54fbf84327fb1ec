import { describe, expect, it } from 'vitest';
import {
  occurrences,
  reference,
  referenceUse,
  scaledStep,
} from '../../bench/price/reference-contest.ts';
import { type ContestUse, contestBill, costOf } from '../../lib/infra/contest-bill.ts';

const nothing: ContestUse = {
  ...{ months: 2, calls: 0, invocations: 0, gigabyteSeconds: 0, readUnits: 0, writeUnits: 0 },
  ...{ logGigabytes: 0, puts: 0, gets: 0, gigabyteMonths: 0, downloadGigabytes: 0 },
  ...{ downloadsFrom: 'bucket', edgeGigabytes: 0, edgeRequests: 0, mails: 0, signatures: 0 },
  ...{ scannedGigabytes: 0, scannedObjects: 0 },
};
const billOf = (use: Partial<ContestUse>) =>
  contestBill({ ...nothing, ...use })
    .filter(({ listed }) => listed > 0)
    .map(({ part, what, count, listed, usd }) => [
      part,
      what,
      count,
      Number(listed.toFixed(4)),
      Number(usd.toFixed(4)),
    ]);

describe('the bill of a contest', () => {
  it('is nothing for nothing', () => {
    expect(billOf({})).toEqual([]);
  });

  it('charges calls, units, mails and dossiers from the first', () => {
    const use = { calls: 200_000, readUnits: 1_000_000, writeUnits: 2_000_000 };
    expect(billOf({ ...use, mails: 3000, gigabyteMonths: 75, signatures: 500 })).toEqual([
      ['core', 'API calls', 200_000, 0.25, 0.25],
      ['core', 'read units', 1_000_000, 0.143, 0.143],
      ['core', 'write units', 2_000_000, 1.43, 1.43],
      ['files', 'dossiers (GB-months)', 75, 1.875, 1.875],
      ['words', 'mails', 3000, 0.3, 0.3],
      ['words', 'signatures', 500, 0.0075, 0.0075],
    ]);
  });

  it('charges functions, logs and the edge only beyond what is free in each month', () => {
    const all = { invocations: 2_000_000, gigabyteSeconds: 800_000, logGigabytes: 10 };
    const edge = { edgeGigabytes: 2000, edgeRequests: 20_000_000 };
    const usd = (use: Partial<ContestUse>) => billOf(use).map((line) => line[4]);
    expect(usd({ ...all, ...edge })).toEqual([0, 0, 0, 0, 0]);
    expect(usd({ ...all, ...edge, months: 1 })).toEqual([0.2, 5.3334, 3.5, 120, 12]);
  });

  it('charges a download where it comes from', () => {
    const use = { downloadGigabytes: 1500 };
    expect(billOf(use)).toEqual([['files', 'sent by S3 itself (GB)', 1500, 180, 156]]);
    expect(billOf({ ...use, downloadsFrom: 'edge' })).toEqual([
      ['files', 'sent by CloudFront (GB)', 1500, 180, 0],
    ]);
    expect(billOf({ ...use, downloadsFrom: 'edge', months: 1 })).toEqual([
      ['files', 'sent by CloudFront (GB)', 1500, 180, 60],
    ]);
  });

  it('adds up the parts that are asked for', () => {
    const bill = contestBill({ ...nothing, calls: 1_000_000, mails: 1000, scannedGigabytes: 10 });
    expect(costOf(bill, 'core')).toBeCloseTo(1.25);
    expect(costOf(bill, 'core', 'words')).toBeCloseTo(1.35);
    expect(costOf(bill, 'scan')).toBeCloseTo(1.1);
  });
});

const counted = { entries: 10, sheets: 30 };
const cost = { calls: 1, mails: 0, readUnits: 5, readBytes: 8192, writeUnits: 2, changes: 1 };

describe('a counted step in the reference contest', () => {
  it('takes what it took as often as it occurs', () => {
    const { times = 0 } = occurrences['save a sheet'] ?? {};
    expect(times).toBe(15_000);
    expect(scaledStep('save a sheet', cost, counted)).toEqual({
      ...{ step: 'save a sheet', times, calls: times, mails: 0 },
      ...{ readUnits: 5 * times, writeUnits: 2 * times, changes: times },
    });
  });

  it('reads more where it reads everything, and writes more where it writes of each entry', () => {
    // 8 KB of 30 sheets are 500 times as much of 15,000.
    expect(scaledStep('approve a ranking', cost, counted)).toEqual({
      ...{ step: 'approve a ranking', times: 2, calls: 2, mails: 0 },
      ...{ readUnits: 2 * (5 + 2 * 499), writeUnits: 200, changes: 100 },
    });
    expect(scaledStep('look at the progress', cost, counted).readUnits).toBe(300 * (5 + 2 * 49));
    expect(scaledStep('read a page of the list', cost, counted).readUnits).toBe(2000 * (5 + 2 * 4));
  });

  it('is refused when nobody said how often it occurs', () => {
    expect(() => scaledStep('sing', cost, counted)).toThrow('how often: sing?');
  });

  it('tells two functions of each change and of each upload', () => {
    const step = { step: 'save a sheet', times: 10, calls: 10, readUnits: 50, writeUnits: 20 };
    const use = referenceUse([{ ...step, changes: 30, mails: 4 }], 'bucket');
    const documents = reference.entries * reference.documents;
    expect([use.calls, use.invocations]).toEqual([10, 10 + 60 + 2 * documents]);
    expect([use.readUnits, use.writeUnits, use.mails]).toEqual([50, 20, 4 + 500 * 6]);
    expect([use.downloadGigabytes, use.scannedGigabytes, use.gigabyteMonths]).toEqual([
      1500, 50, 75,
    ]);
  });
});
