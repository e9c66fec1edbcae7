/** What cannot be written as a statement: the message is one sentence for a person. */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem';
  /** Tells the terminal that the command is at fault. */
  readonly usage = true;
}
