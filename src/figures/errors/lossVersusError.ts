import { errorLosses, lossOfError } from '../../core/catalogue/errorLosses';
import { sampleLossName } from '../../core/catalogue/sampleLossName';
import { isOfErrorAlone } from '../../core/formula/compiledFormula';
import { errorReader, hasErrors, type WithErrors } from '../../core/measures/errorsOf';
import { modelsWith } from '../../core/modelsWith';
import { modelTitle } from '../../core/modelTitle';
import type { PredictionData } from '../../core/predictionData';
import { extent } from '../../core/statistics/extent';
import type { Control, Figure, FigureOptions, Mark, Plot } from '../../shared/figure';
import type { MetricId, Parameters } from '../../shared/metricId';
import { ownLossId } from '../../shared/ownLoss';
import { listed, percent, significant } from '../../shared/text';
import { curveWithSamples } from '../drawing/curveWithSamples';
import { type GridAxis, shade } from '../drawing/density';
import { maxPoints } from '../drawing/drawnSamples';
import type { PredictionFigure } from '../figureDefinition';
import { curveControls } from '../lossControls';
import { modelChoice } from '../modelChoice';
import { flagOption, textsOption } from '../options';
import { movedParameters, parameterSlider, parametersOf } from '../parameterControls';
import { errorCurve } from './errorCurve';
import { outsideText } from './errorHistogram';
import { errorLossTable } from './errorLossTable';
import { type ErrorRange, errorRange } from './errorRange';
import { errorCounts, totalLoss } from './errorTotals';
import { drawnByError, largestErrors } from './largestErrors';
import { type LossScale, lossScale } from './lossScale';
import { noError } from './noError';

const title = 'Loss against error';
const maxVertices = 1800;
const usual: readonly MetricId[] = ['mse', 'mae', 'huber'];
const shapes = ['circle', 'triangle', 'square', 'diamond', 'cross'] as const;

/** Losses as curves over the error, with the samples on them. */
export const lossVersusError: PredictionFigure = {
  title,
  about: 'What every error costs, with your samples on the curves.',
  applies: data => modelsWith(data, hasErrors).length > 0,
  build,
  sharedAxis: 'error',
};

interface Request {
  readonly data: PredictionData;
  readonly model: WithErrors;
  readonly errorAt: (i: number) => number;
  readonly losses: readonly MetricId[];
  readonly parameters: Parameters;
  readonly range: ErrorRange;
  readonly scale: LossScale;
  readonly derivative: boolean;
  readonly log: boolean;
  /** Samples drawn on every curve; those outside the range are left out. */
  readonly drawn: Int32Array;
}

function build(data: PredictionData, options: FigureOptions): Figure {
  const { model, controls } = modelChoice(data, options, hasErrors);
  const errorAt = errorReader(model);
  const offered = offeredLosses(data.parameters);
  const losses = textsOption(options, 'losses', offered, usual);
  const range = errorRange(data, options);
  const most = Math.floor(maxPoints / losses.length);
  const parameters = movedParameters(data.parameters, options);
  const derivative = flagOption(options, 'derivative');
  // The pull on training is what it is: scaled it would say nothing.
  const drawnAs = derivative ? { scale: 'own' } : options;
  const { controls: scaling, ...scale } = lossScale(model, losses, parameters, drawnAs);
  const request: Request = {
    data,
    model,
    errorAt,
    losses,
    parameters,
    scale: { ...scale, controls: derivative ? [] : scaling },
    range,
    drawn: drawnByError(model, most).filter(
      i => errorAt(i) >= range.min && errorAt(i) <= range.max,
    ),
    derivative,
    log: flagOption(options, 'log'),
  };
  return {
    id: 'loss-versus-error',
    title,
    reading: `${reading(request)}${scale.text}${outsideText(model.n, countsOf(request))}`,
    controls: [...controls, ...ownControls(request)],
    panels: [plot(request)],
    table: errorLossTable(data, model, request.losses, request.parameters),
  };
}

/** Those of the catalogue, and of the person's own those that are curves over the error too. */
function offeredLosses({ ownLosses = [] }: Parameters): readonly MetricId[] {
  return [...errorLosses, ...ownLosses.filter(isOfErrorAlone).map(ownLossId)];
}

function ownControls(request: Request): readonly Control[] {
  const { losses, parameters, range, scale, derivative, log } = request;
  const reach = Math.max(range.max, -range.min);
  const sliders = parametersOf(losses).map(name => parameterSlider(name, parameters, reach));
  return [
    ...curveControls(losses, offeredLosses(parameters), sliders, derivative),
    ...(derivative
      ? []
      : [{ kind: 'toggle', id: 'log', label: 'Logarithmic loss', value: log } as const]),
    ...scale.controls,
    ...range.controls,
  ];
}

function plot(request: Request): Plot {
  const { range, derivative, scale } = request;
  const log = request.log && !derivative;
  const curves = request.losses.flatMap(loss => lossMarks(request, loss, log));
  const shade = log ? [] : shadeBehind(request, curves);
  return {
    kind: 'plot',
    x: { label: 'error = prediction - target', scale: 'linear', min: range.min, max: range.max },
    y: {
      label: derivative ? `derivative of the ${scale.label}` : scale.label,
      scale: log ? 'log' : 'linear',
    },
    marks: [...shade, ...curves, noError('x')],
  };
}

/** Where the errors are, as a shade over the whole height, when not all are drawn. */
function shadeBehind(request: Request, curves: readonly Mark[]): readonly Mark[] {
  const { model, range, losses } = request;
  if (model.n <= maxPoints / losses.length) return [];
  const ends = curves.map(mark => (mark.kind === 'line' ? extent(mark.y) : [0, 0]));
  const bottom = Math.min(...ends.map(([low]) => low!));
  const top = Math.max(...ends.map(([, high]) => high!));
  if (!Number.isFinite(top - bottom) || top === bottom) return [];
  const up = { min: bottom, max: top };
  return [shade('all samples', countsOf(request), across(range), up)];
}

function countsOf({ model, range }: Request): Float64Array {
  return errorCounts(model, across(range));
}

function across({ min, max }: ErrorRange): GridAxis {
  return { min, max, bins: 200 };
}

function lossMarks(request: Request, loss: MetricId, log: boolean): readonly Mark[] {
  const { data, model, errorAt, losses, parameters, range, derivative, drawn } = request;
  const count = Math.min(401, Math.floor(maxVertices / losses.length) | 1);
  const { min, max } = range;
  const { name, at, x } = errorCurve(loss, parameters, { min, max, derivative, vertices: count });
  // A loss of 0 has no place on a logarithmic axis.
  const factor = request.scale.factorOf(loss);
  const y = (error: number) => (log && at(error) <= 0 ? Number.NaN : factor * at(error));
  const place = losses.indexOf(loss);
  const tone = { series: offeredLosses(parameters).indexOf(loss) };
  const shape = shapes[place % shapes.length]!;
  return curveWithSamples({ name, tone, shape, at: y, x }, data, model, drawn, errorAt);
}

/** Says what the largest error costs under each loss, beside all others. */
function reading({ model, errorAt, losses, parameters, derivative }: Request): string {
  const worst = largestErrors(model, 1)[0]!;
  const error = errorAt(worst);
  const weightOf = (i: number) => model.weight?.[i] ?? 1;
  const parts = losses.map(loss => {
    const curve = lossOfError(loss, parameters, derivative);
    const name = sampleLossName(loss);
    if (derivative) return `${significant(curve(error))} (${name})`;
    const sum = totalLoss(model, loss, parameters);
    return model.n > 1 && sum > 0 && Number.isFinite(sum)
      ? `${percent((weightOf(worst) * curve(error)) / sum)} of the ${name}`
      : `${significant(curve(error))} as ${name}`;
  });
  const verb = derivative ? 'pulls on training with' : 'costs';
  return `${modelTitle(model)}: the largest error, ${significant(error)}, ${verb} ${listed(parts)}.`;
}
