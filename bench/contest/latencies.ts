import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { isWrite } from '../../lib/contract/route.ts';
import type { RunningHost } from '../host/start-host.ts';
import type { MeasuredCall, Said, Who } from './measured-calls.ts';

/** Milliseconds of this many calls, one at a time over one connection. @throws Error when one is refused */
export async function latencies(
  host: RunningHost,
  { route, said }: MeasuredCall,
  calls: number,
): Promise<readonly number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const taken: number[] = [];
  for (let at = 0; at < calls; at += 1) {
    const one = said(at);
    const started = performance.now();
    const { status, body } = await send(agent, host, route, one);
    taken.push(performance.now() - started);
    if (status !== route.success) throw new Error(`${route.operation} answered ${status}: ${body}`);
  }
  agent.destroy();
  return taken;
}

async function send(agent: Agent, host: RunningHost, route: MeasuredCall['route'], said: Said) {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => said.path?.[name] ?? '');
  const query = said.query === undefined ? '' : `?${new URLSearchParams(said.query)}`;
  const token = tokenOf(host, said.who);
  const body = said.body === undefined ? undefined : JSON.stringify(said.body);
  const headers = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(isWrite(route) ? { 'idempotency-key': crypto.randomUUID() } : {}),
    ...(said.ifMatch === undefined ? {} : { 'if-match': said.ifMatch }),
    ...(body === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
  };
  const options = { method: route.method, headers, agent };
  return await new Promise<{ status: number; body: string }>((resolve, reject) => {
    request(`${host.origin}${path}${query}`, options, async (response) => {
      resolve({ status: response.statusCode ?? 0, body: await text(response) });
    })
      .on('error', reject)
      .end(body);
  });
}

function tokenOf({ tokens }: RunningHost, who: Who): string | undefined {
  if (who === 'nobody') return undefined;
  return typeof who === 'string' ? tokens[who] : tokens.submitters[who.submitter];
}
