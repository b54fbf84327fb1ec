import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { documentKey } from '../../lib/contest/document-key.ts';
import { mailboxOf } from '../../lib/contest/email.ts';
import { isAssigned, isTakenBack } from '../../lib/contest/round.ts';
import { enterpriseNumber } from '../../lib/contest/tax-code.ts';
import type { Files } from '../../lib/platform/files.ts';
import type { Signer } from '../../lib/platform/signer.ts';
import type { Item } from '../../lib/platform/table.ts';
import { verifySignature } from '../../lib/platform/verify-signature.ts';
import { mailboxSchema, ownershipSchema } from '../../lib/store/applicants.ts';
import { sha256Hex } from '../../lib/store/digest.ts';
import { entrySchema, teammateSchema } from '../../lib/store/entry-schemas.ts';
import { memberSchema, submissionSchema } from '../../lib/store/item-schemas.ts';
import { readAll } from '../../lib/store/items.ts';
import {
  assignmentSchema,
  declarationSchema,
  roundSchema,
  sheetSchema,
} from '../../lib/store/judging-schemas.ts';
import { receiptBytes, receiptClaims } from '../../lib/store/receipt.ts';
import type { AllItems } from './all-items.ts';
import { consentFindings, submittedConsentFindings } from './audit-consents.ts';
import { resultFindings } from './audit-results.ts';

/** What must hold of everything stored, whatever was done. Each finding is a sentence; none is the goal. */
export async function auditTables(
  { main, ledger }: AllItems,
  services: { readonly documents: Files; readonly signer: Signer },
): Promise<{ readonly findings: string[]; readonly looked: { readonly [what: string]: number } }> {
  const findings: string[] = [];
  const of = (pattern: RegExp) => main.filter(({ pk, sk }) => pattern.test(`${pk} ${sk}`));
  const entries = readAll(entrySchema, of(/ ENTRY$/));
  const owned = readAll(ownershipSchema, of(/ OWNER#/));
  const teammates = readAll(teammateSchema, of(/ TEAM#/));
  const members = readAll(memberSchema, of(/ MEMBER#/));
  const numbered = readAll(submissionSchema, of(/ SUBMISSION#/));
  const rounds = readAll(roundSchema, of(/ ROUND$/));
  const assignments = readAll(assignmentSchema, of(/#ASSIGNED$/));
  const declarations = readAll(declarationSchema, of(/^DECLARED#/));
  const sheets = readAll(sheetSchema, of(/#SHEET$/));
  findings.push(...consentFindings(entries, ledger));
  findings.push(...submittedConsentFindings(numbered, ledger));
  findings.push(...resultFindings(main, ledger));

  for (const entry of entries) {
    const { entryId, ownerId } = entry;
    const owners = owned.flatMap(({ personId, entryIds, withdrawnIds }) =>
      [...entryIds, ...withdrawnIds].filter((id) => id === entryId).map(() => personId),
    );
    if (owners.length !== 1) findings.push(`entry ${entryId} has not exactly one owner`);
    const list = entry.state === 'withdrawn' ? 'withdrawnIds' : 'entryIds';
    if (!owned.some((one) => one.personId === ownerId && one[list].includes(entryId))) {
      findings.push(`entry ${entryId} is not among what its owner owns`);
    }
    const team = teammates.filter((one) => one.entryId === entryId);
    const shares = owned.flatMap(({ personId, shared }) =>
      shared.filter((one) => one.entryId === entryId).map(({ role }) => `${personId} ${role}`),
    );
    const parts = team.map(({ personId, role }) => `${personId} ${role}`);
    if (parts.sort().join() !== shares.sort().join()) {
      findings.push(`entry ${entryId} has the team ${parts} and is shared by ${shares}`);
    }
    if (team.some(({ personId }) => personId === ownerId)) {
      findings.push(`entry ${entryId} has its lead as a teammate too`);
    }
    const versions = numbered.filter((one) => one.entryId === entryId);
    const numbers = versions.map(({ submission }) => submission).sort((a, b) => a - b);
    if (numbers.join() !== Array.from({ length: entry.submission }, (_, at) => at + 1).join()) {
      findings.push(`entry ${entryId} says ${entry.submission} submissions and has ${numbers}`);
    }
    const taken = of(/^CODE#/).filter((item) => item['entryId'] === entryId);
    if (taken.length !== 1) findings.push(`entry ${entryId} has ${taken.length} codes`);
    const titles = of(/^TITLE#/).filter((item) => item['entryId'] === entryId);
    const isFree = entry.state === 'withdrawn' || entry.sharesTitle === true;
    if (titles.length !== (isFree ? 0 : 1)) {
      findings.push(`entry ${entryId} holds ${titles.length} titles`);
    }
    const taxCodes = of(/^TAXCODE#/).filter((item) => item['entryId'] === entryId);
    const held = entry.takenTaxCode === undefined ? [] : [entry.takenTaxCode];
    if (taxCodes.map(({ pk }) => pk.split('#')[2]).join() !== held.join()) {
      findings.push(`entry ${entryId} holds ${taxCodes.length} tax numbers`);
    }
    const last = versions.find((one) => one.submission === entry.submission);
    const submitted = last?.content.applicant?.taxCode;
    if (held.length > 0 && (!submitted || enterpriseNumber(submitted) !== held[0])) {
      findings.push(`entry ${entryId} holds a tax number that it did not hand in`);
    }
  }

  const known = new Set(entries.map(({ entryId }) => entryId));
  for (const { pk, entryId } of of(/^(?:TITLE|TAXCODE|CODE)#/)) {
    if (!known.has(String(entryId))) findings.push(`${pk} is held by no entry`);
  }

  for (const { editionId, personId } of members) {
    if (owned.some((one) => one.editionId === editionId && one.personId === personId)) {
      findings.push(`${personId} is an official and an applicant of ${editionId}`);
    }
  }
  for (const { editionId, mailbox, side, personIds } of readAll(mailboxSchema, of(/^MAILBOX#/))) {
    const there: readonly { editionId: string; personId: string }[] =
      side === 'official' ? members : owned;
    const isThere = (id: string) =>
      there.some((one) => one.editionId === editionId && one.personId === id);
    if (personIds.length === 0 || !personIds.every(isThere)) {
      findings.push(`mailbox ${mailbox} stands for no ${side}`);
    }
  }

  const officials = new Set(members.map((one) => `${one.editionId} ${mailboxOf(one.email)}`));
  const applicants = [
    ...entries.map(({ editionId, ownerEmail }) => ({ editionId, email: ownerEmail })),
    ...teammates,
  ];
  for (const { editionId, email } of applicants) {
    if (email !== undefined && officials.has(`${editionId} ${mailboxOf(email)}`)) {
      findings.push(`${email} stands on both sides of ${editionId}`);
    }
  }

  const { raw } = await services.signer.publicKey();
  for (const submission of numbered) {
    const signature = Buffer.from(submission.receipt.signature, 'base64url');
    if (!verifySignature(raw, receiptBytes(receiptClaims(submission)), signature)) {
      findings.push(`receipt of ${submission.entryId} does not verify`);
    }
    for (const document of submission.documents) {
      const key = documentKey({ ...submission, documentId: document.documentId });
      const hash = createHash('sha256');
      let size = 0;
      for await (const chunk of await services.documents.read(key, document.versionId)) {
        hash.update(chunk);
        size += chunk.length;
      }
      if (hash.digest('hex') !== document.sha256 || size !== document.size) {
        findings.push(`document ${key} is not what was pinned`);
      }
    }
  }

  for (const sheet of sheets) {
    const { editionId, roundId, entryId, judgeId } = sheet;
    const round = rounds.find((one) => one.editionId === editionId && one.roundId === roundId);
    const task = assignments.find(
      (one) => one.roundId === roundId && one.entryId === entryId && one.judgeId === judgeId,
    );
    if (!round || !(isAssigned(round, task) || isTakenBack(round, task))) {
      findings.push(`sheet ${entryId} ${judgeId} without a task in force`);
    }
    const said = declarations.find((one) => one.entryId === entryId && one.judgeId === judgeId);
    if (!said || (said.conflict && !sheet.recused)) {
      findings.push(`sheet ${entryId} ${judgeId} without a clear declaration`);
    }
    const revisions = historyOf(ledger, `sheet/${editionId}/${roundId}/${entryId}/${judgeId}`);
    if (revisions.length !== sheet.version && !sheet.recused) {
      findings.push(`sheet ${entryId} ${judgeId}: ${revisions.length} records of ${sheet.version}`);
    }
    const last = revisions.at(-1)?.['detail'];
    if (!isSame(last, 'marks', sheet.marks)) {
      findings.push(`sheet ${entryId} ${judgeId} differs from its last record`);
    }
  }

  for (const round of rounds.filter(({ state }) => state === 'approved')) {
    const { editionId, roundId, approval } = round;
    const parts = of(new RegExp(`^OUTCOME#${editionId}#${roundId}#${approval?.digest} `));
    const text = parts
      .sort((a, b) => (a.sk < b.sk ? -1 : 1))
      .map((part) => part['text'])
      .join('');
    if (sha256Hex(text) !== approval?.digest)
      findings.push(`outcome of ${roundId} is not its digest`);
  }

  const acts = of(/^IDEMPOTENCY#/).length;
  // An act on many things has a record for each, all of one request.
  const byPeople = ledger.filter(
    ({ pk, actorId }) => pk.startsWith('AUDIT#') && !String(actorId).startsWith('system:'),
  );
  const records = new Set(byPeople.map(({ requestId }) => requestId)).size;
  if (acts !== records) findings.push(`${acts} acts of people and ${records} audit records`);
  return {
    findings,
    looked: {
      entries: entries.length,
      submissions: numbered.length,
      sheets: sheets.length,
      publishedResults: of(/ RESULT$/).length,
      approvedRounds: rounds.filter(({ state }) => state === 'approved').length,
      acts,
    },
  };
}

/** No finding, and not because there was nothing to look at. */
export function expectSound(audit: Awaited<ReturnType<typeof auditTables>>): void {
  expect(audit.findings).toEqual([]);
  for (const [what, count] of Object.entries(audit.looked)) expect(count, what).toBeGreaterThan(0);
}

const historyOf = (ledger: readonly Item[], subject: string): Item[] =>
  ledger.filter((record) => record['subject'] === subject).sort((a, b) => (a.sk < b.sk ? -1 : 1));

function isSame(detail: unknown, name: string, expected: unknown): boolean {
  if (typeof detail !== 'object' || detail === null) return false;
  const value: unknown = Reflect.get(detail, name);
  return JSON.stringify(sorted(value)) === JSON.stringify(sorted(expected));
}

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    : value;
