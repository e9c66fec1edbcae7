import { defaultParameters } from '../../shared/metricId';
import type { ClassView } from '../measures/classView';
import { meanOfSamples } from '../measures/meanOfSamples';
import type { CurveLoss, SampleLoss } from '../measures/sampleLoss';
import { call, math, mean, mi, mn, mo, power } from './mathml';
import type { Family, MetricDefinition } from './metricDefinition';

const hinge: CurveLoss = margin => Math.max(0, 1 - margin);
const squaredHinge: CurveLoss = margin => Math.max(0, 1 - margin) ** 2;

function ofMargin(curve: CurveLoss): (view: ClassView) => SampleLoss | null {
  return ({ outputs: { margin } }) =>
    margin === undefined ? null : i => curve(margin(i), defaultParameters);
}

function marginLoss(curve: CurveLoss) {
  const ofSample = ofMargin(curve);
  return {
    tasks: ['binary', 'multiclass'],
    direction: 'lower',
    range: '0 and above',
    perfect: 0,
    parameters: [],
    ofMargin: curve,
    reduction: 'mean',
    sampleOfClasses: ofSample,
    measureClasses: view => {
      const loss = ofSample(view);
      return loss === null ? null : meanOfSamples(view, loss);
    },
  } as const satisfies Partial<MetricDefinition>;
}

const hingeFormula = call('max', mn(0), mo(','), mn(1), mo('-'), mi('m'));

/** Losses of signed margins m: the score of the true class, or its lead over the strongest other class. */
export const marginMetrics: Family<'hinge' | 'squared_hinge'> = {
  hinge: {
    ...marginLoss(hinge),
    name: 'Hinge loss',
    formula: 'mean of max(0, 1 - margin)',
    mathml: math(mean(hingeFormula)),
    derivativeOfMargin: margin => (margin === 1 ? -0.5 : margin < 1 ? -1 : 0),
    note: 'Only from margins: fed with probabilities it means nothing. Several classes: lead of the true class over the strongest other one (Crammer and Singer); PyTorch MultiMarginLoss sums over classes and divides by their number.',
    source: 'scikit-learn hinge_loss',
  },
  squared_hinge: {
    ...marginLoss(squaredHinge),
    name: 'Squared hinge loss',
    formula: 'mean of max(0, 1 - margin)^2',
    mathml: math(mean(power(hingeFormula, mn(2)))),
    derivativeOfMargin: margin => -2 * Math.max(0, 1 - margin),
    note: 'The mean of the squares, not the square of the mean.',
    source: 'Keras SquaredHinge',
  },
};
