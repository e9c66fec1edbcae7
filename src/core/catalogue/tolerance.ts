import { numpyMean } from '../code/recipe';
import { meanLoss } from '../measures/meanLoss';
import type { BlockLoss } from '../measures/sampleLoss';
import { areWithin, isWithin } from '../measures/withinTolerance';
import type { Family } from './metricDefinition';

const within: BlockLoss = (prediction, target, { tolerance }, out) =>
  areWithin({ prediction, target }, tolerance, 0, out);

/** The share of predictions that are as good as right. */
export const toleranceMetrics: Family<'within_tolerance'> = {
  within_tolerance: {
    tasks: ['regression'],
    measures: 'numbers',
    name: 'Within tolerance',
    formula: 'share of rows with |e| <= tolerance |target|',
    tex: String.raw`\frac{1}{n} \sum \left(|e| \le \tau\,|y|\right)`,
    direction: 'higher',
    range: '0 to 1',
    perfect: 1,
    parameters: ['tolerance'],
    measure: meanLoss(within),
    sample: {
      name: 'hit within the tolerance',
      reduction: 'mean',
      dependsOn: 'pair',
      loss: (prediction, target, { tolerance }) => Number(isWithin(prediction, target, tolerance)),
      block: within,
      derivative: null,
    },
    baseline: 'median',
    kind: 'share',
    interval: 'share',
    code: context => [
      numpyMean(
        `np.abs(y_pred - y_true) <= ${context.parameters.tolerance} * np.abs(y_true)`,
        context,
      ),
    ],
    note: 'A target of zero is met only exactly.',
    source: 'definition',
  },
};
