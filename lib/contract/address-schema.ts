import * as z from 'zod';
import { text } from './text.ts';

const oldAddress = text(300)
  .exactOptional()
  .meta({ description: 'The same place as papers from before July 2025 name it.' });

/** An address as somebody writes it. */
export const address = z
  .strictObject({
    provinceCode: z.string().max(10).meta({ description: 'Of a province of the list: "51".' }),
    communeCode: z.string().max(10).meta({ description: 'Of a commune of it: "23446".' }),
    detail: text(200).meta({ description: 'House, street, hamlet.' }),
    oldAddress,
  })
  .meta({
    id: 'Address',
    description: 'Codes of the list in force, see listProvinces and listCommunes.',
  });

/** An address as it is kept. */
export const addressView = z
  .object({
    ...address.shape,
    provinceName: z.string(),
    communeName: z.string(),
    listVersion: z.string().meta({ description: 'The list of communes that the names are of.' }),
  })
  .meta({ id: 'KeptAddress', description: 'An address with the names of the day it was written.' });
