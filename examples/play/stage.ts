import { setTimeout as delay } from 'node:timers/promises';
import type * as z from 'zod';
import { type CallArguments, client } from '../../lib/contract/client.ts';
import { ProblemError } from '../../lib/contract/problem-error.ts';
import type { Route } from '../../lib/contract/route.ts';

/** A running system and its clock: all that the play asks of it. */
export interface Stage {
  readonly origin: string;
  /** An access token for the account of this mailbox. */
  readonly token: (email: string) => Promise<string>;
  /** Resolves when every event that is due has been dealt with. */
  readonly settled: () => Promise<void>;
  /** Moves the clock on. */
  readonly advance: (milliseconds: number) => void;
}

/** One step as it is told: who does what, and what came back. */
export interface Step {
  readonly who: string;
  readonly what: string;
  readonly answer: string;
}

/** Who takes part. The administrator must have been granted before. */
export const cast = {
  administrator: 'quan-tri@example.vn',
  organisers: ['ban-to-chuc-1@so-khcn.example.vn', 'ban-to-chuc-2@so-khcn.example.vn'],
  secretary: 'thu-ky@example.vn',
  judges: [
    'giam-khao-1@hoi-dong.example.vn',
    'giam-khao-2@hoi-dong.example.vn',
    'giam-khao-3@hoi-dong.example.vn',
  ],
  teammate: 'thanh-vien-1@example.vn',
  startup: (number: number): string => `startup-${number}@example.vn`,
} as const;

/** Everybody's hands: calls of the real API, each told as a step. */
export interface Actors {
  readonly stage: Stage;
  /** Does it and tells what came back. */
  readonly does: <R extends Route>(
    who: string,
    what: string,
    route: R,
    args: CallArguments<R>,
    answer: (body: z.output<R['reply']>) => string,
  ) => Promise<z.output<R['reply']>>;
  /** Tries what must be refused; the code of the refusal. @throws Error when it was not refused */
  readonly isRefused: <R extends Route>(
    who: string,
    what: string,
    route: R,
    args: CallArguments<R>,
  ) => Promise<string>;
  readonly tell: (step: Step) => void;
}

/** Makes the actors of a play on a stage. */
export function actors(stage: Stage, tell: (step: Step) => void): Actors {
  const as = (who: string) => client({ origin: stage.origin, token: () => stage.token(who) });
  return {
    stage,
    tell,
    does: async (who, what, route, args, answer) => {
      const { body } = await patiently(async () => await as(who).call(route, args));
      tell({ who, what, answer: answer(body) });
      return body;
    },
    isRefused: async (who, what, route, args) => {
      try {
        await patiently(async () => await as(who).call(route, args));
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        tell({ who, what, answer: `${error.status} ${error.code}` });
        return error.code;
      }
      throw new Error(`${who} was not refused: ${what}`);
    },
  };
}

/** A play is quicker than people: whoever is told to wait waits. Nothing was done by a call that was too many. */
async function patiently<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  while (true) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'too-many-requests') throw error;
      await delay(Number(error.headers.get('retry-after') ?? 1) * 1000);
    }
  }
}
