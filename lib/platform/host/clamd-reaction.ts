import type { Reaction } from '../events.ts';
import type { Files } from '../files.ts';
import { type ClamdAddress, clamdText } from './clamd-address.ts';
import { scanStream } from './clamd-scan.ts';
import type { EventQueue } from './event-queue.ts';
import type { Reactions } from './event-round.ts';
import type { Log } from './log.ts';

/** Under which the queue remembers what could not be scanned. */
const SCAN_REACTION = 'malwareScan';

interface ScanParts {
  readonly address: ClamdAddress;
  readonly documents: Files;
  readonly queue: EventQueue;
  readonly log: Log;
}

/** What reacts where there is a clamd: nothing where there is none. What an earlier process put aside is tried again. */
export function clamdReactions(
  address: ClamdAddress | undefined,
  parts: Omit<ScanParts, 'address'>,
): Reactions {
  if (address === undefined) return {};
  reviveScans(parts.queue);
  return { [SCAN_REACTION]: scanWithClamd({ ...parts, address }) };
}

/**
 * Has clamd look at every stored version and tells as an event what it said, as GuardDuty does on AWS. While clamd is away
 * the queue asks again; what was put aside meanwhile is taken up as soon as clamd has answered once.
 */
function scanWithClamd({ address, documents, queue, log }: ScanParts): Reaction {
  return async (event) => {
    if (event.kind !== 'object-stored') return;
    const { key, versionId } = event;
    const { verdict, text } = await scanStream(address, await documents.read(key, versionId));
    if (verdict !== 'NO_THREATS_FOUND') {
      const clamd = clamdText(address);
      log({ level: 'warn', message: 'malware scan', clamd, verdict, said: text, key, versionId });
    }
    queue.enqueue({
      kind: 'object-scanned',
      id: `scanned-${key}-${versionId}`,
      key,
      versionId,
      verdict,
    });
    reviveScans(queue);
  };
}

const MOST_REVIVED = 1000;

/** Takes up again what was put aside because clamd was away for too long. */
function reviveScans(queue: EventQueue): void {
  for (const { id, reaction } of queue.deadLetters(MOST_REVIVED)) {
    if (reaction === SCAN_REACTION) queue.revive(id);
  }
}
