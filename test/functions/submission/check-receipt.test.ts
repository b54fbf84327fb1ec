import { afterAll, describe, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { keyIdOf, verifySignature } from '../../../lib/platform/verify-signature.ts';
import { keys } from '../../../lib/store/keys.ts';
import { receiptBytes } from '../../../lib/store/receipt.ts';
import { canariesIn, canaryContent } from '../../support/canaries.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import {
  draftEntry,
  exampleContent,
  keptContent,
  submittedEntry,
} from '../../support/world-entries.ts';
import { people } from '../../support/world-people.ts';

const route = routes.checkReceipt;
const { applicant1, applicant2 } = people;
const invalid = { valid: false };

interface Place {
  readonly code: string;
  readonly submission: number | string;
  readonly signature: string;
}

const asking = ({ code, submission, signature }: Place) => ({
  path: { code, submission: `${submission}` },
  query: { signature },
});

/** The same length, another signature. */
const altered = (signature: string) =>
  `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;

/** Changes what is stored behind everybody's back. */
async function tamper(world: World, key: { pk: string; sk: string }, changes: object) {
  const item = await world.table.get(key);
  await world.table.write([{ kind: 'put', item: { ...item!, ...changes } }]);
}

describe('the signing key', async () => {
  const world = await openWorld();
  afterAll(async () => await world[Symbol.asyncDispose]());

  test('is everybody’s to read, and checks a receipt without us', async () => {
    const answer = await world.anonymous.call(routes.getSigningKey);
    const { raw, keyId } = await world.services.signer.publicKey();
    const publicKey = Buffer.from(raw).toString('base64url');
    expect([answer.status, answer.body]).toEqual([200, { keyId, algorithm: 'Ed25519', publicKey }]);
    expect(keyIdOf(Buffer.from(answer.body.publicKey, 'base64url'))).toBe(keyId);
    const { scan: _, keyId: by, signature, ...claims } = (await submittedEntry(world)).receipt;
    expect(by).toBe(keyId);
    const key = Buffer.from(answer.body.publicKey, 'base64url');
    const signed = Buffer.from(signature, 'base64url');
    expect(verifySignature(key, receiptBytes(claims), signed)).toBe(true);
  });

  test('takes no read of the table', async () => {
    const read = async () => await world.anonymous.reply(routes.getSigningKey);
    expect(await world.tripsOf(read)).toEqual({ reads: 0, writes: 0, waits: 0 });
  });
});

describe('a receipt', async () => {
  const world = await openWorld();
  afterAll(async () => await world[Symbol.asyncDispose]());
  const { entryId, receipt } = await submittedEntry(world, { content: canaryContent() });
  const { code, signature } = receipt;
  const genuine = {
    valid: true,
    receipt: {
      code,
      submission: 1,
      receivedAt: receipt.receivedAt,
      planVersion: 1,
      contentSha256: receipt.contentSha256,
      documents: receipt.documents.map(({ kind, fileName, size, sha256 }) => ({
        kind,
        fileName,
        size,
        sha256,
      })),
      keyId: receipt.keyId,
    },
    latest: true,
    withdrawn: false,
  };

  test('is confirmed to whoever holds it, signed in or not, without what the entry says', async () => {
    const answer = await world.anonymous.call(route, asking(receipt));
    expect([answer.status, answer.body]).toEqual([200, genuine]);
    expect(canariesIn(answer.text)).toEqual([]);
    for (const inner of [entryId, applicant1.personId, applicant1.email]) {
      expect(answer.text.includes(inner)).toBe(false);
    }
    const other = await world.as(applicant2).call(route, asking(receipt));
    expect(other.text).toBe(answer.text);
  });

  test('is found by a code in lower case', async () => {
    const said = asking({ ...receipt, code: code.toLowerCase() });
    expect(await world.anonymous.reply(route, said)).toEqual(genuine);
  });

  test('that is not one is like one of an entry that is not there', async () => {
    const draft = await draftEntry(world, applicant2, exampleContent(1));
    const own = await submittedEntry(world, {
      owner: people.applicant3,
      content: exampleContent(2),
    });
    const others: Place[] = [
      { code, submission: 1, signature: altered(signature) },
      { code, submission: 1, signature: 'A'.repeat(86) },
      { code, submission: 2, signature },
      { code, submission: 9999, signature },
      { code: own.code, submission: 1, signature },
      { code: draft.code, submission: 1, signature },
      { code: 'KT22-000000', submission: 1, signature },
      { code: 'KT22-000000', submission: 1, signature: 'A'.repeat(86) },
    ];
    const { path, query } = asking(receipt);
    const elsewhere = ['dak-lak-2022', 'nowhere'].map((editionId) => ({
      path: { ...path, editionId },
      query,
    }));
    const answers = new Set<string>();
    for (const said of [...others.map(asking), ...elsewhere]) {
      const { status, text, headers } = await world.anonymous.call(route, said);
      const { 'x-request-id': _, ...rest } = headers;
      answers.add(JSON.stringify([status, text, rest]));
    }
    expect([...answers].map((answer) => JSON.parse(answer).slice(0, 2))).toEqual([
      [200, JSON.stringify(invalid)],
    ]);
  });

  test('takes two reads, one after the other, whether there is such a code or not', async () => {
    const trips = { reads: 2, writes: 0, waits: 2 };
    for (const place of [
      receipt,
      { ...receipt, signature: altered(signature) },
      { ...receipt, code: 'KT22-000000' },
    ]) {
      const check = async () => await world.anonymous.reply(route, asking(place));
      expect(await world.tripsOf(check)).toEqual(trips);
    }
  });

  test.each([
    ['signature', asking({ ...{ code, submission: 1 }, signature: signature.slice(1) })],
    ['signature', asking({ code, submission: 1, signature: `${signature}A` })],
    ['signature', asking({ code, submission: 1, signature: `${signature.slice(1)}=` })],
    ['signature', asking({ code, submission: 1, signature: `${signature.slice(1)}+` })],
    ['code', asking({ code: 'KT22', submission: 1, signature })],
    ['code', asking({ code: `${code}7`, submission: 1, signature })],
    ['code', asking({ code: 'KT22-UUUUUU', submission: 1, signature })],
    ['submission', asking({ code, submission: 0, signature })],
    ['submission', asking({ code, submission: '01', signature })],
    ['submission', asking({ code, submission: 10_000, signature })],
    ['submission', asking({ code, submission: '1e1', signature })],
  ])('is not looked for by a malformed %s', async (name, said) => {
    const pointer = `${name === 'signature' ? '/query' : '/path'}/${name}`;
    expect(refusalIn(await world.anonymous.call(route, said))).toEqual({
      status: 400,
      code: 'invalid-parameter',
      errors: [{ pointer, code: 'wrong-format' }],
    });
  });

  test('is not looked for without a signature, nor with anything else', async () => {
    const { path } = asking(receipt);
    expect(refusalIn(await world.anonymous.call(route, { path }))).toEqual({
      status: 400,
      code: 'invalid-parameter',
      errors: [{ pointer: '/query/signature', code: 'required' }],
    });
    const query = { signature, entryId };
    expect(refusalIn(await world.anonymous.call(route, { path, query }))).toEqual({
      status: 400,
      code: 'unknown-parameter',
      errors: [{ pointer: '/query/entryId', code: 'unknown-field' }],
    });
  });

  test('of an earlier version stays one, and says that it is not the latest', async () => {
    const path = { entryId };
    const second = await world
      .as(applicant1)
      .reply(routes.submitEntry, { path, body: { acceptedPlanVersion: 1 } });
    const first = await world.anonymous.reply(route, asking(receipt));
    expect(first).toEqual({ ...genuine, latest: false });
    expect(await world.anonymous.reply(route, asking(second))).toEqual({
      ...genuine,
      receipt: { ...genuine.receipt, submission: 2, receivedAt: second.receivedAt },
    });
    const crossed = asking({ ...second, signature });
    expect(await world.anonymous.reply(route, crossed)).toEqual(invalid);
    await world.as(applicant1).reply(routes.withdrawEntry, { path });
    expect(await world.anonymous.reply(route, asking(receipt))).toEqual({
      ...genuine,
      latest: false,
      withdrawn: true,
    });
  });
});

describe('what somebody changed in the table is no receipt', () => {
  test.each([
    ['the time', { receivedAt: '2022-06-14T03:00:00.000Z' }],
    ['the content', { content: keptContent(exampleContent(1)) }],
    ['the files', { documents: [] }],
    ['the version of the rules', { planVersion: 2 }],
    ['the entry', { entryId: '0198a2c4-6f1d-7c55-9d0e-2b8f6a1c7e43' }],
  ])('%s', async (_, changes) => {
    await using world = await openWorld();
    const { entryId, receipt } = await submittedEntry(world);
    expect(await world.anonymous.reply(route, asking(receipt))).toMatchObject({ valid: true });
    await tamper(world, keys.submissionVersion(world.editionId, entryId, 1), changes);
    expect(await world.anonymous.reply(route, asking(receipt))).toEqual(invalid);
  });

  test('a signature put in the place of the one that was given', async () => {
    await using world = await openWorld();
    const { entryId, receipt } = await submittedEntry(world);
    const forged = altered(receipt.signature);
    const changes = { receipt: { keyId: receipt.keyId, signature: forged } };
    await tamper(world, keys.submissionVersion(world.editionId, entryId, 1), changes);
    const said = asking({ ...receipt, signature: forged });
    expect(await world.anonymous.reply(route, said)).toEqual(invalid);
  });

  test('a code that leads to another entry', async () => {
    await using world = await openWorld();
    const one = await submittedEntry(world);
    const two = await submittedEntry(world, { owner: applicant2, content: exampleContent(1) });
    await tamper(world, keys.code(world.editionId, one.code), { entryId: two.entryId });
    const said = asking({ ...two.receipt, code: one.code });
    expect(await world.anonymous.reply(route, said)).toEqual(invalid);
    expect(await world.anonymous.reply(route, asking(one.receipt))).toEqual(invalid);
  });

  test('an entry that is gone', async () => {
    await using world = await openWorld();
    const { entryId, receipt } = await submittedEntry(world);
    await world.table.write([{ kind: 'delete', key: keys.entry(world.editionId, entryId) }]);
    expect(await world.anonymous.reply(route, asking(receipt))).toEqual(invalid);
  });
});
