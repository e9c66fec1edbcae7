/** A number in a segment and what stands around it. */
export interface Sighting {
  readonly digits: string;
  /** The text since the number before, or since the beginning. */
  readonly gap: string;
  readonly isFirst: boolean;
  /** The next characters. */
  readonly after: string;
}
