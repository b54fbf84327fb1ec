import * as z from 'zod';
import { moment, reason } from './shared.ts';
import { id, sha256, text, uuid } from './text.ts';

export const runningOrderRequest = z
  .strictObject({
    seed: text(200)
      .exactOptional()
      .meta({ description: 'What a public draw gave; else the system draws one.' }),
    reason: reason
      .exactOptional()
      .meta({ description: 'Why it is drawn anew; asked for once there is an order.' }),
  })
  .meta({ id: 'RunningOrderRequest', description: 'What the running order is drawn with.' });

export const stageMove = z
  .strictObject({ entryId: uuid, state: z.enum(['presenting', 'questions', 'done']) })
  .meta({ id: 'StageMove', description: 'What the entry on stage is to do from now on.' });

export const stageView = z
  .object({
    roundId: id,
    order: z.array(
      z.object({
        entryId: uuid,
        code: z.string(),
        title: z.string(),
        state: z.enum(['waiting', 'presenting', 'questions', 'done']),
      }),
    ),
    draw: z
      .object({
        seed: z.string(),
        digest: sha256,
        at: moment,
        reason: z.string().exactOptional(),
      })
      .meta({
        description:
          'Who waits comes by the SHA-256 of the seed, a blank and the id, lowest first. The digest is of all ids in their order, a blank between two.',
      }),
    present: z
      .object({
        entryId: uuid,
        state: z.enum(['presenting', 'questions']),
        startedAt: moment,
        endsAt: moment.exactOptional(),
        secondsLeft: z
          .int()
          .exactOptional()
          .meta({ description: "By the system's clock; below zero once the time is up." }),
      })
      .exactOptional(),
    next: uuid.exactOptional(),
    now: moment,
  })
  .meta({ id: 'Stage', description: 'Who of a pitch round speaks now, who is next, who has.' });
