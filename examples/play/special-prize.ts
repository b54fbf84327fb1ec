/** The prize of the play that no rank gives. */
export const specialPrize = {
  id: 'trien-vong',
  name: { vi: 'Giải Triển vọng', en: 'Prize for promise' },
  quantity: 1,
  amountVnd: 5_000_000,
  given: 'decision',
} as const;
