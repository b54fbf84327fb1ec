import { freeWhenIdle, idlePrices } from './idle-prices.ts';

export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: { readonly [name: string]: unknown };
}

/** What lies there when nobody comes, in gigabytes. */
export interface AtRest {
  /** The dossiers of the last edition, over half a year old. */
  readonly dossiers: number;
  /** Both tables with their index; recovery keeps as much again. */
  readonly tables: number;
  /** Results, pages and access logs. */
  readonly files: number;
  readonly logs: number;
}

export interface BillLine {
  readonly what: string;
  readonly count: number;
  /** USD a month. */
  readonly usd: number;
}

/** The reference contest: 500 entries of 5 documents of 20 MB, 15,000 score sheets, their audit trail. */
export const referenceAtRest: AtRest = { dossiers: 50, tables: 0.2, files: 0.5, logs: 2 };

type Resources = readonly TemplateResource[];

const ofType = (resources: Resources, type: string): Resources =>
  resources.filter((resource) => resource.Type === type);

const beyond = (amount: number, free: number): number => Math.max(0, amount - free);

const property = (resource: TemplateResource, name: string): unknown => resource.Properties?.[name];

const keys = (resources: Resources): BillLine[] => {
  const made = ofType(resources, 'AWS::KMS::Key');
  const rotated = made.filter((key) => property(key, 'EnableKeyRotation') === true);
  return [
    { what: 'customer keys', count: made.length, usd: made.length * idlePrices.customerKey },
    {
      what: 'old material of rotated keys, from the third year on',
      count: rotated.length,
      usd: rotated.length * idlePrices.keyRotations * idlePrices.customerKey,
    },
  ];
};

const alarms = (resources: Resources): BillLine => {
  const count = ofType(resources, 'AWS::CloudWatch::Alarm').length;
  return { what: 'alarms', count, usd: beyond(count, idlePrices.freeAlarms) * idlePrices.alarm };
};

const secrets = (resources: Resources): BillLine => {
  const count = ofType(resources, 'AWS::SecretsManager::Secret').length;
  return { what: 'secrets', count, usd: count * idlePrices.secret };
};

const firewalls = (resources: Resources): BillLine => {
  const made = ofType(resources, 'AWS::WAFv2::WebACL');
  const rules = made.flatMap((acl) => {
    const given = property(acl, 'Rules');
    return Array.isArray(given) ? given : [];
  }).length;
  const usd = made.length * idlePrices.webAcl + rules * idlePrices.webAclRule;
  return { what: 'web firewalls', count: made.length, usd };
};

/** Whether some bucket moves what is old to the storage that costs a fifth. */
const movesOld = (resources: Resources): boolean =>
  ofType(resources, 'AWS::S3::Bucket').some((bucket) =>
    JSON.stringify(property(bucket, 'LifecycleConfiguration') ?? '').includes('"GLACIER_IR"'),
  );

const storage = (resources: Resources, atRest: AtRest): BillLine[] => {
  const dossierPrice = movesOld(resources)
    ? idlePrices.instantRetrievalGigabyte
    : idlePrices.standardGigabyte;
  const tables = ofType(resources, 'AWS::DynamoDB::GlobalTable').length;
  const tableUsd =
    beyond(atRest.tables, idlePrices.freeTableGigabytes) * idlePrices.tableGigabyte +
    atRest.tables * idlePrices.recoveryGigabyte;
  return [
    { what: 'dossiers (GB)', count: atRest.dossiers, usd: atRest.dossiers * dossierPrice },
    {
      what: 'results, pages, access logs (GB)',
      count: atRest.files,
      usd: atRest.files * idlePrices.standardGigabyte,
    },
    { what: 'tables with point-in-time recovery', count: tables, usd: tableUsd },
    {
      what: 'function logs (GB)',
      count: atRest.logs,
      usd: beyond(atRest.logs, idlePrices.freeLogGigabytes) * idlePrices.logGigabyte,
    },
  ];
};

const priced: ReadonlySet<string> = new Set([
  'AWS::KMS::Key',
  'AWS::CloudWatch::Alarm',
  'AWS::SecretsManager::Secret',
  'AWS::WAFv2::WebACL',
  'AWS::S3::Bucket',
  'AWS::DynamoDB::GlobalTable',
  'AWS::Logs::LogGroup',
]);

const capacityKeptReady = (resource: TemplateResource): boolean =>
  property(resource, 'ProvisionedConcurrencyConfig') !== undefined ||
  property(resource, 'BillingMode') === 'PROVISIONED';

/** @throws Error on what has no price here: a bill that leaves things out is worse than none */
const requirePriced = (resource: TemplateResource): void => {
  const known = priced.has(resource.Type) || freeWhenIdle.has(resource.Type);
  const isFunction = resource.Type === 'AWS::Lambda::Function';
  if ((known || isFunction) && !capacityKeptReady(resource)) return;
  throw new Error(`no idle price for ${resource.Type}`);
};

/** What a month costs in which nobody comes, line by line, read from the synthesized templates' resources. */
export const idleBill = (resources: Resources, atRest: AtRest): readonly BillLine[] => {
  resources.forEach(requirePriced);
  return [
    ...keys(resources),
    alarms(resources),
    secrets(resources),
    firewalls(resources),
    ...storage(resources, atRest),
  ];
};

/** USD a month, to the cent above. */
export const totalOf = (bill: readonly BillLine[]): number =>
  Math.ceil(Math.round(bill.reduce((sum, line) => sum + line.usd, 0) * 10_000) / 100) / 100;
