import { createServer } from 'node:http';
import { openFolderFiles } from '../../lib/platform/host/folder-files.ts';

/** `node folder-server-process.ts <folder> <port>`: serves a folder until it is killed. Says `ready` when it can. */
const [, , folder = '', port = ''] = process.argv;
const baseUrl = `http://127.0.0.1:${port}/files`;
const files = await openFolderFiles({ folder, baseUrl, secret: Buffer.alloc(32, 9) });
const server = createServer((request, response) => void files.serve(request, response));
server.listen(Number(port), '127.0.0.1', () => console.log('ready'));
