import { afterAll, expect, test } from 'vitest';
import { communesOf, provincesOf } from '../../../lib/contest/provinces.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { loadCommuneList } from '../../../lib/store/commune-lists.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld } from '../../support/world.ts';
import { people } from '../../support/world-people.ts';

const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());
const list = await loadCommuneList();
const inQuangNgai = { path: { provinceCode: '51' } };

test('everybody reads the provinces', async () => {
  const body = await world.anonymous.reply(routes.listProvinces);
  expect(body).toEqual({ listVersion: '2025-07-01', items: provincesOf(list) });
  expect([body.items.length, body.items[0], body.items.at(-1)]).toEqual([
    34,
    { code: '91', name: 'Tỉnh An Giang' },
    { code: '86', name: 'Tỉnh Vĩnh Long' },
  ]);
  expect(await world.as(people.applicant1).reply(routes.listProvinces)).toEqual(body);
});

test('everybody reads the communes of a province', async () => {
  const body = await world.anonymous.reply(routes.listCommunes, inQuangNgai);
  expect(body).toEqual({
    listVersion: '2025-07-01',
    province: { code: '51', name: 'Tỉnh Quảng Ngãi' },
    items: communesOf(list, '51'),
  });
  expect([body.items.length, body.items[0], body.items.at(-1)]).toEqual([
    96,
    { code: '21034', name: 'Xã An Phú' },
    { code: '23548', name: 'Xã Ya Ly' },
  ]);
  expect(await world.as(people.judge1).reply(routes.listCommunes, inQuangNgai)).toEqual(body);
});

test('every province has its communes, each among one only', async () => {
  const { items } = await world.anonymous.reply(routes.listProvinces);
  const codes: string[] = [];
  for (const { code } of items) {
    const path = { provinceCode: code };
    const communes = await world.anonymous.reply(routes.listCommunes, { path });
    codes.push(...communes.items.map((commune) => commune.code));
  }
  expect([codes.length, new Set(codes).size]).toEqual([3321, 3321]);
});

// 62 was Kon Tum's until July 2025.
test.each(['62', '00', '99'])('a province that is not there: %s', async (provinceCode) => {
  const answer = await world.anonymous.call(routes.listCommunes, { path: { provinceCode } });
  expect(refusalIn(answer)).toEqual({ status: 404, code: 'not-found' });
});

test.each(['1', '051', 'ab', '5 1', '５１'])('what is no code at all: %s', async (provinceCode) => {
  const answer = await world.anonymous.call(routes.listCommunes, { path: { provinceCode } });
  expect(refusalIn(answer)).toMatchObject({ status: 400, code: 'invalid-parameter' });
});

test('a parameter nobody asked for', async () => {
  const answer = await world.anonymous.call(routes.listProvinces, {
    query: { limit: '5' } as never,
  });
  expect(refusalIn(answer)).toMatchObject({ status: 400, code: 'unknown-parameter' });
});

test('the table is not read', async () => {
  const none = { reads: 0, writes: 0, waits: 0 };
  const provinces = async () => await world.anonymous.reply(routes.listProvinces);
  const communes = async () => await world.anonymous.reply(routes.listCommunes, inQuangNgai);
  expect(await world.tripsOf(provinces)).toEqual(none);
  expect(await world.tripsOf(communes)).toEqual(none);
});
