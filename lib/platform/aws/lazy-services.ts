import type { EventServices, Settings } from '../../http/services.ts';
import { environmentValue } from './environment.ts';
import { openTable } from './open-table.ts';

/** What a function needs beside the table. It names them, so that its bundle holds no SDK client that it never calls. */
export type Openers = {
  readonly [Port in
    | 'documents'
    | 'results'
    | 'signer'
    | 'mailer'
    | 'schedule']?: () => EventServices[Port];
};

/** The services of a Lambda function, each opened when it is first touched: an unused client costs 35 ms of a cold start. */
export function lazyServices(openers: Openers): EventServices {
  const once = <T>(name: string, open: (() => T) | undefined): (() => T) => {
    let port: { readonly value: T } | undefined;
    return () => {
      if (open === undefined) throw new Error(`this function was not given ${name}`);
      port ??= { value: open() };
      return port.value;
    };
  };
  const table = once('table', openTable);
  const documents = once('documents', openers.documents);
  const results = once('results', openers.results);
  const signer = once('signer', openers.signer);
  const mailer = once('mailer', openers.mailer);
  const schedule = once('schedule', openers.schedule);
  const settings = once('settings', readSettings);
  return {
    get table() {
      return table();
    },
    get documents() {
      return documents();
    },
    get results() {
      return results();
    },
    get signer() {
      return signer();
    },
    get mailer() {
      return mailer();
    },
    get schedule() {
      return schedule();
    },
    get settings() {
      return settings();
    },
    now: () => new Date().toISOString(),
  };
}

function readSettings(): Settings {
  const malwareScan = environmentValue('MALWARE_SCAN');
  if (malwareScan !== 'required' && malwareScan !== 'off') {
    throw new Error('MALWARE_SCAN is neither required nor off');
  }
  return { origin: environmentValue('ORIGIN'), malwareScan };
}
