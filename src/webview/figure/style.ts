import type { LineMark, Mark, PointsMark } from '../../shared/figure';

/** Lengths of strokes and gaps, in pixels. */
const dashes: Readonly<Record<NonNullable<LineMark['dash']>, readonly number[]>> = {
  solid: [],
  dashed: [6, 4],
  dotted: [2, 3],
};

const dashOrder: readonly (readonly number[])[] = [
  [],
  [6, 4],
  [2, 3],
  [8, 3, 2, 3],
  [12, 4],
  [4, 2],
];
const shapeOrder = ['circle', 'triangle', 'square', 'diamond', 'cross'] as const;

type Shape = NonNullable<PointsMark['shape']>;

/** The dash of a line: its own, else one by its series, so that colour is never alone. */
export function dashOf(mark: Mark): readonly number[] {
  if (mark.kind === 'line' && mark.dash !== undefined) return dashes[mark.dash];
  return 'series' in mark.tone ? dashOrder[mark.tone.series % dashOrder.length]! : [];
}

/** The shape of points: their own, else one by their series. */
export function shapeOf(mark: PointsMark): Shape {
  if (mark.shape !== undefined) return mark.shape;
  return 'series' in mark.tone ? shapeOrder[mark.tone.series % shapeOrder.length]! : 'circle';
}

/** Chart.js names of the shapes. */
export const pointStyles: Readonly<
  Record<Shape, 'circle' | 'triangle' | 'rect' | 'rectRot' | 'crossRot'>
> = {
  circle: 'circle',
  triangle: 'triangle',
  square: 'rect',
  diamond: 'rectRot',
  cross: 'crossRot',
};

/** Radius in pixels: the more points, the smaller. */
export function radiusFor(points: number): number {
  if (points <= 60) return 4;
  if (points <= 600) return 3;
  return points <= 5000 ? 2 : 1.5;
}

/** Opacity of the fill: the more points, the more they shine through. */
export function opacityFor(points: number): number {
  if (points <= 60) return 0.85;
  return points <= 600 ? 0.6 : 0.35;
}
