/** No value is smaller than the first or larger than the second. */
export type Bounds = readonly [low: number, high: number];
