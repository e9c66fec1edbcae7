/** What is said of a loss, whichever library names it. */
export interface LossWords {
  /** What it punishes, or rewards: one sentence. */
  readonly punishes: string;
  /** When to choose another: one sentence. */
  readonly otherwise: string;
  /** Of a loss that the catalogue does not have, which has to be named here. */
  readonly name?: string;
}
