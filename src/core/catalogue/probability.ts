import type { Parameters } from '../../shared/metricId';
import type { ClassView } from '../measures/classView';
import { crossEntropy, entropyBlock, entropyOfSample, meanCost } from '../measures/crossEntropy';
import { klDivergence } from '../measures/klDivergence';
import { meanOfFilled, meanOfSamples } from '../measures/meanOfSamples';
import { mapped, valueOr } from '../measures/measured';
import type { SampleLoss } from '../measures/sampleLoss';
import { type Fill, fillLength } from '../statistics/fill';
import {
  bracket,
  call,
  fraction,
  index,
  math,
  mean,
  mi,
  mn,
  mo,
  p,
  power,
  root,
  row,
  sum,
  y,
} from './mathml';
import type { Family, MetricDefinition } from './metricDefinition';

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
const meanOf = (of: OfClasses<SampleLoss>, ofBlock: OfClasses<Fill>) =>
  ((view, parameters) => {
    const losses = ofBlock(view, parameters);
    if (losses !== null) return meanOfFilled(view, losses);
    const loss = of(view, parameters);
    return loss === null ? null : meanOfSamples(view, loss);
  }) satisfies MetricDefinition['measureClasses'];

const pTrue = index(p, y);
const negativeLog = row(mo('-'), mi('ln'), mo('&#x2061;'), pTrue);

/** Losses of predicted probabilities. */
export const probabilityMetrics: Family<
  'log_loss' | 'brier' | 'spherical' | 'focal' | 'perplexity' | 'kl_divergence'
> = {
  log_loss: {
    ...shared,
    name: 'Log loss (cross-entropy)',
    formula: 'mean of -ln(probability of the true class)',
    mathml: math(mean(negativeLog)),
    range: '0 and above, infinite allowed',
    perfect: 0,
    parameters: ['labelSmoothing'],
    ofTrueProbability: probability => 0 - Math.log(probability),
    derivativeOfTrueProbability: probability => -1 / probability,
    measureClasses: crossEntropy,
    reduction: 'mean',
    sampleOfClasses: entropyOfSample,
    blockOfClasses: entropyBlock,
    note: 'Natural logarithm, exact: no clipping and no rescaling of rows. One wrong row with probability 0 costs infinity here, 36.04 in scikit-learn, 16.12 in Keras, 100 in PyTorch, 36.84 in XGBoost. With class weights the mean is divided by the weights of the true classes, as in PyTorch.',
    source: 'scikit-learn log_loss, PyTorch CrossEntropyLoss',
  },
  brier: {
    ...shared,
    name: 'Brier score',
    formula: 'mean of (p - y)^2; several classes: mean of the sum over classes of (p_k - y_k)^2',
    mathml: math(mean(sum(power(bracket(index(p, mi('k')), mo('-'), index(y, mi('k'))), mn(2))))),
    range: '0 to 1; several classes 0 to 2',
    perfect: 0,
    measureClasses: meanOf(brierOfSample, ({ outputs }) => outputs.blocks?.brier ?? null),
    reduction: 'mean',
    sampleOfClasses: brierOfSample,
    blockOfClasses: ({ outputs }) => outputs.blocks?.brier ?? null,
    ofTrueProbability: probability => (1 - probability) ** 2,
    derivativeOfTrueProbability: probability => -2 * (1 - probability),
    note: 'Two classes: only the positive class counts, range 0 to 1. Several classes: the sum, range 0 to 2; dividing by 2 or by the number of classes is seen too.',
    source: 'scikit-learn brier_score_loss',
  },
  spherical: {
    ...shared,
    name: 'Spherical score',
    formula: 'mean of p_true / sqrt(sum over classes of p_k^2)',
    mathml: math(mean(fraction(pTrue, root(sum(power(index(p, mi('k')), mn(2))))))),
    direction: 'higher',
    range: '0 to 1',
    perfect: 1,
    measureClasses: (view, parameters) => {
      const measured = meanOf(sphericalOfSample, sphericalBlock)(view, parameters);
      return measured !== null && 'value' in measured
        ? valueOr(measured.value, 'a row has only probabilities of 0')
        : measured;
    },
    reduction: 'mean',
    sampleOfClasses: sphericalOfSample,
    blockOfClasses: sphericalBlock,
    note: 'A proper score like log loss, but bounded. Higher is better.',
    source: 'Gneiting and Raftery 2007, Strictly Proper Scoring Rules',
  },
  focal: {
    ...shared,
    name: 'Focal loss',
    formula: 'mean of (1 - p_true)^gamma (-ln p_true)',
    mathml: math(
      mean(row(power(bracket(mn(1), mo('-'), pTrue), mi('&#x3b3;')), bracket(negativeLog))),
    ),
    range: '0 and above, infinite allowed',
    perfect: 0,
    parameters: ['focalGamma'],
    ofTrueProbability: (probability, { focalGamma }) =>
      focalOfCost(0 - Math.log(probability), focalGamma),
    derivativeOfTrueProbability: (probability, { focalGamma }) => {
      const rest = 1 - probability;
      const slope = focalGamma * rest ** (focalGamma - 1) * Math.log(probability);
      return slope - rest ** focalGamma / probability;
    },
    measureClasses: meanOf(focalOfSample, focalBlock),
    reduction: 'mean',
    sampleOfClasses: focalOfSample,
    blockOfClasses: focalBlock,
    note: 'Without alpha and without clip. torchvision weighs by alpha = 0.25 unless alpha=-1; Keras clips p at 1e-7.',
    source: 'Lin et al. 2017, Keras BinaryFocalCrossentropy',
  },
  perplexity: {
    ...shared,
    name: 'Perplexity',
    formula: 'e^(mean of -ln p_true)',
    mathml: math(power(mi('e'), mean(negativeLog))),
    range: '1 and above, infinite allowed',
    perfect: 1,
    measureClasses: view => mapped(meanCost(view), Math.exp),
    note: 'The exponential of the log loss without smoothing and class weights: the number of equally likely classes that is as hard to guess.',
    source: 'definition',
  },
  kl_divergence: {
    name: 'KL divergence from the first model',
    tasks: ['binary', 'multiclass'],
    formula: 'mean over rows of the sum over classes of p_k ln(p_k / q_k), q from the first model',
    mathml: math(
      mean(
        sum(
          row(index(p, mi('k')), call('ln', fraction(index(p, mi('k')), index(mi('q'), mi('k'))))),
        ),
      ),
    ),
    direction: 'zero',
    range: '0 and above, infinite allowed',
    parameters: [],
    measureAgainst: klDivergence,
    note: 'p is this model, q the first one, over the rows that both have. PyTorch kl_div takes ln q first and divides by all elements unless reduction="batchmean".',
    source: 'scipy.special.rel_entr',
  },
};
