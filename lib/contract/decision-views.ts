import * as z from 'zod';
import { signingAuthorities } from '../contest/official-decision.ts';
import { documentNumber } from './shared.ts';
import { localDate, text } from './text.ts';

/** The numbered decision behind a publication, as a body has it. */
export const decisionRequest = z
  .strictObject({
    documentNumber,
    issuedOn: localDate,
    title: text(500),
    signer: z.strictObject({
      authority: z
        .strictObject({ kind: z.enum(signingAuthorities), of: text(200) })
        .exactOptional(),
      position: text(120),
      name: text(100),
    }),
  })
  .meta({
    id: 'DecisionRequest',
    description: 'The decision that orders it: number, date, what it is about, and who signed it.',
  });

/** The same as everybody reads it. */
export const decisionView = z
  .object({
    documentNumber: z.string(),
    issuedOn: localDate,
    title: z.string(),
    signer: z.object({
      authority: z.object({ kind: z.enum(signingAuthorities), of: z.string() }).exactOptional(),
      position: z.string(),
      name: z.string(),
    }),
  })
  .meta({
    id: 'Decision',
    description:
      'The decision that ordered a publication. `authority`: TM. of a body, KT. of its head, TL. by order, TUQ. by special authorisation, Q. acting.',
  });
