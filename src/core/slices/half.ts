/** One half of the samples, by position. */
export interface Half {
  readonly losses: Float64Array;
  /** Data rows. */
  readonly rows: Int32Array;
  /** The same number for samples that may share their luck. */
  readonly clusters: Int32Array;
  /** How large the predictions are. */
  readonly sizes?: Float64Array;
}
