/**
 * What use costs in ap-southeast-1, in USD, before tax, by the lists of 2026 as far as we know them: nothing here could be
 * fetched, so compare before you rely on a cent. Where only the list of us-east-1 was seen, Singapore's usual surcharge is on it.
 */
export const usePrices = {
  /** HTTP API, a million calls; answers of up to 512 KB count once. */
  millionCalls: 1.25,
  /** Lambda, a million requests, and arm64's gigabyte-second. */
  millionInvocations: 0.2,
  gigabyteSecond: 0.000_013_333_4,
  /** DynamoDB on demand, since its price was halved in November 2024. */
  millionWriteUnits: 0.715,
  millionReadUnits: 0.143,
  /** S3 Standard. */
  thousandPuts: 0.005,
  thousandGets: 0.0004,
  gigabyteMonth: 0.025,
  /** Straight out of the region, which is how S3 sends what a signed link of its own leads to. */
  gigabyteOut: 0.12,
  /** Through CloudFront to Vietnam; what it fetches from S3 costs nothing. */
  edgeGigabyte: 0.12,
  edgeTenThousandRequests: 0.012,
  thousandMails: 0.1,
  /** Ed25519 and all that is not RSA 2048. */
  tenThousandSignatures: 0.15,
  logGigabyte: 0.7,
  /** GuardDuty for S3, since its price fell in February 2025: us-east-1's 0.09 with the surcharge. */
  scannedGigabyte: 0.11,
  thousandScannedObjects: 0.25,
} as const;

/** What never expires, each month; API Gateway, DynamoDB's units on demand, S3 and SES have only free first years. */
export const freeEachMonth = {
  invocations: 1_000_000,
  gigabyteSeconds: 400_000,
  gigabytesOut: 100,
  edgeGigabytes: 1_000,
  edgeRequests: 10_000_000,
  logGigabytes: 5,
} as const;
