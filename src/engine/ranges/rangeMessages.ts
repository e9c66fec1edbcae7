import type { BlockSum } from '../../readers/byteSource';
import type { RangePart, ScanPlan, ScanRange } from '../../readers/delimited/scanPlan';

/** What a range worker is started with. */
export interface RangeJob {
  readonly path: string;
  readonly name: string;
  readonly plan: ScanPlan;
}

/** A worker is asked for one range at a time. */
export interface RangeRequest {
  readonly index: number;
  readonly range: ScanRange;
}

/** Its answer; `null` when the range could not be read there. */
export interface RangeReply {
  readonly index: number;
  readonly part: RangePart | null;
  /** Of the blocks that were read since the last answer. */
  readonly sums: readonly BlockSum[];
}
