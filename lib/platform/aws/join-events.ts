import type { EventServices } from '../../http/services.ts';
import type { Reaction } from '../events.ts';
import { type BatchAnswer, type EventFailure, onEvents } from './event-handler.ts';
import { lazyServices, type Openers } from './lazy-services.ts';

/** Joins the reactions of one event function with AWS; their services are opened with the first event. */
export function eventsOnAws(
  reactions: readonly ((services: EventServices) => Reaction)[],
  openers: Openers = {},
): (event: unknown) => Promise<BatchAnswer | undefined> {
  const open = () => {
    const services = lazyServices(openers);
    return reactions.map((reaction) => reaction(services));
  };
  let handler: ReturnType<typeof onEvents> | undefined;
  return async (event) => {
    handler ??= onEvents(open(), logFailure);
    return await handler(event);
  };
}

/** One line of JSON, as the API's functions write; the record itself holds personal data and stays out of it. */
function logFailure({ sequenceNumber, error }: EventFailure): void {
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const line = { level: 'ERROR', message: 'event failed', sequenceNumber, cause };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
