import { fileURLToPath } from 'node:url';
import { isPublic } from '../../contract/route.ts';
import type { Endpoint } from '../../http/endpoint.ts';
import { lambda } from '../../http/lambda.ts';
import type { EventServices, Services } from '../../http/services.ts';
import type { Reaction } from '../events.ts';
import type { Table } from '../table.ts';
import { clamdReactions } from './clamd-reaction.ts';
import { createDocs } from './docs.ts';
import { startDelivery } from './event-delivery.ts';
import type { Reactions } from './event-round.ts';
import { createFront, type MayServe, nothingHere, type Serve } from './front.ts';
import { createGateway, type GatewayRoute } from './gateway.ts';
import type { HostOptions } from './host-options.ts';
import type { Log } from './log.ts';
import type { ReceivedMail } from './mail-box.ts';
import { serveMailBox } from './mail-box-page.ts';
import { openParts, type Parts } from './open-parts.ts';
import { serveResults } from './results-server.ts';
import { createShiftableClock } from './shiftable-clock.ts';
import { CLIENT_ID } from './sign-in/mint-token.ts';
import { createSite } from './site.ts';
import { createStartPage } from './start-page.ts';

/** What runs on the host: the functions, and the document that describes them. */
export interface Joined {
  readonly endpoints: readonly Endpoint[];
  /** By name: a name is remembered with what failed. */
  readonly reactions: { readonly [name: string]: (services: EventServices) => Reaction };
  readonly openapi: (signIn?: { authorizationUrl: string; tokenUrl: string }) => object;
}

/** The running system. */
export interface Host {
  /** Where it is reached, without a slash at the end. */
  readonly origin: string;
  readonly services: EventServices;
  readonly table: Table;
  /** An access token for the account of this mailbox. @throws Error where an office has its own provider */
  token(email: string): Promise<string>;
  /** What is in the mail box, newest first. @throws Error where mail goes out */
  mails(to?: string): Promise<readonly ReceivedMail[]>;
  /** Resolves when every event that is due has reached every reaction. */
  settled(): Promise<void>;
  /** Moves the clock of receipt times and of the scheduler. @throws Error unless it was started shiftable */
  advance(milliseconds: number): void;
  /** Lets what is under way finish, then closes everything. */
  close(): Promise<void>;
}

/** Starts the system on this machine with these functions. @throws FolderInUse, PortInUse */
export async function startHost(options: HostOptions, joined: Joined): Promise<Host> {
  const line = options.log ?? ((text: string) => void process.stdout.write(`${text}\n`));
  const log: Log = (entry) => line(JSON.stringify({ ...entry, at: new Date().toISOString() }));
  const clock = createShiftableClock(options.clock);
  await using opening = new AsyncDisposableStack();
  const parts = await openParts({ ...options, log, clock: clock.now }, opening);
  const { server, storage, services, origin, sourceIp } = parts;

  const gateway = createGateway({
    routes: gatewayRoutes(joined.endpoints, services, line),
    verify: parts.issuer.verify,
    clock: clock.now,
    log,
    sourceIp,
    limits: options.gatewayLimits ?? {},
  });
  const docs = createDocs(() => joined.openapi(parts.issuer.signIn));
  const delivery = startDelivery({
    table: storage.database,
    queue: storage.queue,
    reactions: {
      ...reactionsOf(joined, services),
      ...clamdReactions(options.clamd, { ...storage, log }),
    },
    clock: clock.now,
    log,
  });
  opening.defer(delivery.stop);
  await storage.watch();
  const isBehindProxy = options.origin !== undefined;
  const site = await siteOf(options, parts);
  const first: MayServe = async (request, response) =>
    (await docs(request, response)) || (await site?.(request, response)) === true;
  const front = { origin, port: server.port, isBehindProxy, log, first };
  server.serve(createFront({ ...front, ...mountsOf(parts, gateway) }));
  // Once more, and so the first to be closed: nothing may come in while the rest is closing.
  opening.defer(server.close);
  const opened = opening.move();

  return {
    origin,
    services,
    table: storage.table,
    token: async (email) => await present(parts.signIn, 'a sign-in of our own').token(email),
    mails: async (to) => await present(parts.mail.box, 'a mail box').list(to),
    async settled() {
      let isNews = true;
      while (isNews) {
        const isSeen = await storage.caughtUp();
        // What was due may have written where only a watcher sees it.
        const isDelivered = await delivery.settled();
        isNews = isSeen || isDelivered;
      }
    },
    advance(milliseconds) {
      if (options.isShiftable !== true) throw new Error('this host was not started shiftable');
      clock.advance(milliseconds);
    },
    close: async () => await opened.disposeAsync(),
  };
}

/** One handler per function, as on AWS. */
function gatewayRoutes(
  endpoints: readonly Endpoint[],
  services: Services,
  log: (line: string) => void,
): readonly GatewayRoute[] {
  const functions = Map.groupBy(endpoints, ({ route }) => route.capability);
  return [...functions.values()].flatMap((own) => {
    const invoke = lambda(own, () => services, { log });
    return own.map(({ route }) => {
      const { method, path } = route;
      return { method, path, isPublic: isPublic(route), invoke };
    });
  });
}

function reactionsOf({ reactions }: Joined, services: EventServices): Reactions {
  const entries = Object.entries(reactions).map(([name, make]) => [name, make(services)]);
  return Object.fromEntries(entries);
}

/** Where `npm ci` builds the pages into. */
const siteFolder = fileURLToPath(new URL('../../../web/dist/', import.meta.url));

async function siteOf({ issuer, files }: HostOptions, { signIn }: Parts) {
  const others = [issuer?.url, files?.kind === 's3' ? files.endpoint : undefined];
  return await createSite(siteFolder, {
    // A provider of the office's own has to know the pages by the same name.
    signIn: { issuer: signIn?.issuer ?? issuer?.url ?? '', clientId: CLIENT_ID },
    talksTo: others.flatMap((url) => (url === undefined ? [] : [new URL(url).origin])),
  });
}

function mountsOf({ storage, signIn, mail, services }: Parts, gateway: Serve) {
  const { box } = mail;
  const { serveFiles } = storage;
  const pages = new Map<string, Serve>([['/', createStartPage({ mailBox: box !== undefined })]]);
  const mounts = new Map<string, Serve>([['api', gateway]]);
  const published: Serve = (request, response) => serveResults(services.results, request, response);
  mounts.set('results', published).set('certificates', published);
  if (box !== undefined) {
    pages.set('/mailbox', (request, response) => serveMailBox(box, request, response));
  }
  if (signIn !== undefined) mounts.set('oidc', signIn.handle).set('sign-in', signIn.handle);
  if (serveFiles !== undefined) {
    mounts.set('files', async (request, response) => {
      if (!(await serveFiles(request, response))) await nothingHere(request, response);
    });
  }
  return { pages, mounts };
}

function present<T>(part: T | undefined, what: string): T {
  if (part === undefined) throw new Error(`this host runs without ${what}`);
  return part;
}
