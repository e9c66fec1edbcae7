import type { BarGroups, LineMark, Mark, Plot, PlotAxis, PointsMark } from '../../shared/figure';
import type { SourceLine } from '../../shared/sourceLine';
import type { BinOfModel } from '../context';
import { grouped, shown } from '../number';

/** One point, vertex or bar of a plot. */
export interface Hit {
  readonly mark: number;
  readonly index: number;
}

export type Axis = 'x' | 'y' | 'y2';
/** From a value on an axis to a pixel of the canvas. */
export type ToPixel = (axis: Axis, value: number) => number;

type Walkable = Extract<Mark, { kind: 'points' | 'line' | 'bars' }>;

/** Where a hit stands: the middle of a bar, else the point itself. */
export function placeOf(plot: Plot, hit: Hit): { readonly x: number; readonly y: number } {
  const mark = plot.marks[hit.mark];
  if (mark === undefined || !isWalkable(mark)) return { x: Number.NaN, y: Number.NaN };
  if (mark.kind !== 'bars') return { x: mark.x[hit.index]!, y: mark.y[hit.index]! };
  return {
    x: (mark.edges[hit.index]! + mark.edges[hit.index + 1]!) / 2,
    y: mark.heights[hit.index]!,
  };
}

export function isWalkable(mark: Mark): mark is Walkable {
  return mark.kind === 'points' || mark.kind === 'line' || mark.kind === 'bars';
}

/**
 * What lies under the pointer: the nearest point within 28 pixels; else the bar, else the vertex of a
 * line nearest along x and no further than 28 pixels away.
 */
export function nearest(
  plot: Plot,
  hidden: ReadonlySet<string>,
  toPixel: ToPixel,
  at: { readonly x: number; readonly y: number },
): Hit | undefined {
  const closestOf = (kind: Walkable['kind']): Hit | undefined =>
    closest(plot, hidden, kind, toPixel, at);
  return closestOf('points') ?? closestOf('bars') ?? closestOf('line');
}

function closest(
  plot: Plot,
  hidden: ReadonlySet<string>,
  kind: Walkable['kind'],
  toPixel: ToPixel,
  at: { readonly x: number; readonly y: number },
): Hit | undefined {
  let best: Hit | undefined;
  let bestDistance = 28 * 28;
  plot.marks.forEach((mark, i) => {
    if (mark.kind !== kind || hidden.has(mark.name) || !isWalkable(mark)) return;
    for (let index = 0; index < sizeOf(mark); index++) {
      const distance = distanceTo(mark, index, toPixel, at);
      if (!(distance < bestDistance)) continue;
      best = { mark: i, index };
      bestDistance = distance;
    }
  });
  return best;
}

function distanceTo(
  mark: Walkable,
  index: number,
  toPixel: ToPixel,
  at: { readonly x: number; readonly y: number },
): number {
  if (mark.kind === 'bars') {
    const left = toPixel('x', mark.edges[index]!);
    const right = toPixel('x', mark.edges[index + 1]!);
    return at.x >= Math.min(left, right) && at.x < Math.max(left, right) ? 0 : Number.NaN;
  }
  const dx = toPixel('x', mark.x[index]!) - at.x;
  const dy = toPixel(mark.axis ?? 'y', mark.y[index]!) - at.y;
  return dx * dx + dy * dy;
}

export function sizeOf(mark: Walkable): number {
  return mark.kind === 'bars' ? mark.heights.length : mark.x.length;
}

/** Where what is behind a hit is written. */
export function lineOf(plot: Plot, hit: Hit): SourceLine | undefined {
  const mark = plot.marks[hit.mark];
  if (mark === undefined || !('lines' in mark)) return undefined;
  const line = mark.lines?.[hit.index] ?? 0;
  return line <= 0 ? undefined : { source: mark.sources?.[hit.index] ?? 0, line };
}

/** The first point or vertex of a mark that is written there; -1 where there is none. */
export function indexAt(mark: Mark, { source, line }: SourceLine): number {
  if (!('lines' in mark)) return -1;
  const { lines, sources } = mark;
  return lines?.findIndex((own, i) => own === line && (sources?.[i] ?? 0) === source) ?? -1;
}

/** The row of the data behind a hit. */
export function rowOf(plot: Plot, hit: Hit): number | undefined {
  const mark = plot.marks[hit.mark];
  return mark !== undefined && 'rows' in mark ? mark.rows?.[hit.index] : undefined;
}

/** The samples that a hit stands for, where it stands for a bin that has any. */
export function binOf(plot: Plot, hit: Hit): BinOfModel | undefined {
  const mark = plot.marks[hit.mark];
  const isEmpty = mark?.kind === 'bars' && mark.heights[hit.index] === 0;
  if (mark?.kind === 'bars' && mark.groups !== undefined) return groupOf(mark.groups, hit.index);
  const bins = mark !== undefined && 'bins' in mark ? mark.bins : undefined;
  if (bins === undefined || isEmpty) return undefined;
  const { model, split, by, from, to } = bins;
  const closed = hit.index === to.length - 1;
  return { model, split, bin: { by, from: from[hit.index]!, to: to[hit.index]!, closed } };
}

function groupOf({ model, split, where, texts }: BarGroups, at: number): BinOfModel | undefined {
  const own = where[at] ?? null;
  if (own === null) return undefined;
  return { model, split, bin: { by: 'group', where: own, text: texts[at]! } };
}

export interface HitText {
  readonly title: string;
  readonly facts: readonly (readonly [string, string])[];
  /** What can be done with it. */
  readonly hint?: string;
}

/** What a hit is, in words. */
export function describeHit(plot: Plot, hit: Hit): HitText {
  const mark = plot.marks[hit.mark];
  if (mark === undefined || !isWalkable(mark)) return { title: '', facts: [] };
  const hint = binOf(plot, hit) === undefined ? {} : { hint: 'Click or Enter: its rows' };
  if (mark.kind === 'bars')
    return { title: mark.name, facts: barFacts(plot, mark, hit.index), ...hint };
  const yAxis = mark.axis === 'y2' ? (plot.y2 ?? plot.y) : plot.y;
  const label = mark.kind === 'points' ? mark.labels?.[hit.index] : undefined;
  return {
    title: label === undefined || label === mark.name ? mark.name : `${mark.name}: ${label}`,
    facts: [
      [plot.x.label, valueText(plot.x, mark.x[hit.index]!)],
      [yAxis.label, valueText(yAxis, mark.y[hit.index]!)],
      ...whiskers(mark, hit.index),
      ...sourceFacts(mark, hit.index),
    ],
    ...hint,
  };
}

function barFacts(
  plot: Plot,
  mark: Extract<Mark, { kind: 'bars' }>,
  index: number,
): HitText['facts'] {
  const from = valueText(plot.x, mark.edges[index]!);
  const to = valueText(plot.x, mark.edges[index + 1]!);
  return [
    [
      plot.x.label,
      plot.x.categories === undefined
        ? `${from} to ${to}`
        : categoryAt(plot.x, mark.edges[index]! + 0.5),
    ],
    [plot.y.label, valueText(plot.y, mark.heights[index]!)],
  ];
}

function categoryAt(axis: PlotAxis, value: number): string {
  return axis.categories?.[Math.round(value)] ?? shown(value);
}

function whiskers(mark: PointsMark | LineMark, index: number): HitText['facts'] {
  if (mark.kind !== 'points' || mark.low === undefined || mark.high === undefined) return [];
  return [['interval', `${shown(mark.low[index]!)} to ${shown(mark.high[index]!)}`]];
}

function sourceFacts(mark: PointsMark | LineMark, index: number): HitText['facts'] {
  const line = mark.lines?.[index];
  if (line !== undefined && line > 0) return [['line', String(line)]];
  const row = mark.rows?.[index];
  return row === undefined ? [] : [['row', grouped(row)]];
}

/** A value as its axis would name it. */
function valueText(axis: PlotAxis, value: number): string {
  const category = Number.isInteger(value) ? axis.categories?.[value] : undefined;
  return category ?? shown(value);
}
