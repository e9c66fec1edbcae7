import { defaultParameters } from '../../shared/metricId';
import { classRowMean, margins } from '../code/classRecipes';
import type { ClassView } from '../measures/classView';
import { meanOfSamples } from '../measures/meanOfSamples';
import type { Measured } from '../measures/measured';
import type { CurveLoss, SampleLoss } from '../measures/sampleLoss';
import type { Family, MetricDefinition } from './metricDefinition';

const shared = {
  tasks: ['binary', 'multiclass'],
  direction: 'lower',
  range: '0 and above',
  perfect: 0,
  parameters: [],
} as const satisfies Partial<MetricDefinition>;

const hinge: CurveLoss = margin => Math.max(0, 1 - margin);
const squaredHinge: CurveLoss = margin => Math.max(0, 1 - margin) ** 2;

function ofMargin(curve: CurveLoss): (view: ClassView) => SampleLoss | null {
  return ({ outputs: { margin } }) =>
    margin === undefined ? null : i => curve(margin(i), defaultParameters);
}

function meanOfMargins(curve: CurveLoss): (view: ClassView) => Measured {
  const ofSample = ofMargin(curve);
  return view => {
    const loss = ofSample(view);
    return loss === null ? null : meanOfSamples(view, loss);
  };
}

/** Losses of signed margins m: the score of the true class, or its lead over the strongest other class. */
export const marginMetrics: Family<'hinge' | 'squared_hinge'> = {
  hinge: {
    ...shared,
    measures: 'classes',
    name: 'Hinge loss',
    formula: 'mean of max(0, 1 - margin)',
    tex: String.raw`\frac{1}{n} \sum \max(0,\ 1 - m)`,
    measure: meanOfMargins(hinge),
    sample: {
      name: 'hinge loss',
      dependsOn: () => 'margin',
      loss: ofMargin(hinge),
      block: null,
      curve: { loss: hinge, derivative: margin => (margin === 1 ? -0.5 : margin < 1 ? -1 : 0) },
    },
    baseline: null,
    kind: 'mean',
    interval: 'mean',
    code: classRowMean(context => `np.maximum(0, 1 - ${margins(context)})`),
    note: 'Only from margins: fed with probabilities it means nothing. Several classes: lead of the true class over the strongest other one (Crammer and Singer); PyTorch MultiMarginLoss sums over classes and divides by their number.',
    source: 'scikit-learn hinge_loss',
  },
  squared_hinge: {
    ...shared,
    measures: 'classes',
    name: 'Squared hinge loss',
    formula: 'mean of max(0, 1 - margin)^2',
    tex: String.raw`\frac{1}{n} \sum \max(0,\ 1 - m)^2`,
    measure: meanOfMargins(squaredHinge),
    sample: {
      name: 'squared hinge loss',
      dependsOn: () => 'margin',
      loss: ofMargin(squaredHinge),
      block: null,
      curve: { loss: squaredHinge, derivative: margin => -2 * Math.max(0, 1 - margin) },
    },
    baseline: null,
    kind: 'mean',
    interval: 'mean',
    code: classRowMean(context => `np.maximum(0, 1 - ${margins(context)}) ** 2`),
    note: 'The mean of the squares, not the square of the mean.',
    source: 'Keras SquaredHinge',
  },
};
