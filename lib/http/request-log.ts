import type { Answered, Layer } from './layer.ts';
import { logLine } from './log-line.ts';

/** Takes one line of JSON without its end. */
export type LogSink = (line: string) => void;

/** Straight to the stream: the runtime's console would put its own prefix before the JSON that CloudWatch has to read. */
export const toStdout: LogSink = (line) => {
  process.stdout.write(`${line}\n`);
};

/** Writes one line per request, when its answer is known. It is the outermost of the chain. */
export function requestLog(log: LogSink): Layer {
  const write = (request: Answered): void => {
    log(logLine(request.event, request.response?.statusCode ?? 500));
  };
  return { after: write, onError: write };
}
