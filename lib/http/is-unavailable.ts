/** Names of errors, and codes of network errors, after which the same call may well succeed. */
const PASSING = new Set([
  // DynamoDB, KMS, S3: throttled, or a server of theirs failed
  'ThrottlingException',
  'Throttling',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'TooManyRequestsException',
  'SlowDown',
  'InternalServerError',
  'InternalError',
  'KMSInternalException',
  'DependencyTimeoutException',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  // no answer in time, or no connection
  'RequestTimeout',
  'RequestTimeoutException',
  'TimeoutError',
  'NetworkingError',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ENOTFOUND',
  'EHOSTUNREACH',
]);

/** SQLITE_BUSY and SQLITE_LOCKED, the low byte of SQLite's extended codes. */
const SQLITE_PASSING = new Set([5, 6]);

/** A chain of causes may lead back to itself. */
const DEEPEST_CAUSE = 4;

/**
 * Whether what we depend on did not answer, so that a retry is right (503 rather than 500). By name and code: the SDK's error
 * classes would load the SDK wherever an error is looked at.
 */
export function isUnavailable(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > DEEPEST_CAUSE) return false;
  if (PASSING.has(error.name) || PASSING.has(textOf(error, 'code'))) return true;
  const sqlite: unknown = Reflect.get(error, 'errcode');
  if (typeof sqlite === 'number' && SQLITE_PASSING.has(sqlite % 256)) return true;
  return isUnavailable(error.cause, depth + 1);
}

function textOf(error: Error, property: string): string {
  const value: unknown = Reflect.get(error, property);
  return typeof value === 'string' ? value : '';
}
