import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { clamdText } from '../../../lib/platform/host/clamd-address.ts';
import { HELP, readOptions } from '../../../lib/platform/host/options.ts';

const KEYS = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' };
const PLAIN = {
  dataFolder: resolve('.data'),
  host: '127.0.0.1',
  port: 8080,
  table: { kind: 'sqlite' },
  files: { kind: 'folder' },
  mail: { kind: 'box' },
};

test('without options everything is on this machine and seeded', () => {
  expect(readOptions([], {})).toEqual({ kind: 'run', host: PLAIN, isSeeded: true });
});

test('each option is taken', () => {
  const args = [
    ...['--port', '0', '--host', '0.0.0.0', '--data', '/srv/contest', '--no-seed'],
    ...['--origin', 'https://contest.example.vn/', '--smtp', 'smtp://u:p@relay:587'],
    ...['--issuer', 'https://id.example.vn/realms/x', '--audience', 'contest', '--region', 'r'],
    ...['--table', 'dynamodb', '--table-endpoint', 'http://127.0.0.1:8000'],
    ...['--files', 's3', '--files-endpoint', 'http://127.0.0.1:9000'],
    ...['--clamd', '127.0.0.1:3310'],
  ];
  const endpoint = { region: 'r', credentials: { accessKeyId: 'id', secretAccessKey: 'secret' } };
  expect(readOptions(args, KEYS)).toEqual({
    kind: 'run',
    isSeeded: false,
    host: {
      dataFolder: '/srv/contest',
      host: '0.0.0.0',
      port: 0,
      origin: 'https://contest.example.vn',
      table: { kind: 'dynamodb', endpoint: 'http://127.0.0.1:8000', ...endpoint },
      files: { kind: 's3', endpoint: 'http://127.0.0.1:9000', ...endpoint },
      mail: {
        kind: 'smtp',
        url: 'smtp://u:p@relay:587',
        from: 'no-reply@contest.example.vn',
      },
      issuer: { url: 'https://id.example.vn/realms/x', audience: 'contest' },
      clamd: { host: '127.0.0.1', port: 3310 },
    },
  });
});

test.each([
  ['clamd.example.vn:3310', { host: 'clamd.example.vn', port: 3310 }],
  ['[::1]:3310', { host: '::1', port: 3310 }],
  ['/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
])('clamd listens at %s', (text, clamd) => {
  expect(readOptions(['--clamd', text], {})).toMatchObject({ host: { clamd } });
  expect(clamdText(clamd)).toBe(text);
});

test('the relay may come from the environment, so that its password is in no process list', () => {
  expect(readOptions([], { SMTP_URL: 'smtps://relay' })).toMatchObject({
    host: { mail: { kind: 'smtp', url: 'smtps://relay' } },
    isSeeded: false,
  });
});

test('an office with its own provider has no example edition', () => {
  expect(readOptions(['--issuer', 'https://id.example.vn'], {})).toEqual({
    kind: 'run',
    isSeeded: false,
    host: {
      ...PLAIN,
      issuer: { url: 'https://id.example.vn', audience: 'http://127.0.0.1:8080/api' },
    },
  });
});

test.each([
  [['--prot', '1'], "Unknown option '--prot' (see --help)"],
  [['serve'], "Unexpected argument 'serve'"],
  [['--port'], "Option '--port <value>' argument missing (see --help)"],
  [['--port', '65536'], '--port 65536: not a port from 0 to 65535'],
  [['--port', '80x'], '--port 80x: not a port from 0 to 65535'],
  [['--port', '-1'], "Option '--port' argument is ambiguous"],
  [
    ['--origin', 'contest.example.vn'],
    '--origin contest.example.vn: not an address of http: or https:',
  ],
  [['--smtp', 'http://u:hidden@relay'], '--smtp http://…@relay: not an address of smtp: or smtps:'],
  [['--clamd', '127.0.0.1'], '--clamd 127.0.0.1: neither host:port nor a path'],
  [['--clamd', 'tcp://a:1'], '--clamd tcp://a:1: neither host:port nor a path'],
  [['--clamd', 'a:1/x'], '--clamd a:1/x: neither host:port nor a path'],
  [['--clamd', ':3310'], '--clamd :3310: neither host:port nor a path'],
  [['--clamd', 'a:65536'], '--clamd a:65536: neither host:port nor a path'],
  [['--clamd', 'clamd.ctl'], '--clamd clamd.ctl: neither host:port nor a path'],
  [['--table', 'oracle'], '--table oracle: sqlite or dynamodb'],
  [['--files', 'ftp'], '--files ftp: folder or s3'],
  [['--table', 'dynamodb'], '--table-endpoint is missing'],
  [
    ['--table', 'dynamodb', '--table-endpoint', 'http://127.0.0.1:8000'],
    'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set',
  ],
  [['--host', '0.0.0.0'], 'the mail box shows sign-in codes'],
  [['--host', '0.0.0.0', '--smtp', 'smtp://relay'], '--host 0.0.0.0: others reach it'],
  [['--origin', 'https://contest.example.vn'], 'the mail box shows sign-in codes'],
])('%j is told in one line', (args, line) => {
  const refusal = (() => {
    try {
      return readOptions(args, {});
    } catch (error) {
      return error;
    }
  })();
  expect(refusal).toMatchObject({ name: 'UsageError' });
  const { message } = refusal as Error;
  expect(message).toContain(line);
  expect(message.startsWith(line) && !message.includes('\n') && !message.includes('hidden')).toBe(
    true,
  );
});

test('help names every option', () => {
  expect(readOptions(['--help'], {})).toEqual({ kind: 'help' });
  const named = [...HELP.matchAll(/^ {2}--([\w-]+)/gm)].map(([, name]) => name);
  expect(new Set(named)).toEqual(
    new Set([
      ...['port', 'host', 'data', 'origin', 'no-seed', 'smtp', 'mail-from', 'issuer', 'audience'],
      ...['table', 'table-endpoint', 'files', 'files-endpoint', 'region', 'help'],
      'clamd',
    ]),
  );
});
