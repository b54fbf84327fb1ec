import { createServer } from 'node:http';

/** The least that answers a POST of JSON with JSON: the floor that the host is measured against. Ends with its standard input. */
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body: unknown = chunks.length === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString());
    const reply = JSON.stringify(body);
    response.writeHead(200, { 'content-type': 'application/json' }).end(reply);
  });
}).listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify(server.address())}\n`);
});
process.stdin.resume().once('end', () => process.exit());
