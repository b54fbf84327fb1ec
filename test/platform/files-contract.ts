import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Files, NoSuchObject, type UploadTicket } from '../../lib/platform/files.ts';
import { bytesOf, collect, send, sha256, upload } from '../support/transfer.ts';

/** One side of the port, and where the two servers honestly differ. */
export interface Side {
  readonly files: Files;
  /** The same bucket, seen by a clock that is so many milliseconds off. */
  filesAt(offsetMs: number): Files;
  /** S3 and the folder compare the body with the signed SHA-256; radosgw 16 predates that header and signs it only. */
  readonly verifiesBytes: boolean;
  /** radosgw 16 looks at `if-none-match` in an unversioned bucket only; S3 and the folder always do. */
  readonly storesOnce: boolean;
  /** The folder's own headers; on AWS the distribution in front of the bucket adds them. */
  readonly sendsSecurityHeaders: boolean;
}

const PDF = 'application/pdf';

function without(headers: UploadTicket['headers'], name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([other]) => other !== name));
}

/** What both sides of the files port must do; `open` is called once. */
export function filesContract(open: () => Promise<Side>): void {
  let side: Side;
  let files: Files;
  beforeAll(async () => {
    side = await open();
    files = side.files;
  });

  const newKey = () => `documents/2026/${randomUUID()}`;
  const bytes = bytesOf('the business plan, twenty-four pages');

  async function ticketFor(body: Uint8Array, key = newKey(), from = files) {
    const ticket = await from.ticket({
      key,
      contentType: PDF,
      size: body.length,
      sha256: sha256(body),
      expiresInSeconds: 300,
    });
    return { key, ticket };
  }

  describe('an upload ticket', () => {
    test('names method, headers and expiry', async () => {
      const { ticket } = await ticketFor(bytes);
      expect(ticket.method).toBe('PUT');
      expect(ticket.headers).toEqual({
        'content-type': PDF,
        'content-length': String(bytes.length),
        'x-amz-checksum-sha256': createHash('sha256').update(bytes).digest('base64'),
        'if-none-match': '*',
      });
      const left = Date.parse(ticket.expiresAt) - Date.now();
      expect(Math.round(left / 10_000)).toBe(30);
    });

    test('stores exactly these bytes, once', async () => {
      const { key, ticket } = await ticketFor(bytes);
      expect(await files.head(key)).toBeUndefined();
      expect(await upload(ticket, bytes)).toBe(200);
      expect(await upload(ticket, bytes)).toBe(side.storesOnce ? 412 : 200);
      const stored = await files.head(key);
      expect(stored).toMatchObject({ key, size: bytes.length, contentType: PDF });
      expect(await collect(await files.read(key, stored!.versionId))).toEqual(Buffer.from(bytes));
    });

    test('is refused with another length, type or hash, or with a header left out', async () => {
      const { key, ticket } = await ticketFor(bytes);
      const longer = bytesOf('the business plan, twenty-four pages, and one more');
      const otherHash = createHash('sha256').update(longer).digest('base64');
      const attempts: [Record<string, string>, Uint8Array][] = [
        [{ ...ticket.headers, 'content-length': String(longer.length) }, longer],
        [{ ...ticket.headers, 'content-length': '3' }, bytesOf('the')],
        [{ ...ticket.headers, 'content-type': 'text/html' }, bytes],
        [{ ...ticket.headers, 'x-amz-checksum-sha256': otherHash }, bytes],
        [{ ...ticket.headers, 'if-none-match': '"other"' }, bytes],
        [without(ticket.headers, 'content-type'), bytes],
        [without(ticket.headers, 'x-amz-checksum-sha256'), bytes],
        [without(ticket.headers, 'if-none-match'), bytes],
      ];
      const statuses = [];
      for (const [headers, body] of attempts) {
        statuses.push((await send('PUT', ticket.url, headers, body)).status);
      }
      expect(statuses).toEqual(attempts.map(() => 403));
      expect(await files.head(key)).toBeUndefined();
    });

    test('is good for its own key and signature only', async () => {
      const { key, ticket } = await ticketFor(bytes);
      const other = newKey();
      const wrongKey = { ...ticket, url: ticket.url.replace(key, other) };
      const wrongSignature = {
        ...ticket,
        url: ticket.url.replace(/(ignature=)(.)/, (_, name, c) => name + (c === 'a' ? 'b' : 'a')),
      };
      expect(wrongSignature.url).not.toBe(ticket.url);
      expect(await upload(wrongKey, bytes)).toBe(403);
      expect(await upload(wrongSignature, bytes)).toBe(403);
      expect([await files.head(key), await files.head(other)]).toEqual([undefined, undefined]);
    });

    test('is refused when its time has passed', async () => {
      const { key, ticket } = await ticketFor(bytes, newKey(), side.filesAt(-301_000));
      expect(await upload(ticket, bytes)).toBe(403);
      expect(await files.head(key)).toBeUndefined();
    });

    test('is refused with wrong bytes of the right length, where the server looks', async () => {
      const { key, ticket } = await ticketFor(bytes);
      const wrong = bytesOf('the business plan, twenty-four pagez');
      expect(await upload(ticket, wrong)).toBe(side.verifiesBytes ? 400 : 200);
      expect((await files.head(key)) === undefined).toBe(side.verifiesBytes);
    });

    test('of several sent at once one is stored', async () => {
      const { ticket } = await ticketFor(bytes);
      const statuses = await Promise.all(Array.from({ length: 6 }, () => upload(ticket, bytes)));
      const lost = side.storesOnce ? 412 : 200;
      expect(statuses.sort()).toEqual([200, lost, lost, lost, lost, lost]);
    });

    test('is not made for what no server of ours would store', async () => {
      const good = { key: 'a/b', contentType: PDF, size: 1, sha256: sha256(bytes) };
      const ask = (change: object) => files.ticket({ ...good, expiresInSeconds: 60, ...change });
      const bad = [
        { key: 'a/../b' },
        { key: '/a' },
        { key: 'a//b' },
        { key: 'a b' },
        { key: 'kế-hoạch' },
        { size: 0 },
        { size: 1.5 },
        { sha256: 'ABC' },
        { contentType: 'text/html\r\nx: y' },
        { expiresInSeconds: 0 },
        { expiresInSeconds: 3601 },
      ];
      for (const change of bad) await expect(ask(change)).rejects.toThrow(RangeError);
      await expect(ask({})).resolves.toMatchObject({ method: 'PUT' });
    });
  });

  describe('versions', () => {
    test('every put makes one, and the earlier ones stay as they were', async () => {
      const key = `results/${randomUUID()}.json`;
      const type = { contentType: 'application/json', cacheControl: 'public, max-age=60' };
      const first = await files.put(key, bytesOf('{"n":1}'), type);
      const second = await files.put(key, bytesOf('{"n":22}'), type);
      expect(first.versionId).not.toBe(second.versionId);
      expect(second).toMatchObject({ key, size: 8, contentType: 'application/json' });
      expect(Math.abs(Date.parse(second.storedAt) - Date.now())).toBeLessThan(10_000);
      expect(await files.head(key)).toEqual(second);
      expect(await files.head(key, first.versionId)).toEqual(first);
      expect((await collect(await files.read(key, first.versionId))).toString()).toBe('{"n":1}');
      expect((await collect(await files.read(key, second.versionId))).toString()).toBe('{"n":22}');
    });

    test('what is not there is undefined to head and NoSuchObject to read', async () => {
      const stored = await files.put(newKey(), bytes, { contentType: PDF });
      const other = await files.put(newKey(), bytesOf('other'), { contentType: PDF });
      expect(await files.head(newKey())).toBeUndefined();
      expect(await files.head(stored.key, other.versionId)).toBeUndefined();
      await expect(files.read(stored.key, other.versionId)).rejects.toThrow(NoSuchObject);
      await expect(files.read(newKey(), stored.versionId)).rejects.toThrow(NoSuchObject);
    });

    test('a key that holds one of our own objects takes no upload', async () => {
      const { key } = await files.put(newKey(), bytes, { contentType: PDF });
      const status = await upload((await ticketFor(bytes, key)).ticket, bytes);
      expect(status).toBe(side.storesOnce ? 412 : 200);
    });
  });

  test('a list is in byte order and holds each key once', async () => {
    const under = `list-${randomUUID()}/`;
    const keys = ['b', 'a/c', 'a.x', 'a/B', 'Z', 'a', 'a/b/1', 'ab'].map((name) => under + name);
    for (const key of [...keys, `${under}a`]) {
      await files.put(key, bytes, { contentType: PDF });
    }
    const inOrder = ['Z', 'a', 'a.x', 'a/B', 'a/b/1', 'a/c', 'ab', 'b'].map((n) => under + n);
    expect(await files.list(under)).toEqual(inOrder);
    expect(await files.list(`${under}a/`)).toEqual(inOrder.slice(3, 6));
    expect(await files.list(`${under}a/b`)).toEqual([`${under}a/b/1`]);
    expect(await files.list(`${under}ab`)).toEqual([`${under}ab`]);
    expect(await files.list(`nothing-${under}`)).toEqual([]);
    await expect(files.list('../')).rejects.toThrow(RangeError);
  });

  describe('a link', () => {
    const fileName = 'Kế hoạch "số 1" của Đội.pdf';

    async function linkTo(body: Uint8Array, from = files) {
      const stored = await files.put(newKey(), body, { contentType: 'application/octet-stream' });
      const { key, versionId } = stored;
      const wanted = { key, versionId, fileName, contentType: PDF, expiresInSeconds: 60 };
      return { stored, ...(await from.link(wanted)) };
    }

    test('downloads that version as an attachment of that name and type', async () => {
      const { url, stored, expiresAt } = await linkTo(bytes);
      await files.put(stored.key, bytesOf('a newer version'), { contentType: PDF });
      const reply = await send('GET', url, {});
      expect(reply.status).toBe(200);
      expect(reply.body).toEqual(Buffer.from(bytes));
      expect(reply.headers).toMatchObject({
        'content-type': PDF,
        'content-length': String(bytes.length),
        'cache-control': 'no-store',
        'content-disposition':
          'attachment; filename="Ke hoach _so 1_ cua Doi.pdf"; ' +
          "filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20_s%E1%BB%91%201_%20c%E1%BB%A7a%20%C4%90%E1%BB%99i.pdf",
      });
      if (side.sendsSecurityHeaders) {
        expect(reply.headers).toMatchObject({
          'content-security-policy': "sandbox; default-src 'none'",
          'referrer-policy': 'no-referrer',
          'x-content-type-options': 'nosniff',
        });
      }
      expect(Math.round((Date.parse(expiresAt) - Date.now()) / 10_000)).toBe(6);
    });

    test('serves a range, and says when there is none', async () => {
      const { url } = await linkTo(bytes);
      const middle = await send('GET', url, { range: 'bytes=4-11' });
      expect([middle.status, middle.body.toString()]).toEqual([206, 'business']);
      expect(middle.headers['content-range']).toBe(`bytes 4-11/${bytes.length}`);
      const end = await send('GET', url, { range: 'bytes=-5' });
      expect([end.status, end.body.toString()]).toEqual([206, 'pages']);
      expect((await send('GET', url, { range: 'bytes=900-' })).status).toBe(416);
    });

    test('is refused late, altered, or with another method', async () => {
      const { url, stored } = await linkTo(bytes);
      const late = await linkTo(bytes, side.filesAt(-61_000));
      const other = await files.put(newKey(), bytesOf('secret'), { contentType: PDF });
      const altered = [
        late.url,
        url.replace(stored.key, other.key),
        url.replace(stored.versionId, other.versionId),
        url.replace('.pdf', '.exe'),
        url.replace(/([?&])([^?&]*ignature)=[^&]*/, '$1$2=none'),
        url.slice(0, url.indexOf('?')),
      ];
      const statuses = [];
      for (const address of altered) statuses.push((await send('GET', address, {})).status);
      expect(statuses).toEqual(altered.map(() => 403));
      expect((await send('PUT', url, { 'content-length': '1' }, bytesOf('x'))).status).toBe(403);
      expect(await files.head(stored.key)).toEqual(stored);
    });
  });
}
