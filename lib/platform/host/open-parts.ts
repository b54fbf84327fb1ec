import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { EventServices } from '../../http/services.ts';
import { clientAddress } from './client-address.ts';
import { lockFolder } from './folder-lock.ts';
import { writeHostFile } from './host-file.ts';
import type { HostOptions } from './host-options.ts';
import { type HttpServer, listen } from './http-server.ts';
import { openKeyFileSigner } from './key-file-signer.ts';
import type { Log } from './log.ts';
import { type OpenMail, openMail } from './open-mail.ts';
import { openStorage, type Storage } from './open-storage.ts';
import { openSignIn, type SignIn } from './sign-in/sign-in.ts';
import { type TrustedIssuer, trustOther, trustOwn } from './trusted-issuer.ts';

export interface PartsOptions extends Omit<HostOptions, 'log'> {
  readonly clock: () => number;
  readonly log: Log;
}

/** What the host is made of, opened. */
export interface Parts {
  readonly server: HttpServer;
  readonly origin: string;
  readonly sourceIp: (request: IncomingMessage) => string;
  readonly storage: Storage;
  readonly mail: OpenMail;
  /** Absent where an office has its own provider. */
  readonly signIn: SignIn | undefined;
  readonly issuer: TrustedIssuer;
  readonly services: EventServices;
}

/** Opens everything in turn and leaves with `opening` how to close it. @throws FolderInUse, PortInUse */
export async function openParts(
  options: PartsOptions,
  opening: AsyncDisposableStack,
): Promise<Parts> {
  const { dataFolder, log, clock, issuer: other } = options;
  opening.defer(lockFolder(dataFolder));
  const server = await listen(options.host ?? '127.0.0.1', options.port);
  opening.defer(server.close);
  const origin = options.origin ?? `http://127.0.0.1:${server.port}`;
  const sourceIp = clientAddress(options.origin !== undefined);

  const { table = { kind: 'sqlite' }, files = { kind: 'folder' } } = options;
  const storage = await openStorage({ dataFolder, origin, table, files, clock, log });
  opening.defer(storage.close);
  const mail = await openMail(options.mail ?? { kind: 'box' }, dataFolder);
  opening.defer(mail.close);
  const { mailer } = mail;
  const codeLimits = options.codeLimits ?? {};
  const own = async () =>
    await openSignIn({ dataFolder, origin, mailer, sourceIp, log, codeLimits });
  const { signIn, issuer } = await openIssuer(other, own);
  if (signIn !== undefined) opening.defer(signIn.close);

  await writeHostFile(dataFolder, {
    origin,
    ...(other === undefined ? {} : { otherIssuer: other.url }),
  });
  const services: EventServices = {
    table: storage.table,
    documents: storage.documents,
    results: storage.results,
    signer: await openKeyFileSigner(join(dataFolder, 'keys', 'signing-key.pem')),
    mailer,
    schedule: storage.queue.schedule,
    settings: { origin, malwareScan: malwareScanOf(options) },
    now: () => new Date(clock()).toISOString(),
  };
  return { server, origin, sourceIp, storage, mail, signIn, issuer, services };
}

function malwareScanOf({ malwareScan, clamd }: Pick<HostOptions, 'malwareScan' | 'clamd'>) {
  return malwareScan ?? (clamd === undefined ? 'off' : 'required');
}

async function openIssuer(
  other: HostOptions['issuer'],
  own: () => Promise<SignIn>,
): Promise<{ signIn: SignIn | undefined; issuer: TrustedIssuer }> {
  if (other !== undefined) return { signIn: undefined, issuer: await trustOther(other) };
  const signIn = await own();
  return { signIn, issuer: trustOwn(signIn) };
}
