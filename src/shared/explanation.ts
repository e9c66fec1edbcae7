/** A convention under which the rows give the number that a script printed. */
export interface Explanation {
  readonly text: string;
  readonly value: number;
  readonly model: string;
  /** Digits that agree. */
  readonly digits: number;
}
