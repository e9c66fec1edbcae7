/** One half of the samples, by position. */
export interface Half {
  readonly losses: Float64Array;
  /** The losses over what the size of the predictions explains; the losses themselves where nothing does. */
  readonly adjusted: Float64Array;
  /** Data rows. */
  readonly rows: Int32Array;
  /** The same number for samples that may share their luck. */
  readonly clusters: Int32Array;
  /** The same number for samples with about the same prediction. */
  readonly strata?: Int32Array;
}
