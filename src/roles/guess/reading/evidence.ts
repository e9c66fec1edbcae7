/** What speaks for a column's part in a reading. */
export type EvidenceKind = 'choice' | 'name' | 'stem' | 'scale' | 'course' | 'classes' | 'unit';

/** One thing that speaks for a reading, or against it where its points are below 0. */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly points: number;
}

/** A column with so many points in all is taken. */
export const enough = 3;

export function pointsOf(evidence: readonly Evidence[]): number {
  return evidence.reduce((sum, { points }) => sum + points, 0);
}
