import * as z from 'zod';
import { planSchema } from './plan-schema.ts';
import { bothLanguages, documentNumber, moment, reason, version } from './shared.ts';
import { email, id, text, uuid } from './text.ts';

export const newEdition = z
  .strictObject({ editionId: id, plan: planSchema })
  .meta({ id: 'NewEdition', description: 'An edition: its id for ever, and its rules as data.' });

export const planChange = z
  .strictObject({ plan: planSchema, reason, documentNumber })
  .meta({ id: 'PlanChange', description: 'The whole new plan, and the decision that ordered it.' });

export const editionSummary = z
  .object({
    editionId: id,
    name: bothLanguages,
    phase: z.enum(['open', 'frozen', 'judging']),
    opensAt: moment,
    closesAt: moment,
  })
  .meta({ id: 'EditionSummary', description: 'An edition in a list.' });

/** What everybody may read: who, what, how and when, with the server's clock beside the deadline. */
export const editionView = editionSummary
  .extend({
    planVersion: z.int(),
    plan: planSchema,
    /** Why the plan is not what it first was. */
    changes: z.object({ changedAt: moment, reason: z.string(), documentNumber: z.string() }),
    serverTime: moment,
    version,
  })
  .meta({
    id: 'Edition',
    description: "An edition as everybody may read it: rules, dates and the server's clock.",
  });

const role = z.enum(['organiser', 'secretary', 'judge']);

export const newInvitation = z
  .strictObject({ email, name: text(100), role })
  .meta({ id: 'NewInvitation', description: 'Whom to invite, and to which role.' });

export const invitationView = z
  .object({
    invitationId: uuid,
    editionId: id,
    email: z.string(),
    name: z.string(),
    role,
    state: z.enum(['pending', 'accepted']),
    endsAt: moment,
  })
  .meta({ id: 'Invitation', description: 'A role offered to somebody by e-mail.' });

export const memberView = z
  .object({
    editionId: id,
    personId: z.string(),
    email: z.string(),
    name: z.string(),
    roles: z.array(role),
    active: z.boolean(),
    version,
  })
  .meta({ id: 'Member', description: 'Somebody with a role in an edition.' });

/** Where the caller takes part. */
export const meView = z
  .object({
    personId: z.string(),
    email: z.string().exactOptional(),
    administrator: z.boolean(),
    memberships: z.array(z.object({ editionId: id, roles: z.array(role) })),
    entries: z.array(z.object({ editionId: id, entryId: uuid })),
    invitations: z.array(invitationView),
  })
  .meta({ id: 'Me', description: 'Where the caller takes part.' });
