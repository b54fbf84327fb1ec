import type { ProblemDocument } from './problem-document.ts';
import type { ProblemCode } from './problems.ts';

/** The server said why it did not do it: decide by `code`; the facts are in `problem`. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly operation: string;
  readonly code: ProblemCode;
  readonly status: number;
  readonly problem: ProblemDocument;
  readonly headers: Headers;
  constructor(operation: string, problem: ProblemDocument, headers: Headers) {
    super(`${operation}: ${problem.code} (${problem.title})`);
    this.operation = operation;
    this.code = problem.code;
    this.status = problem.status;
    this.problem = problem;
    this.headers = headers;
  }
}
