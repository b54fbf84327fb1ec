/** One line of the host's log. Never a body, a token, a code or a mail. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly [fact: string]: string | number | boolean | undefined;
}

export type Log = (entry: LogEntry) => void;

/** A log of JSON lines on standard output, as the functions' own. */
export function logToStdout(entry: LogEntry): void {
  process.stdout.write(`${JSON.stringify({ ...entry, timestamp: new Date().toISOString() })}\n`);
}

/** What a log may say of an error: its stack, which names places in the code and no content of a request. */
export function causeOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
