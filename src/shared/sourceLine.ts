/** Where something of a report is written. */
export interface SourceLine {
  /** Index into the report's sources. */
  readonly source: number;
  /** 1-based. */
  readonly line: number;
}
