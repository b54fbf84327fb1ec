/**
 * The shape of both tables, for whoever makes them: the CDK stack and the tests' DynamoDB Local. All keys
 * are strings. `main` streams NEW_AND_OLD_IMAGES; the ledger has no stream and no time to live.
 */
export const TABLE_SHAPE = {
  partitionKey: 'pk',
  sortKey: 'sk',
  index: { name: 'gsi1', partitionKey: 'gsi1pk', sortKey: 'gsi1sk' },
  /** Epoch seconds, on `main` only. */
  timeToLive: 'expiresAt',
} as const;
