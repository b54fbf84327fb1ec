/** How far the server's clock is ahead of this device's, in milliseconds; as good as the way there is short. */
let ahead = 0;

/** Sets the clock by a reply that carried the server's time: it was written about half way between asking and reading. */
export function setClock(serverTime: string, asked: number, read: number): void {
  ahead = Date.parse(serverTime) - (asked + read) / 2;
}

/** The server's time in milliseconds: deadlines are its, whatever a phone believes. */
export function serverNow(): number {
  return Date.now() + ahead;
}
