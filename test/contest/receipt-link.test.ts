import { expect, test } from 'vitest';
import { receiptPagePath } from '../../lib/contest/receipt-link.ts';
import { drawnPages } from '../../lib/contract/page-addresses.ts';
import { routes } from '../../lib/contract/routes.ts';

const receipt = {
  editionId: 'kon-tum-2022',
  code: 'KT22-7Q4MZ2',
  submission: 3,
  signature: `${'Ab-_'.repeat(21)}09`,
};

test('a link to a receipt is a page, the path of the operation behind it, and has nothing to escape', () => {
  const path = receiptPagePath(receipt);
  const route = routes.checkReceipt.path.replace(/\{(\w+)\}/g, (_, name) =>
    String(receipt[name as keyof typeof receipt]),
  );
  expect(`/api${path}`).toBe(`${route}?signature=${receipt.signature}`);
  const url = new URL(path, 'https://contest.example.vn');
  expect(url.href).toBe(`https://contest.example.vn${path}`);
  expect(url.pathname).toMatch(new RegExp(drawnPages));
});
