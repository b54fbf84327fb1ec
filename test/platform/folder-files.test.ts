import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { openFolderFiles } from '../../lib/platform/host/folder-files.ts';
import { filesContract } from './files-contract.ts';

describe('folder files', () => {
  const secret = Buffer.alloc(32, 7);
  let server: Server | undefined;
  let folder: string | undefined;
  afterAll(async () => {
    server?.closeAllConnections();
    server?.close();
    if (folder !== undefined) await rm(folder, { recursive: true });
  });

  filesContract(async () => {
    folder = await mkdtemp(join(tmpdir(), 'folder-files-'));
    server = createServer((request, response) => {
      void files.serve(request, response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const options = { folder, baseUrl: `http://127.0.0.1:${address.port}/files`, secret };
    let offset = 0;
    const files = await openFolderFiles(options);
    const shifted = await openFolderFiles({ ...options, clock: () => Date.now() + offset });
    return {
      files,
      filesAt(offsetMs) {
        offset = offsetMs;
        return shifted;
      },
      verifiesBytes: true,
      storesOnce: true,
      sendsSecurityHeaders: true,
    };
  });
});
