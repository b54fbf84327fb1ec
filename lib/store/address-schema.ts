import * as z from 'zod';
import type { Address } from '../contest/address.ts';

const string = z.string();

/** An address as it comes out of the table: an applicant's, or what an official stated. */
export const addressSchema: z.ZodType<Address> = z.object({
  listVersion: string,
  provinceCode: string,
  provinceName: string,
  communeCode: string,
  communeName: string,
  detail: string,
  oldAddress: string.exactOptional(),
});
