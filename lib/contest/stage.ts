import type { Refusal } from './refusal.ts';

/** An entry's place in the running order of the pitches, with what is called out. */
export interface Pitch {
  readonly entryId: string;
  readonly code: string;
  readonly title: string;
}

/** One draw of the running order; its instant is ISO. */
export interface StageDraw {
  /** Anybody can redo the order with it: see `lotOrder`. */
  readonly seed: string;
  /** SHA-256 of the ids in their order, a blank between two. */
  readonly digest: string;
  readonly by: string;
  readonly at: string;
  /** Of every draw but the first. */
  readonly reason?: string;
}

/** Who of a pitch round speaks when, who speaks now, and who has. */
export interface Stage {
  readonly editionId: string;
  readonly roundId: string;
  readonly order: readonly Pitch[];
  /** Oldest first; the last one holds. */
  readonly draws: readonly StageDraw[];
  readonly present?: {
    readonly entryId: string;
    readonly state: 'presenting' | 'questions';
    /** ISO instant. */
    readonly startedAt: string;
  };
  readonly done: readonly string[];
  readonly version: number;
}

/** Where an entry is to be. */
export interface StageMove {
  readonly entryId: string;
  readonly state: 'presenting' | 'questions' | 'done';
}

/** On stage now, or before. */
export const wasOnStage = ({ present, done }: Stage, entryId: string): boolean =>
  present?.entryId === entryId || done.includes(entryId);

/** Whether a judge may not write on the entry yet: with a running order, only on who is or was on stage. */
export const whyNotOnStage = (stage: Stage | undefined, entryId: string): Refusal | undefined =>
  stage === undefined || wasOnStage(stage, entryId)
    ? undefined
    : { code: 'state-conflict', state: 'not-on-stage' };

/** How long a pitch may last, in minutes. */
export interface PitchMinutes {
  readonly presentMinutes: number;
  readonly questionMinutes: number;
}

/** When the time of whoever is on stage is up, as an ISO instant; undefined where the rules give none. */
export function timeIsUpAt(
  present: NonNullable<Stage['present']>,
  pitch: PitchMinutes | undefined,
): string | undefined {
  if (!pitch) return undefined;
  const minutes = present.state === 'presenting' ? pitch.presentMinutes : pitch.questionMinutes;
  return new Date(Date.parse(present.startedAt) + minutes * 60_000).toISOString();
}

/** What each place of the order has come to. */
export const pitchState = (
  { present, done }: Stage,
  entryId: string,
): 'waiting' | StageMove['state'] => {
  if (present?.entryId === entryId) return present.state;
  return done.includes(entryId) ? 'done' : 'waiting';
};

/** Who is on stage next; undefined after the last. */
export const nextOnStage = (stage: Stage): Pitch | undefined =>
  stage.order.find(({ entryId }) => !wasOnStage(stage, entryId));
