import { request } from 'node:http';
import { listen } from './http-server.ts';

/** What the policy of lib/infra/document-links.ts lets through, beside the ranges that CloudFront passes on by itself. */
const passedOn = [
  'access-control-request-headers',
  'access-control-request-method',
  'origin',
  'range',
];

/**
 * Stands before an S3 server as CloudFront does before the dossiers: it has no access of its own, asks under the server's name,
 * passes path and query on as they are, and lets no method through that writes.
 */
export async function edgeBefore(s3: string): Promise<{ url: string; close(): Promise<void> }> {
  const { hostname, port, host } = new URL(s3);
  return await listen((asked, answer) => {
    const method = asked.method ?? '';
    if (!['GET', 'HEAD', 'OPTIONS'].includes(method)) {
      answer.writeHead(403).end();
      return;
    }
    const kept = Object.entries(asked.headers).filter(([name]) => passedOn.includes(name));
    const headers = { ...Object.fromEntries(kept), host };
    const onward = request({ hostname, port, method, path: asked.url, headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    onward.end();
  });
}
