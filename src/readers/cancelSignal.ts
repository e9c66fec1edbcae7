/** The part of an `AbortSignal` that readers look at. */
export interface CancelSignal {
  readonly aborted: boolean;
}
