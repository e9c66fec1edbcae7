import type { Parameters } from '../../shared/metricId';
import { rootOfSklearn, rowMean, sklearnPair } from '../code/numberRecipes';
import { numpy } from '../code/recipe';
import { countWhere, type DomainRule, signsOf, within } from '../measures/domain';
import { anyErrorSums } from '../measures/errorSums';
import type { ErrorView } from '../measures/errorView';
import { meanLoss, sumOfLoss } from '../measures/meanLoss';
import { type Measured, mapped, ratio } from '../measures/measured';
import type { BlockLoss } from '../measures/sampleLoss';
import { noMean } from '../measures/totalWeight';
import type { Family, MetricDefinition } from './metricDefinition';
import { absolutePercentage, percentageOf, symmetricPercentage } from './percentages';

const shared = {
  tasks: ['regression'],
  direction: 'lower',
  range: '0 and above',
  perfect: 0,
  parameters: [],
} as const satisfies Partial<MetricDefinition>;

/** One logarithm of the ratio, but for ratios whose distance from 1 has lost its digits. */
function squaredLog(prediction: number, target: number): number {
  if (prediction < 0 || target < 0) return Number.NaN;
  const above = (prediction - target) / (1 + target);
  const log =
    above > -0.5 && above < 1e300 ? Math.log1p(above) : Math.log1p(prediction) - Math.log1p(target);
  return log * log;
}

const notNegative: readonly DomainRule[] = [
  { column: 'target', zero: 'allowed' },
  { column: 'prediction', zero: 'allowed' },
];

/** 0 where the target is zero: those rows are left out of the mean. */
const percentageBlock: BlockLoss = (prediction, target, _, out) => {
  for (let i = 0; i < out.length; i++) {
    const y = target[i]!;
    out[i] = y === 0 ? 0 : percentageOf(prediction[i]!, y);
  }
};

/** 1 where the target is not zero. */
const nonZeroBlock: BlockLoss = (_prediction, target, _, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Number(target[i]! !== 0);
};

/** Mean over the rows whose target is not zero; the others are counted in the note. */
function meanPercentage(view: ErrorView, parameters: Parameters): Measured {
  const { n, target, weight } = view;
  const { zeros } = signsOf(view, 'target');
  const kept = weight === undefined ? n - zeros : sumOfLoss(view, nonZeroBlock, parameters);
  if (kept === 0) return noMean(view) ?? { undefined: 'every target is zero' };
  const value = sumOfLoss(view, percentageBlock, parameters) / kept;
  if (zeros === 0) return { value };
  const left = countWhere(view, i => target[i]! === 0, 'row whose target is zero', zeroTargets);
  return { value, note: `left out: ${left}` };
}

const zeroTargets = 'rows whose target is zero';

const targetSize: BlockLoss = (_prediction, target, _, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Math.abs(target[i]!);
};

function shareOfTargets(view: ErrorView, parameters: Parameters): Measured {
  const total = view.ofTargets.get('size', () => sumOfLoss(view, targetSize, parameters));
  const { absolute: size } = anyErrorSums(view, parameters.huberDelta);
  return noMean(view) ?? ratio(size, total, 'every target is zero');
}

const symmetricBlock: BlockLoss = (prediction, target, _, out) => {
  for (let i = 0; i < out.length; i++) out[i] = symmetricPercentage(prediction[i]!, target[i]!);
};

const squaredLogBlock: BlockLoss = (prediction, target, _, out) => {
  for (let i = 0; i < out.length; i++) out[i] = squaredLog(prediction[i]!, target[i]!);
};

const meanOfSquaredLogs = meanLoss(squaredLogBlock);

/** Undefined where a logarithm of 1 + x is taken below x = 0; remembered by the view. */
function meanSquaredLog(view: ErrorView, parameters: Parameters): Measured {
  return view.memo.get('mean squared log', () =>
    within(view, notNegative, () => meanOfSquaredLogs(view, parameters)),
  );
}

/** Losses that set the error against the size of the target. */
export const relativeMetrics: Family<'mape' | 'smape' | 'wape' | 'msle' | 'rmsle'> = {
  mape: {
    ...shared,
    measures: 'numbers',
    name: 'Mean absolute percentage error',
    formula: 'mean of |e| / |target| over the rows whose target is not zero, as a fraction',
    tex: String.raw`\mathrm{MAPE} = \frac{1}{n} \sum \frac{|e|}{|y|}`,
    measure: meanPercentage,
    sample: {
      name: 'absolute percentage error',
      reduction: 'mean',
      dependsOn: 'pair',
      loss: absolutePercentage,
      derivative: (prediction, target) => Math.sign(prediction - target) / Math.abs(target),
    },
    baseline: 'median',
    kind: 'mean',
    interval: 'mean',
    code: ({ weighted }) => {
      const rows = 'y_true[y_true != 0], y_pred[y_true != 0]';
      const weights = weighted ? ', sample_weight=weight[y_true != 0]' : '';
      const name = 'mean_absolute_percentage_error';
      return [
        {
          library: 'scikit-learn',
          code: `from sklearn.metrics import ${name}; ${name}(${rows}${weights})`,
        },
      ];
    },
    note: 'A fraction: 0.05 is 5 %. Keras prints percent. With a target of zero scikit-learn divides by 2.2e-16 and prints about 1e15; here such rows are left out and counted.',
    source: 'scikit-learn mean_absolute_percentage_error',
  },
  smape: {
    ...shared,
    measures: 'numbers',
    name: 'Symmetric mean absolute percentage error',
    formula: 'mean of 2 |e| / (|target| + |prediction|), 0 / 0 = 0',
    tex: String.raw`\mathrm{sMAPE} = \frac{1}{n} \sum \frac{2\,|e|}{|y| + |\hat y|}`,
    range: '0 to 2',
    measure: meanLoss(symmetricBlock),
    sample: {
      name: 'symmetric absolute percentage error',
      reduction: 'mean',
      dependsOn: 'pair',
      loss: symmetricPercentage,
      block: symmetricBlock,
      derivative: (prediction, target) => {
        const error = prediction - target;
        const size = Math.abs(target) + Math.abs(prediction);
        if (error === 0) return 0;
        return (2 * (Math.sign(error) - (Math.abs(error) * Math.sign(prediction)) / size)) / size;
      },
    },
    baseline: 'median',
    kind: 'mean',
    interval: 'mean',
    code: rowMean(
      '2 * np.abs(y_pred - y_true) / np.where(y_pred == y_true, 1, np.abs(y_true) + np.abs(y_pred))',
    ),
    note: 'Range 0 to 2, as torchmetrics. Others print 0 to 1 (half) or 0 to 200 % (100 times).',
    source: 'torchmetrics SymmetricMeanAbsolutePercentageError',
  },
  wape: {
    ...shared,
    measures: 'numbers',
    name: 'Weighted absolute percentage error',
    formula: 'sum of |e| / sum of |target|',
    tex: String.raw`\mathrm{WAPE} = \frac{\sum |e|}{\sum |y|}`,
    measure: shareOfTargets,
    sample: null,
    baseline: 'median',
    kind: 'score',
    interval: 'none',
    code: ({ weighted }) => {
      const w = weighted ? ', weights=weight' : '';
      return [numpy(`np.average(np.abs(y_pred - y_true)${w}) / np.average(np.abs(y_true)${w})`)];
    },
    note: 'A fraction. Also called WMAPE.',
    source: 'torchmetrics WeightedMeanAbsolutePercentageError',
  },
  msle: {
    ...shared,
    measures: 'numbers',
    name: 'Mean squared logarithmic error',
    formula: 'mean of (ln(1 + prediction) - ln(1 + target))^2',
    tex: String.raw`\frac{1}{n} \sum \left(\ln(1 + \hat y) - \ln(1 + y)\right)^2`,
    measure: meanSquaredLog,
    sample: {
      name: 'squared logarithmic error',
      reduction: 'mean',
      dependsOn: 'pair',
      loss: squaredLog,
      block: squaredLogBlock,
      derivative: (prediction, target) =>
        (2 * (Math.log1p(prediction) - Math.log1p(target))) / (1 + prediction),
    },
    baseline: 'mean',
    kind: 'squares',
    interval: 'mean',
    code: sklearnPair('mean_squared_log_error'),
    note: 'Undefined when a target or prediction is negative, as in scikit-learn 1.2. Keras raises negative values to 1e-7 without a word.',
    source: 'scikit-learn mean_squared_log_error',
  },
  rmsle: {
    ...shared,
    measures: 'numbers',
    name: 'Root mean squared logarithmic error',
    formula: 'square root of mean of (ln(1 + prediction) - ln(1 + target))^2',
    tex: String.raw`\mathrm{RMSLE} = \sqrt{\mathrm{MSLE}}`,
    measure: (view, parameters) => mapped(meanSquaredLog(view, parameters), Math.sqrt),
    sample: null,
    baseline: 'mean',
    kind: 'score',
    interval: { of: 'msle', map: Math.sqrt },
    code: rootOfSklearn('mean_squared_log_error'),
    note: 'Undefined when a target or prediction is negative.',
    source: 'scikit-learn root_mean_squared_log_error',
  },
};
