import {
  type AwardCertificates,
  type Certificate,
  certificateCode,
  issueCertificate,
  needsCertificate,
  whyNotIssued,
} from '../../lib/contest/certificate.ts';
import { refuseErrors } from '../../lib/contest/content-errors.ts';
import { found, refuse } from '../../lib/contest/found.ts';
import type { PublishedAward } from '../../lib/contest/public-award.ts';
import type { PublishedResult } from '../../lib/contest/publication.ts';
import { certificateRoutes } from '../../lib/contract/certificate-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { newSeed } from '../../lib/http/new-seed.ts';
import type { Table } from '../../lib/platform/table.ts';
import {
  loadAwardCertificates,
  loadCertificates,
  newCertificate,
  shownCertificates,
} from '../../lib/store/certificates.ts';
import { loadAwarded } from '../../lib/store/consents.ts';
import { loadEdition } from '../../lib/store/editions.ts';
import { unchanged } from '../../lib/store/items.ts';
import { keys } from '../../lib/store/keys.ts';
import { loadResult, loadShownResult } from '../../lib/store/shown-results.ts';
import { certificateReply } from './certificate-reply.ts';

/** Two items each, in a transaction of a hundred. */
const mostAtOnce = 40;

type Wanted = 'all' | readonly { readonly prizeId: string; readonly entryId: string }[];

/**
 * An organiser issues certificates on what is published now. An award that has one keeps it, so that calling twice, or from
 * two desks at once, comes to the same; names are those that the publication shows at this moment.
 */
export const issueCertificates = endpoint(
  certificateRoutes.issueCertificates,
  async ({ path: { editionId }, body, actor, now, table, admit, save }) => {
    const edition = await loadEdition(table, editionId, actor.personId);
    found(edition.edition);
    admit(edition.standing);
    const [published, holders] = await Promise.all([
      loadResult(table, editionId),
      loadAwardCertificates(table, editionId),
    ]);
    refuse(whyNotIssued(published));
    const current = found(await loadShownResult(table, editionId, found(published).resultVersion));
    const wanted = wantedAwards(current, body.awards);
    const holderOf = new Map(holders.map((holder) => [awardName(holder), holder]));
    const before = await lastCertificates(table, wanted, holderOf);
    const missing = wanted.filter((award) =>
      needsCertificate(before.get(awardName(award)), current),
    );
    const batch = missing.slice(0, mostAtOnce);
    const awarded = await loadAwarded(table, editionId, [
      ...new Set(batch.map(({ entryId }) => entryId)),
    ]);
    const issued = batch.map((award) =>
      issueCertificate(
        current,
        { award, awarded: awarded.get(award.entryId) },
        { code: certificateCode(newSeed()), by: actor.personId, at: now },
      ),
    );
    const after = new Map([...before, ...byAward(issued)]);
    const all = wanted.flatMap((award) => after.get(awardName(award)) ?? []);
    const shown = await shownCertificates(table, editionId, all);
    return save({
      changes: [
        ...issued.flatMap((one) => newCertificate(one, holderOf.get(awardName(one)))),
        unchanged(keys.result(editionId), current.resultVersion),
      ],
      reply: {
        issued: issued.length,
        remaining: missing.length - issued.length,
        certificates: shown.map((one) => certificateReply(one, current)),
      },
      subject: `result/${editionId}`,
      detail: { resultVersion: current.resultVersion, codes: issued.map(({ code }) => code) },
    });
  },
);

/** The last certificate of each of these awards that has one, by award. */
async function lastCertificates(
  table: Table,
  wanted: readonly PublishedAward[],
  holderOf: ReadonlyMap<string, AwardCertificates>,
): Promise<ReadonlyMap<string, Certificate>> {
  const codes = wanted.flatMap((award) => holderOf.get(awardName(award))?.codes.at(-1) ?? []);
  return new Map(byAward(await loadCertificates(table, codes)));
}

const awardName = ({ prizeId, entryId }: { readonly prizeId: string; readonly entryId: string }) =>
  `${prizeId}#${entryId}`;

const byAward = (certificates: readonly Certificate[]) =>
  certificates.map((one) => [awardName(one), one] as const);

/** The awards that were asked for, each once. @throws Refused validation-failed for one that the result does not have */
function wantedAwards({ awards }: PublishedResult, wanted: Wanted): readonly PublishedAward[] {
  if (wanted === 'all') return awards;
  const asked = new Map(wanted.map((one, index) => [awardName(one), index]));
  const given = new Set(awards.map(awardName));
  refuseErrors(
    [...asked]
      .filter(([name]) => !given.has(name))
      .map(([, index]) => ({ pointer: `/awards/${index}`, code: 'not-allowed' })),
  );
  return awards.filter((award) => asked.has(awardName(award)));
}
