import type { Mark, Plot, PlotAxis } from '../../shared/figure';

export interface Range {
  readonly min: number;
  readonly max: number;
}

type Visit = (x: number, y: number) => void;
type MarkOf<K extends Mark['kind']> = Extract<Mark, { kind: K }>;

/** Calls `visit` with the places a mark reaches; NaN where it says nothing about that axis. */
const reach: { readonly [K in Mark['kind']]: (mark: MarkOf<K>, visit: Visit) => void } = {
  line: (mark, visit) => eachPair(mark.x, mark.y, visit),
  points: (mark, visit) => {
    eachPair(mark.x, mark.y, visit);
    if (mark.low !== undefined) eachPair(mark.x, mark.low, visit);
    if (mark.high !== undefined) eachPair(mark.x, mark.high, visit);
  },
  bars: (mark, visit) => {
    for (let i = 0; i < mark.heights.length; i++) {
      visit(mark.edges[i]!, 0);
      visit(mark.edges[i + 1]!, mark.heights[i]!);
    }
  },
  band: (mark, visit) => {
    eachPair(mark.x, mark.low, visit);
    eachPair(mark.x, mark.high, visit);
  },
  density: (mark, visit) => {
    visit(mark.x.min, mark.y.min);
    visit(mark.x.max, mark.y.max);
  },
  region: () => undefined,
  rule: (mark, visit) => {
    if (mark.along === 'x') visit(mark.value, Number.NaN);
    else visit(Number.NaN, mark.value);
  },
};

function eachPair(x: Float64Array, y: Float64Array, visit: Visit): void {
  for (let i = 0; i < x.length; i++) visit(x[i]!, y[i]!);
}

/** Calls `visit` with every place the marks reach. */
function eachReach(marks: readonly Mark[], visit: Visit): void {
  for (const mark of marks) (reach[mark.kind] as (mark: Mark, visit: Visit) => void)(mark, visit);
}

/** The stretch of x that all panels of a figure share. */
export function xRange(plots: readonly Plot[]): Range {
  const axis = plots[0]?.x ?? { label: '', scale: 'linear' };
  const values = spread(axis);
  for (const plot of plots) eachReach(plot.marks, x => values.add(x));
  return values.range();
}

/** The stretch of the left (`y`) or right (`y2`) axis over what lies within `x`. */
export function yRange(plot: Plot, side: 'y' | 'y2', x: Range): Range {
  const values = spread((side === 'y' ? plot.y : plot.y2) ?? plot.y);
  const marks = plot.marks.filter(mark => (mark.axis ?? 'y') === side);
  eachReach(marks, (at, y) => {
    if (!(at < x.min || at > x.max)) values.add(y);
  });
  if (marks.some(mark => mark.kind === 'bars')) values.add(0);
  return values.range();
}

/** True when everything on an axis is a whole number, so that its ticks must be too. */
export function isWhole(plot: Plot, side: 'x' | 'y' | 'y2'): boolean {
  const own = plot.marks.filter(mark => side === 'x' || (mark.axis ?? 'y') === side);
  let whole = true;
  eachReach(own, (x, y) => {
    const value = side === 'x' ? x : y;
    if (Number.isFinite(value) && !Number.isInteger(value)) whole = false;
  });
  return whole;
}

/** Gathers the values an axis can show; its own bounds win over what was gathered. */
function spread(axis: PlotAxis): { add(value: number): void; range(): Range } {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  return {
    add(value) {
      if (!Number.isFinite(value) || (axis.scale === 'log' && value <= 0)) return;
      if (value < min) min = value;
      if (value > max) max = value;
    },
    range: () => bounded(axis, min, max),
  };
}

function bounded(axis: PlotAxis, min: number, max: number): Range {
  if (axis.categories !== undefined) return { min: -0.5, max: axis.categories.length - 0.5 };
  const roomy = axis.scale === 'log' ? logRoom(min, max) : linearRoom(min, max);
  const low = model(axis.min, axis) ?? roomy.min;
  const high = model(axis.max, axis) ?? roomy.max;
  return low < high ? { min: low, max: high } : { min: low, max: low + (Math.abs(low) || 1) };
}

function model(bound: number | undefined, axis: PlotAxis): number | undefined {
  if (bound === undefined || !Number.isFinite(bound)) return undefined;
  return axis.scale === 'log' && bound <= 0 ? undefined : bound;
}

/** 5 % of air, but never past zero: an axis of losses starts at 0. */
function linearRoom(min: number, max: number): Range {
  if (min > max) return { min: 0, max: 1 };
  const air = (max - min) * 0.05 || Math.abs(max) * 0.1 || 1;
  return {
    min: min >= 0 && min - air < 0 ? 0 : min - air,
    max: max <= 0 && max + air > 0 ? 0 : max + air,
  };
}

/** Nine decades at most: far smaller values than the largest say only that they are small. */
function logRoom(min: number, max: number): Range {
  if (min > max) return { min: 0.1, max: 1 };
  return { min: Math.max(min, max * 1e-9) / 1.3, max: max * 1.3 };
}
