import type { BlockSum } from '../../readers/byteSource';
import type { RangePart, ScanPlan, ScanRange } from '../../readers/delimited/scanPlan';

/** What a range worker is started with. */
export interface RangeJob {
  readonly files: readonly { readonly path: string; readonly name: string }[];
  readonly plan: ScanPlan;
}

/** A stretch of one of the files of a job. */
export interface FileRange extends ScanRange {
  readonly file: number;
}

/** A worker is asked for one range at a time. */
export interface RangeRequest {
  readonly index: number;
  readonly range: FileRange;
}

/** Its answer; `null` when the range could not be read there. */
export interface RangeReply {
  readonly index: number;
  readonly part: RangePart | null;
  /** Of the blocks that were read since the last answer. */
  readonly sums: readonly BlockSum[];
}
