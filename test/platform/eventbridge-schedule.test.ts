import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { afterEach, describe, expect, it } from 'vitest';
import { createEventBridgeSchedule } from '../../lib/platform/aws/eventbridge-schedule.ts';
import { eventOfSingle } from '../../lib/platform/aws/stream-events.ts';
import { LOCAL_CREDENTIALS } from '../support/dynamo-local.ts';

interface Call {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly body: { readonly ScheduleExpression: string; readonly Target: { Input: string } };
}

/** A server that keeps schedules by name as the Scheduler's API documents it; one can complete before a call. */
async function startScheduler(): Promise<{
  endpoint: string;
  calls: Call[];
  completesBefore: Set<string>;
  server: Server;
}> {
  const calls: Call[] = [];
  const known = new Set<string>();
  const completesBefore = new Set<string>();
  const answer = (method: string, path: string): [number, string] => {
    if (completesBefore.delete(method)) known.delete(path);
    if (method === 'POST' && known.has(path)) return [409, 'ConflictException'];
    if (method === 'PUT' && !known.has(path)) return [404, 'ResourceNotFoundException'];
    if (path.endsWith('refused')) return [400, 'ValidationException'];
    known.add(path);
    return [200, ''];
  };
  const server = createServer((request: IncomingMessage, response) => {
    const { method = '', url = '' } = request;
    void json(request).then((body) => {
      calls.push({ method, path: url, body: body as Call['body'] });
      const [status, type] = answer(method, url);
      response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': type });
      response.end(JSON.stringify(status === 200 ? { ScheduleArn: 'arn' } : { Message: type }));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    calls,
    completesBefore,
    server,
  };
}

describe('the schedule on EventBridge Scheduler', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });
  const now = Date.parse('2026-05-04T03:00:00.000Z');
  const open = async () => {
    const scheduler = await startScheduler();
    servers.push(scheduler.server);
    const client = new SchedulerClient({
      region: 'local',
      endpoint: scheduler.endpoint,
      credentials: LOCAL_CREDENTIALS,
    });
    const schedule = createEventBridgeSchedule({
      client,
      groupName: 'contest',
      targetArn: 'arn:aws:lambda:ap-southeast-1:111122223333:function:due',
      roleArn: 'arn:aws:iam::111122223333:role/scheduler',
      deadLetterArn: 'arn:aws:sqs:ap-southeast-1:111122223333:dead',
      clock: () => now,
    });
    const outline = () =>
      scheduler.calls.map(({ method, body }) => `${method} ${body.ScheduleExpression}`);
    return { ...scheduler, schedule, outline };
  };

  it('makes a one-time schedule that removes itself and calls back with our event', async () => {
    const { schedule, calls } = await open();
    await schedule.at('close-round.1', '2026-06-01T17:00:00+07:00');
    expect(calls).toEqual([
      {
        method: 'POST',
        path: '/schedules/close-round.1',
        body: {
          ClientToken: expect.any(String),
          GroupName: 'contest',
          ScheduleExpression: 'at(2026-06-01T10:00:00)',
          ScheduleExpressionTimezone: 'UTC',
          FlexibleTimeWindow: { Mode: 'OFF' },
          ActionAfterCompletion: 'DELETE',
          Target: {
            Arn: 'arn:aws:lambda:ap-southeast-1:111122223333:function:due',
            RoleArn: 'arn:aws:iam::111122223333:role/scheduler',
            Input: expect.any(String),
            DeadLetterConfig: { Arn: 'arn:aws:sqs:ap-southeast-1:111122223333:dead' },
          },
        },
      },
    ]);
    expect(eventOfSingle(JSON.parse(calls[0]!.body.Target.Input))).toEqual({
      kind: 'due',
      id: 'due-close-round.1-2026-06-01T10:00:00',
      name: 'close-round.1',
    });
  });

  it('replaces an earlier wish of the name, also when that completes meanwhile', async () => {
    const { schedule, outline, completesBefore } = await open();
    await schedule.at('x', '2026-06-01T00:00:00Z');
    await schedule.at('x', '2026-06-02T00:00:00Z');
    completesBefore.add('PUT');
    await schedule.at('x', '2026-06-03T00:00:00Z');
    expect(outline()).toEqual([
      'POST at(2026-06-01T00:00:00)',
      'POST at(2026-06-02T00:00:00)',
      'PUT at(2026-06-02T00:00:00)',
      'POST at(2026-06-03T00:00:00)',
      'PUT at(2026-06-03T00:00:00)',
      'POST at(2026-06-03T00:00:00)',
    ]);
  });

  it('is never early and never asks for the past', async () => {
    const { schedule, outline } = await open();
    await schedule.at('a', '2026-06-01T00:00:00.001Z');
    await schedule.at('b', '2020-01-01T00:00:00Z');
    expect(outline()).toEqual(['POST at(2026-06-01T00:00:01)', 'POST at(2026-05-04T03:01:00)']);
  });

  it('refuses bad names and instants, and passes on what the service refuses', async () => {
    const { schedule, calls } = await open();
    await expect(schedule.at('a/b', '2026-06-01T00:00:00Z')).rejects.toThrow(RangeError);
    await expect(schedule.at('a', 'soon')).rejects.toThrow(RangeError);
    expect(calls).toEqual([]);
    await expect(schedule.at('refused', '2026-06-01T00:00:00Z')).rejects.toThrow(
      'ValidationException',
    );
  });
});
