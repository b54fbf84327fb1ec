import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { onEvents } from '../../lib/platform/aws/event-handler.ts';
import {
  duePayload,
  eventOfSingle,
  eventOfStreamRecord,
  MalformedEvent,
} from '../../lib/platform/aws/stream-events.ts';
import type { ContestEvent } from '../../lib/platform/events.ts';

const sample = (name: string) =>
  JSON.parse(readFileSync(new URL(`../support/aws-events/${name}.json`, import.meta.url), 'utf8'));

const record = (sk: string, n: number) => ({
  eventID: `id-${sk}-${n}`,
  eventName: 'INSERT',
  eventSource: 'aws:dynamodb',
  dynamodb: {
    Keys: { pk: { S: 'p' }, sk: { S: sk } },
    NewImage: { pk: { S: 'p' }, sk: { S: sk }, v: { N: String(n) } },
    SequenceNumber: String(100 + n),
    StreamViewType: 'NEW_AND_OLD_IMAGES',
  },
});

const problem = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof MalformedEvent) return error.message;
  }
  return 'no MalformedEvent';
};

describe('events of AWS', () => {
  it('reads a stream record of each kind', () => {
    const images = {
      OldImage: { pk: { S: 'p' }, sk: { S: 'a' }, v: { N: '1' } },
      NewImage: {
        pk: { S: 'p' },
        sk: { S: 'a' },
        v: { N: '2' },
        list: { L: [{ NULL: true }, { BOOL: false }, { M: { deep: { S: '' } } }] },
      },
    };
    const before = { pk: 'p', sk: 'a', v: 1 };
    const after = { pk: 'p', sk: 'a', v: 2, list: [null, false, { deep: '' }] };
    const of = (eventName: string, dynamodb: object) =>
      eventOfStreamRecord({ eventID: 'x', eventName, dynamodb });
    const { OldImage, NewImage } = images;
    expect(of('MODIFY', images)).toEqual({ kind: 'item-changed', id: 'x', before, after });
    expect(of('INSERT', { NewImage })).toEqual({ kind: 'item-changed', id: 'x', after });
    expect(of('REMOVE', { OldImage })).toEqual({ kind: 'item-changed', id: 'x', before });
  });

  it("reads S3's, GuardDuty's and our own events as they are documented", () => {
    expect(eventOfSingle(sample('object-created'))).toEqual({
      kind: 'object-stored',
      id: '17793124-05d4-b198-2fde-7ededc63b103',
      key: 'entries/e1/Hồ sơ (1).pdf',
      versionId: 'IYV3p45BT0ac8hjHg1houSdS1a.Mro8e',
      size: 5,
    });
    expect(eventOfSingle(sample('object-scanned'))).toEqual({
      kind: 'object-scanned',
      id: '72c7d362-737a-6dce-fc78-9e27a0171419',
      key: 'entries/e1/plan.pdf',
      versionId: 'd41d8cd98f00b204e9800998eEXAMPLE',
      verdict: 'NO_THREATS_FOUND',
    });
    expect(eventOfSingle(JSON.parse(duePayload('close-1', '2026-05-04T03:00:00')))).toEqual({
      kind: 'due',
      id: 'due-close-1-2026-05-04T03:00:00',
      name: 'close-1',
    });
  });

  it('names what is wrong with a malformed event, and not what it held', () => {
    const created = sample('object-created');
    const without = structuredClone(created);
    delete without.detail.object['version-id'];
    expect(problem(() => eventOfSingle(without))).toMatch(/version-id/);
    const scanned = sample('object-scanned');
    scanned.detail.scanResultDetails.scanResultStatus = 'PROBABLY_FINE';
    const message = problem(() => eventOfSingle(scanned));
    expect(message).toMatch(/scanResultStatus/);
    expect(message).not.toMatch(/PROBABLY_FINE/);
    expect(problem(() => eventOfSingle({ 'detail-type': 'Something Else' }))).toMatch(
      /detail-type/,
    );
    expect(problem(() => eventOfSingle(null))).toMatch(/object/);
    const { dynamodb } = record('a', 1);
    const bad = [
      [{ eventName: 'INSERT', dynamodb }, /eventID/],
      [{ eventID: 'x', eventName: 'OTHER', dynamodb }, /eventName/],
      [{ eventID: 'x', eventName: 'REMOVE', dynamodb }, /OldImage/],
      [{ eventID: 'x', eventName: 'MODIFY', dynamodb }, /OldImage/],
      [{ eventID: 'x', eventName: 'INSERT', dynamodb: { NewImage: { pk: { S: 1 } } } }, /pk/],
      [{ eventID: 'x', eventName: 'INSERT', dynamodb: { NewImage: { pk: { S: 'p' } } } }, /item/],
      [
        {
          eventID: 'x',
          eventName: 'INSERT',
          dynamodb: { NewImage: { ...dynamodb.NewImage, set: { SS: ['a'] } } },
        },
        /item/,
      ],
    ] as const;
    for (const [event, pattern] of bad) {
      expect(problem(() => eventOfStreamRecord(event))).toMatch(pattern);
    }
  });
});

describe('an event function', () => {
  const run = async (event: unknown, fails: (event: ContestEvent) => boolean = () => false) => {
    const seen: string[] = [];
    const failures: string[] = [];
    const reaction = (name: string) => async (one: ContestEvent) => {
      seen.push(`${name} ${one.id}`);
      if (fails(one)) throw new Error('broken');
    };
    const handler = onEvents([reaction('first'), reaction('second')], (failure) => {
      failures.push(failure.sequenceNumber);
    });
    return { answer: await handler(event), seen, failures };
  };

  it('tells every reaction of every record of a batch, in order', async () => {
    const { answer, seen, failures } = await run({ Records: [record('a', 1), record('b', 2)] });
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(seen).toEqual(['first id-a-1', 'second id-a-1', 'first id-b-2', 'second id-b-2']);
    expect(failures).toEqual([]);
  });

  it('stops at the first failure and asks for that record and the later ones', async () => {
    const Records = [record('a', 1), record('b', 2), record('c', 3)];
    const { answer, seen, failures } = await run({ Records }, (event) => event.id === 'id-b-2');
    expect(answer).toEqual({
      batchItemFailures: [{ itemIdentifier: '102' }, { itemIdentifier: '103' }],
    });
    expect(seen).toEqual(['first id-a-1', 'second id-a-1', 'first id-b-2']);
    expect(failures).toEqual(['102']);
  });

  it('treats a malformed record as a failure of that record', async () => {
    const malformed = { dynamodb: { SequenceNumber: '102' } };
    const { answer, seen } = await run({ Records: [record('a', 1), malformed] });
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '102' }] });
    expect(seen).toHaveLength(2);
  });

  it('throws back what comes alone and fails, or is no event of ours', async () => {
    const due = JSON.parse(duePayload('x', '2026-05-04T03:00:00'));
    expect((await run(due)).seen).toEqual([
      'first due-x-2026-05-04T03:00:00',
      'second due-x-2026-05-04T03:00:00',
    ]);
    await expect(run(due, () => true)).rejects.toThrow('broken');
    await expect(run({ Records: [{}] })).rejects.toThrow(MalformedEvent);
  });
});
