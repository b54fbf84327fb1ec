/** What came back is neither the operation's reply nor a problem: something between, or another version. */
export class UnexpectedReply extends Error {
  override readonly name = 'UnexpectedReply';
  readonly operation: string;
  readonly status: number;
  /** What came, as text. */
  readonly text: string;
  constructor(
    operation: string,
    came: { readonly status: number; readonly text: string; readonly cause?: unknown },
  ) {
    super(
      `${operation}: unexpected reply with status ${came.status}`,
      came.cause === undefined ? {} : { cause: came.cause },
    );
    this.operation = operation;
    this.status = came.status;
    this.text = came.text;
  }
}
