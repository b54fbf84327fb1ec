import * as z from 'zod';

/** Of a province, two digits, as the national register of administrative units has it. */
const provinceCode = z
  .string()
  .regex(/^[0-9]{2}$/)
  .meta({ description: 'Two digits: "51" is Quảng Ngãi.' });

export const provincePath = z.strictObject({ provinceCode });

const unit = z
  .object({ code: z.string(), name: z.string() })
  .meta({ id: 'AdministrativeUnit', description: 'A province or a commune: its code and name.' });

const listVersion = z
  .string()
  .meta({ description: 'The day the list came into force; an address is kept with it.' });

export const provincesView = z
  .object({ listVersion, items: z.array(unit) })
  .meta({ id: 'Provinces', description: 'All provinces and cities of the list in force.' });

export const communesView = z
  .object({ listVersion, province: unit, items: z.array(unit) })
  .meta({ id: 'Communes', description: 'All communes, wards and special zones of a province.' });
