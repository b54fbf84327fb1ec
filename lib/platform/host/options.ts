import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { clamdAddress } from './clamd-address.ts';
import type {
  Endpoint,
  FilesChoice,
  HostOptions,
  MailChoice,
  TableChoice,
} from './host-options.ts';
import { isLoopback } from './open-mail.ts';
import { UsageError } from './usage-error.ts';

/** What `--help` prints. */
export const HELP = `Runs the whole contest on this machine.

  --port NUMBER            port to listen on; 0 takes any free one   (8080)
  --host ADDRESS           address to listen on                      (127.0.0.1)
  --data FOLDER            where everything is kept                  (./.data)
  --origin URL             where people reach it, when a proxy stands in front
  --no-seed                set no example edition up (nor with --smtp or --issuer)
  --smtp URL               send mail: smtp://user:password@host:587 or smtps://…;
                           also read from SMTP_URL. Without it mail stays here, at /mailbox
  --mail-from ADDRESS      sender of mails                           (no-reply@ the origin's host)
  --issuer URL             take tokens of this OpenID provider instead of our own sign-in
  --audience TEXT          what those tokens are for                 (the origin with /api)
  --clamd ADDRESS          have ClamAV's clamd scan uploads: host:port or the path of its socket
  --table dynamodb         keep data in DynamoDB instead of SQLite …
  --table-endpoint URL     … at this address
  --files s3               keep documents in S3 instead of a folder …
  --files-endpoint URL     … at this address
  --region NAME            region of both                            (ap-southeast-1)
  --help                   this text

Keys for DynamoDB and S3 are read from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.`;

const OPTIONS = {
  port: { type: 'string', default: '8080' },
  host: { type: 'string', default: '127.0.0.1' },
  data: { type: 'string', default: '.data' },
  origin: { type: 'string' },
  'no-seed': { type: 'boolean', default: false },
  smtp: { type: 'string' },
  'mail-from': { type: 'string' },
  issuer: { type: 'string' },
  audience: { type: 'string' },
  clamd: { type: 'string' },
  table: { type: 'string', default: 'sqlite' },
  'table-endpoint': { type: 'string' },
  files: { type: 'string', default: 'folder' },
  'files-endpoint': { type: 'string' },
  region: { type: 'string', default: 'ap-southeast-1' },
  help: { type: 'boolean', default: false },
} as const;

type Environment = { readonly [name: string]: string | undefined };

export type ServeOptions =
  | { readonly kind: 'help' }
  | { readonly kind: 'run'; readonly host: HostOptions; readonly isSeeded: boolean };

/** Reads the command line of `npm start`. @throws UsageError in one line */
export function readOptions(args: readonly string[], environment: Environment): ServeOptions {
  const values = parse(args);
  if (values.help) return { kind: 'help' };
  const origin = urlOf('--origin', values.origin, ['http:', 'https:']);
  const port = portOf(values.port);
  const mail = mailOf(values, environment, origin);
  requireReach(values, mail, origin);
  const issuer = urlOf('--issuer', values.issuer, ['http:', 'https:']);
  const audience = values.audience ?? `${origin ?? `http://127.0.0.1:${port}`}/api`;
  const host: HostOptions = {
    dataFolder: resolve(values.data),
    host: values.host,
    port,
    ...(origin === undefined ? {} : { origin }),
    table: tableOf(values, environment),
    files: filesOf(values, environment),
    mail,
    ...(issuer === undefined ? {} : { issuer: { url: issuer, audience } }),
    ...(values.clamd === undefined ? {} : { clamd: clamdAddress(values.clamd) }),
  };
  // The people of the example do not exist: no mail may leave for them.
  const isSeeded = !values['no-seed'] && issuer === undefined && mail.kind === 'box';
  return { kind: 'run', host, isSeeded };
}

type Values = ReturnType<typeof parse>;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true }).values;
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const [line = ''] = text.split(/[.\n]/, 1);
    throw new UsageError(`${line} (see --help)`, { cause: error });
  }
}

/** What others can reach must not show them each other's codes, and must know its own name. */
function requireReach({ host }: Values, mail: MailChoice, origin: string | undefined): void {
  if (mail.kind === 'box' && !(isLoopback(host) && isLocal(origin))) {
    throw new UsageError('the mail box shows sign-in codes: a host that others reach needs --smtp');
  }
  if (!isLoopback(host) && origin === undefined) {
    throw new UsageError(`--host ${host}: others reach it under which address? Add --origin`);
  }
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new UsageError(`--port ${text}: not a port from 0 to 65535`);
  return port;
}

/** The address without a slash at its end. */
function urlOf(
  name: string,
  text: string | undefined,
  protocols: readonly string[],
): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.parse(text);
  if (url === null || !protocols.includes(url.protocol)) {
    throw new UsageError(
      `${name} ${withoutPassword(text)}: not an address of ${protocols.join(' or ')}`,
    );
  }
  return text.replace(/\/$/, '');
}

const withoutPassword = (text: string): string => text.replace(/\/\/[^@/]*@/, '//…@');

function isLocal(origin: string | undefined): boolean {
  return origin === undefined || isLoopback(new URL(origin).hostname);
}

function mailOf(values: Values, environment: Environment, origin: string | undefined): MailChoice {
  const url = urlOf('--smtp', values.smtp ?? environment['SMTP_URL'], ['smtp:', 'smtps:']);
  if (url === undefined) return { kind: 'box' };
  const host = new URL(origin ?? 'http://localhost.localdomain').hostname;
  return { kind: 'smtp', url, from: values['mail-from'] ?? `no-reply@${host}` };
}

function tableOf(values: Values, environment: Environment): TableChoice {
  const { table } = values;
  if (table === 'sqlite') return { kind: 'sqlite' };
  if (table !== 'dynamodb') throw new UsageError(`--table ${table}: sqlite or dynamodb`);
  return { kind: 'dynamodb', ...endpointOf('--table-endpoint', values, environment) };
}

function filesOf(values: Values, environment: Environment): FilesChoice {
  const { files } = values;
  if (files === 'folder') return { kind: 'folder' };
  if (files !== 's3') throw new UsageError(`--files ${files}: folder or s3`);
  return { kind: 's3', ...endpointOf('--files-endpoint', values, environment) };
}

function endpointOf(
  name: '--table-endpoint' | '--files-endpoint',
  values: Values,
  environment: Environment,
): Endpoint {
  const given = name === '--table-endpoint' ? values['table-endpoint'] : values['files-endpoint'];
  const endpoint = urlOf(name, given, ['http:', 'https:']);
  if (endpoint === undefined) throw new UsageError(`${name} is missing`);
  const accessKeyId = environment['AWS_ACCESS_KEY_ID'];
  const secretAccessKey = environment['AWS_SECRET_ACCESS_KEY'];
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    throw new UsageError('AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set');
  }
  return { endpoint, region: values.region, credentials: { accessKeyId, secretAccessKey } };
}
