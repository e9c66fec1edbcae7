import type { PointsMark } from '../../shared/figure';
import type { SourceLine } from '../../shared/sourceLine';

/** Rows of a history as the points of a mark name them, with the places where they are written. */
export function linesOf(
  rows: Int32Array,
  placeOf: (row: number) => SourceLine | null,
): Pick<PointsMark, 'rows' | 'lines' | 'sources'> {
  const places = Array.from(rows, placeOf);
  const isOfFirst = places.every(place => place === null || place.source === 0);
  return {
    rows,
    lines: Int32Array.from(places, place => place?.line ?? 0),
    ...(isOfFirst ? {} : { sources: Int32Array.from(places, place => place?.source ?? 0) }),
  };
}
