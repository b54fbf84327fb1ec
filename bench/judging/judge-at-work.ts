import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { editionId, roundId } from '../contest/seed-contest.ts';

const sheet = z.object({
  version: z.int(),
  state: z.string(),
  points: z.record(z.string(), z.string()),
  comment: z.string(),
});
type Sheet = z.infer<typeof sheet>;

/** What became of one judge's work. */
export interface WorkDone {
  /** Milliseconds of each save, in their order. */
  readonly saves: readonly number[];
  readonly submit: number;
  /** Requests that were sent again, with the same key, because their connection was gone. */
  readonly repeated: number;
  /** What was acknowledged and what stands, where they differ. */
  readonly lost: readonly string[];
}

/** A judge saves the own sheet so many times, each on what the one before was answered, hands it in and reads it back. */
export async function judgeAtWork(
  origin: string,
  { token, entryId }: { readonly token: string; readonly entryId: string },
  { saves, criteria }: { readonly saves: number; readonly criteria: readonly string[] },
): Promise<WorkDone> {
  using connection = connect(origin, token);
  const path = `/api/editions/${editionId}/rounds/${roundId}/entries/${entryId}/sheet`;
  const taken: number[] = [];
  const lost: string[] = [];
  const expectStored = (what: string, told: Sheet, wanted: Sheet): void => {
    for (const name of ['version', 'state', 'comment'] as const) {
      if (told[name] !== wanted[name]) lost.push(`${what}: ${name} ${told[name]}`);
    }
    for (const id of criteria) {
      if (told.points[id] !== wanted.points[id]) lost.push(`${what}: points of ${id}`);
    }
  };

  let wanted: Sheet = { version: 0, state: 'none', points: {}, comment: '' };
  for (let at = 0; at < saves; at += 1) {
    const points = Object.fromEntries(criteria.map((id, index) => [id, `${(at + index) % 6}`]));
    const comment = `Nhận xét lần ${at} về ${entryId}`;
    const body = { planVersion: 1, points, comment, note: '' };
    const { told, milliseconds } = await connection.call('PUT', path, wanted.version, body);
    taken.push(milliseconds);
    wanted = { version: wanted.version + 1, state: 'draft', points, comment };
    expectStored(`save ${at}`, told, wanted);
  }
  const handedIn = await connection.call('POST', `${path}/submission`, wanted.version);
  wanted = { ...wanted, version: wanted.version + 1, state: 'submitted' };
  expectStored('submit', handedIn.told, wanted);
  expectStored('read back', (await connection.call('GET', path)).told, wanted);
  return { saves: taken, submit: handedIn.milliseconds, repeated: connection.repeated(), lost };
}

/** A connection that is idle for too long under load is closed by the host just as the next request leaves. */
const mostTries = 5;

function connect(origin: string, token: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let repeated = 0;
  const send = async (method: string, path: string, headers: object, json: string | undefined) =>
    await new Promise<{ status: number; body: string }>((resolve, reject) => {
      const options = { method, headers: { ...headers }, agent };
      request(`${origin}${path}`, options, (response) => {
        const status = response.statusCode ?? 0;
        text(response).then((body) => resolve({ status, body }), reject);
      })
        .on('error', reject)
        .end(json);
    });
  const sendUntilAnswered = async (...given: Parameters<typeof send>) => {
    for (let left = mostTries; left > 1; left -= 1) {
      try {
        return await send(...given);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ECONNRESET'))
          throw error;
        repeated += 1;
      }
    }
    return await send(...given);
  };
  return {
    repeated: () => repeated,
    /** @throws Error when it is refused */
    async call(method: string, path: string, ifMatch?: number, body?: object) {
      const json = body === undefined ? undefined : JSON.stringify(body);
      const headers = {
        authorization: `Bearer ${token}`,
        ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
        ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
        ...(json === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) }),
      };
      const started = performance.now();
      const answer = await sendUntilAnswered(method, path, headers, json);
      const milliseconds = performance.now() - started;
      if (answer.status !== 200) throw new Error(`${method} ${answer.status}: ${answer.body}`);
      return { told: sheet.parse(JSON.parse(answer.body)), milliseconds };
    },
    [Symbol.dispose]: () => agent.destroy(),
  };
}
