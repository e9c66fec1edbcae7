import type { ChartDataset } from 'chart.js';
import type { LineMark, Plot, PointsMark } from '../../shared/figure';
import { faded } from './colour';
import { type Palette, toneColour } from './palette';
import { dashOf, opacityFor, pointStyles, radiusFor, shapeOf } from './style';

export type ScatterDataset = ChartDataset<'scatter'>;
interface Point {
  readonly x: number;
  readonly y: number;
}

/** The lines and points of a plot for Chart.js, later ones above earlier; every other mark is painted by a plugin of ours. */
export function datasets(
  plot: Plot,
  palette: Palette,
  hidden: ReadonlySet<string>,
): ScatterDataset[] {
  return plot.marks.flatMap((mark, i) => {
    if (hidden.has(mark.name)) return [];
    if (mark.kind === 'line') return [{ ...lineDataset(mark, palette), order: -i }];
    return mark.kind === 'points' ? [{ ...pointsDataset(mark, palette), order: -i }] : [];
  });
}

function lineDataset(mark: LineMark, palette: Palette): ScatterDataset {
  const colour = faded(toneColour(mark.tone, palette), mark.faint === true ? 0.45 : 1);
  const isData = mark.rows !== undefined || mark.lines !== undefined;
  return {
    ...source(vertices(mark)),
    showLine: true,
    borderColor: colour,
    backgroundColor: colour,
    borderWidth: mark.faint === true ? 1 : 2,
    borderDash: [...dashOf(mark)],
    stepped: mark.step === true,
    pointRadius: (isData && mark.x.length <= 40) || mark.x.length === 1 ? 2.5 : 0,
    pointHoverRadius: 0,
    borderJoinStyle: 'round',
    // With this Chart.js draws each stretch by itself and not through Path2D, which cannot become SVG.
    segment: {},
    yAxisID: mark.axis ?? 'y',
  };
}

function pointsDataset(mark: PointsMark, palette: Palette): ScatterDataset {
  const colour = toneColour(mark.tone, palette);
  return {
    ...source(
      vertices(mark)
        .filter(isFinitePoint)
        .sort((a, b) => a.x - b.x),
    ),
    showLine: false,
    clip: 8,
    borderColor: colour,
    backgroundColor: faded(colour, opacityFor(mark.x.length)),
    pointStyle: pointStyles[shapeOf(mark)],
    borderWidth: mark.x.length > 600 ? 0 : 1,
    pointRadius: radiusFor(mark.x.length),
    yAxisID: mark.axis ?? 'y',
  };
}

/** Chart.js hides unparsed points that are not sorted by x, so curves that turn back are parsed. */
function source(points: Point[]): { data: Point[]; parsing?: false } {
  const ascending = points.every((point, i) => i === 0 || point.x >= points[i - 1]!.x);
  return ascending ? { data: points, parsing: false } : { data: points };
}

function vertices(mark: LineMark | PointsMark): Point[] {
  return Array.from(mark.x, (x, i) => ({ x, y: finiteOrGap(mark.y[i]!) }));
}

const finiteOrGap = (y: number): number => (Number.isFinite(y) ? y : Number.NaN);
const isFinitePoint = (p: Point): boolean => Number.isFinite(p.x) && Number.isFinite(p.y);
