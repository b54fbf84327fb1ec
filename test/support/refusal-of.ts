import { type Refusal, Refused } from '../../lib/contest/refusal.ts';

/** The refusal that a command of the domain throws. @throws Error when it does not refuse */
export function refusalOf(command: () => unknown): Refusal {
  try {
    command();
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
  throw new Error('the command was carried out');
}
