import type { ClamdAddress } from './clamd-address.ts';
import type { GatewayLimits } from './gateway.ts';
import type { CodeLimits } from './sign-in/sign-in-codes.ts';

/** A DynamoDB or S3 endpoint and how to sign for it. */
export interface Endpoint {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

export type TableChoice = { readonly kind: 'sqlite' } | ({ readonly kind: 'dynamodb' } & Endpoint);
export type FilesChoice = { readonly kind: 'folder' } | ({ readonly kind: 's3' } & Endpoint);
export type MailChoice =
  /** Mail stays here, to be looked at under `/mailbox`: for a demonstration. */
  | { readonly kind: 'box' }
  /** `smtp://user:password@relay:587`, `smtps://…`; `from` is the sender's address. */
  | { readonly kind: 'smtp'; readonly url: string; readonly from: string };

/** How the system runs on one machine. */
export interface HostOptions {
  /** Everything it keeps is in here; one running host has it alone. */
  readonly dataFolder: string;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Where people reach it, when that is not the port itself: a proxy of ours that speaks TLS stands before it. */
  readonly origin?: string;
  readonly table?: TableChoice;
  readonly files?: FilesChoice;
  readonly mail?: MailChoice;
  /** An office's own OpenID provider: its tokens are taken, and there is no sign-in of ours. */
  readonly issuer?: { readonly url: string; readonly audience: string };
  /** Scans every upload. */
  readonly clamd?: ClamdAddress;
  /** Default `required` with a `clamd`, else `off`: there is no scanner on a host. */
  readonly malwareScan?: 'required' | 'off';
  /** Epoch milliseconds: receipt times and the scheduler. Tokens, sessions and links keep the system's. */
  readonly clock?: () => number;
  /** Lets `advance` move that clock. */
  readonly isShiftable?: boolean;
  /** Takes lines of JSON. Default: standard output. */
  readonly log?: (line: string) => void;
  readonly gatewayLimits?: Partial<GatewayLimits>;
  readonly codeLimits?: Partial<CodeLimits>;
}
