import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

/** What is to be checked, with which key. */
export type ReceiptCheckOptions = {
  /** The file that holds the receipt. */
  readonly receipt: string;
  /** Files and folders to compare. */
  readonly files: readonly string[];
} & (
  | {
      /** Where the key is asked for, without a slash at the end. */
      readonly origin: string;
    }
  | {
      /** The raw 32 bytes. */
      readonly key: Uint8Array;
    }
);

/** What `--help` prints. */
export const HELP = `usage: npm run check-receipt -- RECEIPT.json (--origin URL | --key=KEY) [--files FILE-OR-FOLDER …]

Says whether a receipt is genuine and whether your files are those that were handed in.

  RECEIPT.json   what the system answered when the entry was handed in
  --origin URL   where the system is; its public key is asked for there
  --key=KEY      or the key itself: "publicKey" of URL/api/signing-key, kept from earlier
                 (with "=", since a key may begin with a dash)
  --files …      files to compare with the receipt, and folders to look for them in

It ends with 0: valid; 1: not valid, or a file differs; 2: no receipt; 3: the system cannot be reached.`;

/** Reads the command line. Undefined: help was asked for. @throws UsageError in one line, or the help where nothing was said */
export function readCheckOptions(args: readonly string[]): ReceiptCheckOptions | undefined {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      origin: { type: 'string' },
      key: { type: 'string' },
      files: { type: 'string', multiple: true },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (values.help) return undefined;
  const [receipt, ...more] = positionals;
  if (receipt === undefined) throw new UsageError(HELP);
  // A shell gives `--files a b` as one value and one word more.
  if (more.length > 0 && values.files === undefined) {
    throw new UsageError('one receipt at a time; name files after --files');
  }
  return { receipt, files: [...(values.files ?? []), ...more], ...keyIn(values) };
}

function keyIn({ origin, key }: { readonly origin?: string; readonly key?: string }) {
  if ((origin === undefined) === (key === undefined)) {
    throw new UsageError('name either --origin or --key (see --help)');
  }
  return key === undefined ? { origin: readOrigin(origin ?? '') } : { key: readKey(key) };
}

function readOrigin(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new UsageError('--origin is the address of the system: https://contest.example.vn');
  }
  return text.replace(/\/+$/, '');
}

function readKey(text: string): Uint8Array {
  if (!/^[A-Za-z0-9_-]{43}$/.test(text)) {
    throw new UsageError('--key is 43 characters: "publicKey" as /api/signing-key answers it');
  }
  return Buffer.from(text, 'base64url');
}
