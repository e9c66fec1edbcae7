import type { Parameters } from '../../shared/metricId';
import { classRowMean, costOfTruth, logLossLines, ofTruth, oneHot } from '../code/classRecipes';
import { numpyMean, sklearn } from '../code/recipe';
import type { ClassView } from '../measures/classView';
import { crossEntropy, entropyBlock, entropyOfSample } from '../measures/crossEntropy';
import { meanOfFilled, meanOfSamples } from '../measures/meanOfSamples';
import { valueOr } from '../measures/measured';
import type { SampleLoss } from '../measures/sampleLoss';
import { type Fill, fillLength } from '../statistics/fill';
import type { ClassMetric, ClassSample, Family, MetricDefinition } from './metricDefinition';

const shared = {
  tasks: ['binary', 'multiclass'],
  direction: 'lower',
  parameters: [],
  baseline: 'frequencies',
} as const satisfies Partial<MetricDefinition>;

/** (p - y)^2 of the positive class, or the sum of (p_k - y_k)^2 over the classes. */
function brierOfSample(view: ClassView): SampleLoss | null {
  const { probability, ofTruth } = view.outputs;
  if (probability === undefined || ofTruth === undefined) return null;
  if (view.binary) return i => probability(1 - view.target[i]!, i) ** 2;
  return i => {
    let sum = 0;
    for (let k = 0; k < view.classes.length; k++) {
      sum += (probability(k, i) - (k === view.target[i] ? 1 : 0)) ** 2;
    }
    return sum;
  };
}

/** p of the true class over the length of the vector of probabilities. */
function sphericalOfSample(view: ClassView): SampleLoss | null {
  const { probability } = view.outputs;
  if (probability === undefined) return null;
  return i => {
    let squares = 0;
    for (let k = 0; k < view.classes.length; k++) squares += probability(k, i) ** 2;
    return probability(view.target[i]!, i) / Math.sqrt(squares);
  };
}

/** (1 - p)^gamma (-ln p) of the true class. */
function focalOfSample(view: ClassView, { focalGamma }: Parameters): SampleLoss | null {
  const { costOfTruth } = view.outputs;
  return costOfTruth === undefined ? null : i => focalOfCost(costOfTruth(i), focalGamma);
}

/** 1 - p = 1 - e^-cost keeps its digits when p is close to 1. */
function focalOfCost(cost: number, gamma: number): number {
  return cost === 0 ? 0 : (-Math.expm1(-cost)) ** gamma * cost;
}

function sphericalBlock({ outputs: { blocks } }: ClassView): Fill | null {
  if (blocks === undefined) return null;
  const squares = new Float64Array(fillLength);
  return (from, out) => {
    blocks.truth(from, out);
    blocks.squares(from, squares.subarray(0, out.length));
    for (let i = 0; i < out.length; i++) out[i]! /= Math.sqrt(squares[i]!);
  };
}

function focalBlock({ outputs: { blocks } }: ClassView, { focalGamma }: Parameters): Fill | null {
  if (blocks === undefined) return null;
  const wrong = new Float64Array(fillLength);
  const isSquare = focalGamma === 2;
  return (from, out) => {
    blocks.cost(from, out);
    blocks.other(from, wrong.subarray(0, out.length));
    for (let i = 0; i < out.length; i++) {
      const q = wrong[i]!;
      out[i]! *= isSquare ? q * q : q ** focalGamma;
    }
  };
}

type OfClasses<T> = (view: ClassView, parameters: Parameters) => T | null;

/** Weighted mean of a loss, by blocks where the outputs permit them. */
const meanOf = (sampleLossOf: OfClasses<SampleLoss>, ofBlock: OfClasses<Fill>) =>
  ((view, parameters) => {
    const losses = ofBlock(view, parameters);
    if (losses !== null) return meanOfFilled(view, losses);
    const loss = sampleLossOf(view, parameters);
    return loss === null ? null : meanOfSamples(view, loss);
  }) satisfies ClassMetric['measure'];

/** Weights of the classes, and smoothing between more than two, take more of a row than its true class. */
const logLossDependsOn: ClassSample['dependsOn'] = ({ task, parameters }) =>
  parameters.classWeights === undefined && (task === 'binary' || parameters.labelSmoothing === 0)
    ? 'probability'
    : 'outputs';

/** Losses of predicted probabilities. */
export const probabilityMetrics: Family<'log_loss' | 'brier' | 'spherical' | 'focal'> = {
  log_loss: {
    ...shared,
    measures: 'classes',
    name: 'Log loss (cross-entropy)',
    formula: 'mean of -ln(probability of the true class)',
    tex: String.raw`\frac{1}{n} \sum -\ln p_y`,
    range: '0 and above, infinite allowed',
    perfect: 0,
    parameters: ['labelSmoothing'],
    measure: crossEntropy,
    sample: {
      name: 'log loss',
      dependsOn: logLossDependsOn,
      loss: entropyOfSample,
      block: entropyBlock,
      curve: {
        loss: probability => 0 - Math.log(probability),
        derivative: probability => -1 / probability,
      },
    },
    kind: 'log',
    interval: 'mean',
    code: logLossLines,
    note: 'Natural logarithm, exact: no clipping and no rescaling of rows. One wrong row with probability 0 costs infinity here, 36.04 in scikit-learn, 16.12 in Keras, 100 in PyTorch, 36.84 in XGBoost. With class weights the mean is divided by the weights of the true classes, as in PyTorch.',
    source: 'scikit-learn log_loss, PyTorch CrossEntropyLoss',
  },
  brier: {
    ...shared,
    measures: 'classes',
    name: 'Brier score',
    formula: 'mean of (p - y)^2; several classes: mean of the sum over classes of (p_k - y_k)^2',
    tex: String.raw`\frac{1}{n} \sum \sum_k (p_k - y_k)^2`,
    range: '0 to 1; several classes 0 to 2',
    perfect: 0,
    measure: meanOf(brierOfSample, ({ outputs }) => outputs.blocks?.brier ?? null),
    sample: {
      name: 'Brier score',
      dependsOn: ({ task }) => (task === 'binary' ? 'probability' : 'outputs'),
      loss: brierOfSample,
      block: ({ outputs }) => outputs.blocks?.brier ?? null,
      curve: {
        loss: probability => (1 - probability) ** 2,
        derivative: probability => -2 * (1 - probability),
      },
    },
    kind: 'squares',
    interval: 'mean',
    code: context =>
      context.binary
        ? [sklearn('brier_score_loss', 'y_true, y_prob, pos_label=1', context)]
        : [numpyMean(`((y_prob - ${oneHot(context.classes)}) ** 2).sum(axis=1)`, context)],
    note: 'Two classes: only the positive class counts, range 0 to 1. Several classes: the sum, range 0 to 2; dividing by 2 or by the number of classes is seen too.',
    source: 'scikit-learn brier_score_loss',
  },
  spherical: {
    ...shared,
    measures: 'classes',
    name: 'Spherical score',
    formula: 'mean of p_true / sqrt(sum over classes of p_k^2)',
    tex: String.raw`\frac{1}{n} \sum \frac{p_y}{\sqrt{\sum_k p_k^2}}`,
    direction: 'higher',
    range: '0 to 1',
    perfect: 1,
    measure: (view, parameters) => {
      const measured = meanOf(sphericalOfSample, sphericalBlock)(view, parameters);
      return measured !== null && 'value' in measured
        ? valueOr(measured.value, 'a row has only probabilities of 0')
        : measured;
    },
    sample: {
      name: 'spherical score',
      dependsOn: () => 'outputs',
      loss: sphericalOfSample,
      block: sphericalBlock,
      curve: null,
    },
    kind: 'mean',
    interval: 'mean',
    code: classRowMean(({ binary }) =>
      binary
        ? `${ofTruth(true)} / np.hypot(y_prob, 1 - y_prob)`
        : `${ofTruth(false)} / np.linalg.norm(y_prob, axis=1)`,
    ),
    note: 'A proper score like log loss, but bounded. Higher is better.',
    source: 'Gneiting and Raftery 2007, Strictly Proper Scoring Rules',
  },
  focal: {
    ...shared,
    measures: 'classes',
    name: 'Focal loss',
    formula: 'mean of (1 - p_true)^gamma (-ln p_true)',
    tex: String.raw`\frac{1}{n} \sum (1 - p_y)^\gamma \left(-\ln p_y\right)`,
    range: '0 and above, infinite allowed',
    perfect: 0,
    parameters: ['focalGamma'],
    measure: meanOf(focalOfSample, focalBlock),
    sample: {
      name: 'focal loss',
      dependsOn: () => 'probability',
      loss: focalOfSample,
      block: focalBlock,
      curve: {
        loss: (probability, { focalGamma }) => focalOfCost(0 - Math.log(probability), focalGamma),
        derivative: (probability, { focalGamma }) => {
          const rest = 1 - probability;
          const slope = focalGamma * rest ** (focalGamma - 1) * Math.log(probability);
          return slope - rest ** focalGamma / probability;
        },
      },
    },
    kind: 'log',
    interval: 'mean',
    code: classRowMean(context => {
      const cost = `(${costOfTruth(context)})`;
      return `(-np.expm1(-${cost})) ** ${context.parameters.focalGamma} * ${cost}`;
    }),
    note: 'Without alpha and without clip. torchvision weighs by alpha = 0.25 unless alpha=-1; Keras clips p at 1e-7.',
    source: 'Lin et al. 2017, Keras BinaryFocalCrossentropy',
  },
};
