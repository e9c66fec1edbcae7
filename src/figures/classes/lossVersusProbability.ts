import { confidentFrom, regions } from '../../core/measures/region';
import {
  hasProbability,
  trueProbabilityAt,
  type WithProbability,
} from '../../core/measures/trueProbability';
import { modelsWith } from '../../core/modelsWith';
import { modelTitle } from '../../core/modelTitle';
import { linesAt, whereText } from '../../core/places';
import type { PredictionData } from '../../core/predictionData';
import type { Control, Figure, FigureOptions, Mark, PlotAxis } from '../../shared/figure';
import type { MetricId, Parameters } from '../../shared/metricId';
import { regionNames } from '../../shared/regionNames';
import { plural, significant } from '../../shared/text';
import { curveWithSamples } from '../drawing/curveWithSamples';
import { shade } from '../drawing/density';
import { drawnSamples, maxPoints, placesOf } from '../drawing/drawnSamples';
import type { PredictionFigure } from '../figureDefinition';
import { curveControls } from '../lossControls';
import { modelChoice } from '../modelChoice';
import { flagOption, textsOption } from '../options';
import { movedParameters, parameterSlider, parametersOf } from '../parameterControls';
import { probabilityCurve } from './probabilityCurve';
import { probabilityTable } from './probabilityTable';
import { type Truths, truthBins, truthsOf } from './truths';

const title = 'Loss against probability';
const offered = ['log_loss', 'focal', 'brier'] as const satisfies readonly MetricId[];
type ProbabilityLoss = (typeof offered)[number];

/** -ln p over the probability of the true class, with the samples on it. */
export const lossVersusProbability: PredictionFigure = {
  title,
  about: 'What every probability of the true class costs.',
  applies: data => modelsWith(data, hasProbability).length > 0,
  build,
};

interface Request {
  readonly data: PredictionData;
  readonly model: WithProbability;
  readonly truths: Truths;
  /** Probability given to the true class of sample i. */
  readonly probabilityAt: (i: number) => number;
  readonly losses: readonly ProbabilityLoss[];
  readonly parameters: Parameters;
  readonly derivative: boolean;
  /** Samples drawn on every curve. */
  readonly drawn: Int32Array;
}

function build(data: PredictionData, options: FigureOptions): Figure {
  const { model, controls } = modelChoice(data, options, hasProbability);
  const truths = truthsOf(model);
  const probabilityAt = trueProbabilityAt(model);
  const losses = textsOption<ProbabilityLoss>(options, 'losses', offered, ['log_loss']);
  const request: Request = {
    data,
    model,
    truths,
    probabilityAt,
    losses,
    parameters: movedParameters(data.parameters, options),
    derivative: flagOption(options, 'derivative'),
    drawn: drawnSamples(model.n, Math.floor(maxPoints / losses.length), count =>
      truths.lowest.slice(0, count),
    ).filter(i => probabilityAt(i) > 0),
  };
  return {
    id: 'loss-versus-probability',
    title,
    reading: reading(request),
    controls: [...controls, ...ownControls(request)],
    panels: [
      {
        kind: 'plot',
        x: { label: 'probability given to the true class', scale: 'linear', min: 0, max: 1 },
        y: lossAxis(request),
        marks: [
          ...bands(request),
          ...shadeBehind(request),
          ...request.losses.flatMap(loss => lossMarks(request, loss)),
          ...zeroMarks(request),
        ],
      },
    ],
    table: probabilityTable(data, model),
  };
}

function ownControls({ losses, parameters, derivative }: Request): readonly Control[] {
  const shaping = parametersOf(losses).filter(name => name === 'focalGamma');
  const sliders = shaping.map(name => parameterSlider(name, parameters, undefined));
  return curveControls(losses, offered, sliders, derivative);
}

const meanings = ['bad', 'neutral', 'good'] as const;
const edges = [0, 1 - confidentFrom, confidentFrom, 1] as const;

/**
 * Bands over the probability of the true class, where it alone tells the region of every sample: of several classes
 * another one than the true one may be predicted with any probability, and labels of the file's own may differ.
 */
function bands({ model, truths }: Request): readonly Mark[] {
  return regions.flatMap((name, band): Mark[] => {
    const isTold = model.task === 'binary' || name === 'confident-right';
    if (!isTold || truths.otherwise[band]! > 0) return [];
    const [from, to] = [edges[band]!, edges[band + 1]!];
    const tone = { meaning: meanings[band]! };
    return [{ kind: 'region', name: regionNames[name], tone, along: 'x', from, to }];
  });
}

/** High enough for the costliest finite sample, and never so low that the curve is a flat line. */
function top({ truths }: Request): number {
  return Math.max(1.15 * -Math.log(truths.smallestAbove0), 3);
}

function lossAxis(request: Request): PlotAxis {
  return request.derivative
    ? { label: 'derivative of the loss', scale: 'linear' }
    : { label: 'loss of one sample (-ln p)', scale: 'linear', min: 0, max: top(request) };
}

/** Where the probabilities are, as a shade over the whole height, when not all samples are drawn. */
function shadeBehind(request: Request): readonly Mark[] {
  const { model, truths, derivative } = request;
  if (model.n <= maxPoints / 2 || derivative) return [];
  const up = { min: 0, max: top(request) };
  const across = { min: 0, max: 1, bins: truthBins };
  return [shade('all samples', truths.counts, across, up)];
}

function lossMarks(request: Request, loss: ProbabilityLoss): readonly Mark[] {
  const { data, model, truths, probabilityAt, drawn, parameters, derivative } = request;
  const tone = { series: offered.indexOf(loss) };
  const lowest = Math.min(truths.smallestAbove0, 0.01);
  const curve = { ...probabilityCurve(loss, parameters, lowest, derivative), tone };
  return curveWithSamples(curve, data, model, drawn, probabilityAt);
}

/** Samples with probability 0 cost infinity: they stand at the upper edge. */
function zeroMarks(request: Request): readonly Mark[] {
  const { data, model, derivative } = request;
  const zeros = zerosOf(request);
  if (zeros.length === 0 || derivative) return [];
  return [
    {
      kind: 'points',
      name: 'probability 0, infinite loss',
      tone: { meaning: 'bad' },
      shape: 'triangle',
      x: new Float64Array(zeros.length),
      y: new Float64Array(zeros.length).fill(top(request)),
      ...placesOf(data, model, zeros),
    },
  ];
}

/** Samples whose true class has the probability 0, at most as many as the worst that are drawn. */
function zerosOf({ truths, probabilityAt }: Request): Int32Array {
  return Int32Array.from(truths.lowest).filter(i => probabilityAt(i) <= 0);
}

function reading(request: Request): string {
  const { data, model, truths, probabilityAt } = request;
  const { zeros } = truths;
  const [wrong, unsure, right] = truths.regions;
  const text = `${modelTitle(model)}: of ${plural(model.n, 'row')}, ${right} confident and right, ${unsure} unsure, ${wrong} confident and wrong.`;
  if (zeros > 0) {
    const lines = linesAt(data, model, zerosOf(request));
    const where = whereText(lines, zeros);
    return `${text} ${plural(zeros, 'row')}${where} ${zeros === 1 ? 'gives' : 'give'} the true class probability 0, so the log loss is infinite.`;
  }
  const p = probabilityAt(truths.lowest[0]!);
  return `${text} The costliest gives the true class ${significant(p, 4)} and costs ${significant(0 - Math.log(p))}.`;
}
