/** What the rows of a forecast are for, by data row; null where the source does not say. */
export interface ForecastRows {
  /** Codes of the series. */
  readonly series: Int32Array | null;
  /** When the target was measured. */
  readonly time: Float64Array | null;
  /** The last time that was known when the forecast was made. */
  readonly cutoff: Float64Array | null;
  /** Steps from the cutoff. */
  readonly horizon: Float64Array | null;
  readonly target: Float64Array;
}

/** The naive forecast of the same rows, and how far it is off in each series. */
export interface NaiveForecast {
  readonly season: number;
  /** Codes of the series. */
  readonly series: Int32Array;
  /** Steps from the cutoff; NaN where they are unknown. */
  readonly horizon: Float64Array;
  /** The last target of the same season before the cutoff; NaN where the file does not hold it. */
  readonly naive: Float64Array;
  /** Mean |y_t - y_{t - season}| of the series' targets, and the mean of its square; NaN without two of them. */
  readonly scale: Float64Array;
  readonly squaredScale: Float64Array;
}
