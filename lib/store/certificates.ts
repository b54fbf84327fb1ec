import {
  type AwardCertificates,
  type Certificate,
  shownCertificate,
} from '../contest/certificate.ts';
import type { Item, Page, Table } from '../platform/table.ts';
import { awardCertificatesSchema, certificateSchema } from './certificate-schema.ts';
import type { Change } from './change.ts';
import { loadAwarded } from './consents.ts';
import { getAll } from './get-all.ts';
import { create, read, readAll, readOne, replace, toItem } from './items.ts';
import { certificatePartition, keys } from './keys.ts';
import { loadPlanVersion } from './plans.ts';

/** Which certificates the awards of an edition ever had; a few dozen. */
export async function loadAwardCertificates(
  table: Table,
  editionId: string,
): Promise<readonly AwardCertificates[]> {
  const items: Item[] = [];
  let page: Page | undefined;
  do {
    page = await table.query({
      partition: certificatePartition(editionId),
      limit: 1000,
      ...(page?.last === undefined ? {} : { after: page.last }),
    });
    items.push(...page.items);
  } while (page.last !== undefined);
  return readAll(awardCertificatesSchema, items);
}

/** A page of the same, in the order of prizes and entries; `next` is where it goes on. */
export async function loadAwardCertificatesPage(
  table: Table,
  editionId: string,
  { limit, after }: { readonly limit: number; readonly after?: string },
): Promise<{ readonly awards: readonly AwardCertificates[]; readonly next?: string }> {
  const partition = certificatePartition(editionId);
  const { items, last } = await table.query({
    partition,
    limit,
    ...(after === undefined ? {} : { after: { pk: partition, sk: after } }),
  });
  const next = last === undefined ? {} : { next: last.sk };
  return { awards: readAll(awardCertificatesSchema, items), ...next };
}

/** The certificates of these codes, as they were stored. */
export const loadCertificates = async (
  table: Table,
  codes: readonly string[],
): Promise<readonly Certificate[]> =>
  readAll(certificateSchema, await getAll(table, codes.map(keys.certificate)));

/** The certificate of a code, as it was stored: for acts on it, never to be shown. */
export const loadCertificate = async (
  table: Table,
  code: string,
): Promise<Certificate | undefined> =>
  read(certificateSchema, await table.get(keys.certificate(code)));

/** The last certificate of an award, as it was stored. */
export async function loadCertificateOf(
  table: Table,
  award: { readonly editionId: string; readonly prizeId: string; readonly entryId: string },
): Promise<Certificate | undefined> {
  const item = await table.get(keys.awardCertificates(award));
  const code = item && readOne(awardCertificatesSchema, item).codes.at(-1);
  return code === undefined ? undefined : await loadCertificate(table, code);
}

/** These certificates of one edition as everybody may see them now. */
export async function shownCertificates(
  table: Table,
  editionId: string,
  certificates: readonly Certificate[],
): Promise<readonly Certificate[]> {
  const entryIds = [...new Set(certificates.map(({ entryId }) => entryId))];
  const planVersions = [...new Set(certificates.map(({ planVersion }) => planVersion))];
  const [awarded, plans] = await Promise.all([
    loadAwarded(table, editionId, entryIds),
    Promise.all(planVersions.map((n) => loadPlanVersion(table, editionId, n))),
  ]);
  const planOf = new Map(plans.flatMap((one) => (one ? [[one.planVersion, one.plan]] : [])));
  return certificates.map((certificate) => {
    const plan = planOf.get(certificate.planVersion);
    if (!plan) throw new Error(`plan ${certificate.planVersion} of ${editionId} is gone`);
    return shownCertificate(certificate, plan, awarded.get(certificate.entryId));
  });
}

/** All certificates of an edition as everybody may see them now. */
export async function loadShownCertificates(
  table: Table,
  editionId: string,
): Promise<readonly Certificate[]> {
  const awards = await loadAwardCertificates(table, editionId);
  const codes = awards.flatMap((award) => award.codes);
  return await shownCertificates(table, editionId, await loadCertificates(table, codes));
}

/** A new certificate, the last of its award; two who issue at once come to one. */
export const newCertificate = (
  certificate: Certificate,
  before: AwardCertificates | undefined,
): readonly Change[] => {
  const { editionId, prizeId, entryId, code } = certificate;
  const codes = [...(before?.codes ?? []), code];
  const version = (before?.version ?? 0) + 1;
  const award: AwardCertificates = { editionId, prizeId, entryId, codes, version };
  return [
    create(toItem(keys.certificate(code), certificate)),
    replace(toItem(keys.awardCertificates(award), award)),
  ];
};

/** A certificate over the one it was decided on. */
export const changedCertificate = (certificate: Certificate): Change =>
  replace(toItem(keys.certificate(certificate.code), certificate));
