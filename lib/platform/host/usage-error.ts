/** Something a person typed or set up is not right; the message is the one line to show. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
