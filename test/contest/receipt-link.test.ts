import { expect, test } from 'vitest';
import { receiptCheckPath } from '../../lib/contest/receipt-link.ts';
import { routes } from '../../lib/contract/routes.ts';

const receipt = {
  editionId: 'kon-tum-2022',
  code: 'KT22-7Q4MZ2',
  submission: 3,
  signature: `${'Ab-_'.repeat(21)}09`,
};

test('a receipt is checked where its route is, with nothing that a link would have to escape', () => {
  const path = receiptCheckPath(receipt);
  const route = routes.checkReceipt.path.replace(/\{(\w+)\}/g, (_, name) =>
    String(receipt[name as keyof typeof receipt]),
  );
  expect(path).toBe(`${route}?signature=${receipt.signature}`);
  expect(new URL(path, 'https://contest.example.vn').href).toBe(
    `https://contest.example.vn${path}`,
  );
});
