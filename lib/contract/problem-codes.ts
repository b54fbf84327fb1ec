import { type ProblemCode, problems } from './problems.ts';

const isCode = (name: string): name is ProblemCode => Object.hasOwn(problems, name);

/** Every code there is, in the order of the table. */
export const problemCodes: readonly ProblemCode[] = Object.keys(problems).filter(isCode);
