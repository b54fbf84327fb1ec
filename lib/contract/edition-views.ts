import * as z from 'zod';
import { preferences } from '../contest/people.ts';
import { address, addressView } from './address-schema.ts';
import { email, phone, taxCode } from './contact.ts';
import { planSchema } from './plan-schema.ts';
import { bothLanguages, documentNumber, moment, reason, version } from './shared.ts';
import { id, localDateTime, text, uuid } from './text.ts';

export const newEdition = z
  .strictObject({ editionId: id, plan: planSchema })
  .meta({ id: 'NewEdition', description: 'An edition: its id for ever, and its rules as data.' });

export const planChange = z
  .strictObject({ plan: planSchema, reason, documentNumber })
  .meta({ id: 'PlanChange', description: 'The whole new plan, and the decision that ordered it.' });

export const editionClone = z
  .strictObject({
    editionId: id,
    name: planSchema.shape.name,
    codePrefix: planSchema.shape.codePrefix,
    rules: planSchema.shape.rules,
    submissionsCloseAt: localDateTime,
    consentVersion: text(20).exactOptional(),
  })
  .meta({
    id: 'EditionClone',
    description:
      'What of the new edition is not as it was; every date moves by as many days as the close. A wrong place under ' +
      '`/plan` is one of the plan that would have come of it.',
  });

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

export const planVersionSummary = z
  .object({
    planVersion: z.int(),
    changedAt: moment,
    /** Empty for the first version. */
    reason: z.string(),
    documentNumber: z.string(),
    opensAt: moment,
    closesAt: moment,
    changed: z
      .array(z.string())
      .exactOptional()
      .meta({
        description:
          'Where it differs from the version before: pointers in which a member of a list is named by its id, not by ' +
          'its place: `/rounds/so-khao/rubrics`. The first version has none.',
      }),
  })
  .meta({
    id: 'PlanVersionSummary',
    description: 'A version of the plan: when, why and by which decision it came to be.',
  });

/** Who ordered it is told by the decision; who typed it is nobody's business. */
export const planVersionView = planVersionSummary
  .extend({ plan: planSchema })
  .meta({ id: 'PlanVersion', description: 'The plan as it was at one version.' });

const role = z.enum(['organiser', 'secretary', 'judge']);

const officialDetails = {
  phone: phone.exactOptional(),
  taxCode: taxCode.exactOptional(),
  organisation: text(200).exactOptional(),
};

export const newInvitation = z
  .strictObject({ email, name: text(100), role, ...officialDetails })
  .meta({ id: 'NewInvitation', description: 'Whom to invite, and to which role.' });

export const invitationView = z
  .object({
    invitationId: uuid,
    editionId: id,
    email: z.string(),
    name: z.string(),
    role,
    state: z.enum(['pending', 'accepted', 'declined', 'cancelled']),
    endsAt: moment,
  })
  .meta({ id: 'Invitation', description: 'A role offered to somebody by e-mail.' });

const signedTerms = z.object({ version: z.string(), textSha256: z.string(), at: moment }).meta({
  id: 'SignedTerms',
  description: 'Which terms of confidentiality were signed, and when.',
});

const wishes = {
  expertise: z.array(id).max(50).exactOptional(),
  capacity: z.int().min(1).max(1000).exactOptional(),
  preferences: z.record(id, z.enum(preferences)).exactOptional(),
};

export const memberView = z
  .object({
    editionId: id,
    personId: z.string(),
    email: z.string(),
    name: z.string(),
    roles: z.array(role),
    active: z.boolean(),
    ...wishes,
    confidentiality: signedTerms.exactOptional(),
    version,
  })
  .meta({ id: 'Member', description: 'Somebody with a role in an edition.' });

export const ownDetails = z
  .strictObject({ ...officialDetails, address: address.exactOptional(), ...wishes })
  .meta({
    id: 'OwnDetails',
    description:
      'What an official states of themselves: whoever shares a telephone or a tax number with an entry cannot be both. Where ' +
      'a judge works and lives shows a conflict with entries of that place, and is told to nobody. A ' +
      'judge adds the fields they know, the most entries they can read, and how gladly they read each field.',
  });

/** The caller's own record: nobody else's telephone or address. */
export const ownRecordView = memberView
  .extend({
    phone: z.string().exactOptional(),
    taxCode: z.string().exactOptional(),
    organisation: z.string().exactOptional(),
    address: addressView.exactOptional(),
  })
  .meta({ id: 'OwnRecord', description: 'The record of the caller as an official of an edition.' });

/** A part in the team of an entry, offered to the caller. */
const myTeamInvitation = z.object({
  editionId: id,
  entryId: uuid,
  invitationId: uuid,
  code: z.string(),
  title: z.string(),
  role: z.enum(['editor', 'viewer']),
  endsAt: moment,
});

/** Where the caller takes part. */
export const meView = z
  .object({
    personId: z.string(),
    email: z.string().exactOptional(),
    administrator: z.boolean(),
    memberships: z.array(z.object({ editionId: id, roles: z.array(role) })),
    entries: z.array(
      z.object({ editionId: id, entryId: uuid, role: z.enum(['lead', 'editor', 'viewer']) }),
    ),
    invitations: z.array(invitationView),
    teamInvitations: z.array(myTeamInvitation),
  })
  .meta({ id: 'Me', description: 'Where the caller takes part.' });
