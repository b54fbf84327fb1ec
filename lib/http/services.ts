import type { Schedule } from '../platform/events.ts';
import type { Files } from '../platform/files.ts';
import type { Mailer } from '../platform/mailer.ts';
import type { Signer } from '../platform/signer.ts';
import type { Table } from '../platform/table.ts';

/** What a function is joined with, in one place on each platform (aws/join.ts, host/system.ts). */
export interface Services {
  readonly table: Table;
  /** The dossiers' bucket. */
  readonly documents: Files;
  readonly signer: Signer;
  readonly settings: Settings;
}

/** What an event function is joined with. */
export interface EventServices extends Services {
  /** The bucket of published results. */
  readonly results: Files;
  readonly mailer: Mailer;
  readonly schedule: Schedule;
  /** The clock, ISO with milliseconds: an event has no time of receipt. */
  readonly now: () => string;
}

export interface Settings {
  /** Where people reach the system, without a slash at the end: `https://contest.example.vn`. */
  readonly origin: string;
  /** `off` only where an office runs without a scanner, and then every dossier says so. */
  readonly malwareScan: 'required' | 'off';
}
