import { expect, test } from 'vitest';
import { listen } from '../../../lib/platform/host/http-server.ts';

test('a connection is kept longer than a proxy keeps it', async () => {
  const server = await listen('127.0.0.1', 0);
  server.serve((_, response) => void response.end('ok'));
  const answer = await fetch(`http://127.0.0.1:${server.port}/`);
  expect([await answer.text(), answer.headers.get('keep-alive')]).toEqual(['ok', 'timeout=65']);
  await server.close();
});
