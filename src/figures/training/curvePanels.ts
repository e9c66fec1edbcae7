import type { History } from '../../core/training/history';
import type { Panel, PlotAxis, Tone } from '../../shared/figure';
import { bestMarks } from './bestMarks';
import { type CurveStyle, curveMarks } from './curveMarks';
import type { CurveRequest } from './curveRequest';
import type { DrawnCurve } from './drawnCurve';
import { robustRange } from './robustRange';
import { scoreScale } from './shownSeries';

/** Points on the chart in all; each curve gets its share, at most four points a column of pixels. */
const maxPoints = 16_000;

interface Drawing {
  readonly histories: readonly History[];
  readonly quantities: readonly string[];
  readonly request: CurveRequest;
  readonly buckets: number;
}

/** Losses with scores on a second axis, a small panel for each other quantity, the learning rate last. */
export function curvePanels(
  histories: readonly History[],
  curves: readonly DrawnCurve[],
  quantities: readonly string[],
  request: CurveRequest,
): readonly Panel[] {
  const share = Math.floor(maxPoints / (4 * Math.max(curves.length, 1)));
  const buckets = Math.min(800, Math.max(150, share));
  const drawing: Drawing = { histories, quantities, request, buckets };
  // What comes later is drawn over what came before: a long training curve would bury its validation.
  const ordered = [...curves].sort((a, b) => paintOrder(a) - paintOrder(b));
  const at = (place: Place): readonly DrawnCurve[] =>
    ordered.filter(curve => placeOf(curve) === place);
  const losses = at('losses');
  const scores = at('scores');
  const rates = at('rates');
  const main = losses.length > 0 ? losses : scores;
  const second = losses.length > 0 ? scores : [];
  return [
    ...(main.length > 0 ? [mainPanel(main, second, drawing)] : []),
    ...byQuantity(at('others')).map(group => sidePanel(group, 0.5, drawing)),
    ...(rates.length > 0 ? [sidePanel(rates, 0.3, drawing)] : []),
  ];
}

type Place = 'losses' | 'scores' | 'rates' | 'others';

const paintOrder = ({ series }: DrawnCurve): number =>
  Number(series.split === 'validation' || series.split === 'test');

function placeOf({ series }: DrawnCurve): Place {
  if (series.quantity === 'lr') return 'rates';
  if (series.direction === 'lower') return 'losses';
  return scoreScale(series) === null ? 'others' : 'scores';
}

function mainPanel(
  main: readonly DrawnCurve[],
  second: readonly DrawnCurve[],
  drawing: Drawing,
): Panel {
  const { request } = drawing;
  return {
    kind: 'plot',
    x: xAxis(request),
    y: yAxis(main, request, request.logY),
    ...(second.length > 0 ? { y2: { label: 'score', scale: 'linear', min: 0, max: 1 } } : {}),
    marks: [
      ...main.flatMap(curve => curveMarks(curve, styleOf(curve, drawing, 'y', request.logY))),
      ...second.flatMap(curve => curveMarks(curve, styleOf(curve, drawing, 'y2', false))),
      ...bestMarks(drawing.histories, main, request.x),
    ],
  };
}

function sidePanel(curves: readonly DrawnCurve[], share: number, drawing: Drawing): Panel {
  return {
    kind: 'plot',
    share,
    x: xAxis(drawing.request),
    y: yAxis(curves, drawing.request, false),
    marks: curves.flatMap(curve => curveMarks(curve, styleOf(curve, drawing, 'y', false))),
  };
}

/** One run: a tone for each quantity. Several: a tone for each run. */
function styleOf(
  { run, series }: DrawnCurve,
  { histories, quantities, request, buckets }: Drawing,
  axis: 'y' | 'y2',
  log: boolean,
): CurveStyle {
  const byRun = histories.length > 1 && run !== null;
  const tone: Tone = { series: byRun ? run : Math.max(0, quantities.indexOf(series.quantity)) };
  return { tone, axis, buckets, from: request.from, to: request.to, log };
}

function xAxis({ x, from, to }: CurveRequest): PlotAxis {
  return {
    label: x.label,
    scale: 'linear',
    ...(Number.isFinite(from) ? { min: from } : {}),
    ...(Number.isFinite(to) ? { max: to } : {}),
  };
}

function yAxis(
  curves: readonly DrawnCurve[],
  { ignoreOutliers }: CurveRequest,
  log: boolean,
): PlotAxis {
  const names = [...new Set(curves.map(({ series }) => series.quantity.replaceAll('_', ' ')))];
  const range = ignoreOutliers ? robustRange(curves) : undefined;
  const model = range !== undefined && !(log && range.min <= 0);
  return {
    label: names.length > 3 ? 'value' : names.join(', '),
    scale: log ? 'log' : 'linear',
    ...(model ? range : {}),
  };
}

function byQuantity(curves: readonly DrawnCurve[]): readonly (readonly DrawnCurve[])[] {
  const quantities = [...new Set(curves.map(({ series }) => series.quantity))];
  return quantities.map(quantity => curves.filter(({ series }) => series.quantity === quantity));
}
