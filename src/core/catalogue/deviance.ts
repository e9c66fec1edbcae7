import type { Parameters } from '../../shared/metricId';
import { pair, sklearnPair } from '../code/numberRecipes';
import { sklearn } from '../code/recipe';
import { type DomainRule, within } from '../measures/domain';
import type { ErrorView } from '../measures/errorView';
import { meanLoss } from '../measures/meanLoss';
import type { Measured } from '../measures/measured';
import type { BlockLoss, NumberLoss } from '../measures/sampleLoss';
import type { Family, MetricDefinition } from './metricDefinition';

const shared = {
  tasks: ['regression'],
  direction: 'lower',
  range: '0 and above',
  perfect: 0,
  baseline: 'mean',
} as const satisfies Partial<MetricDefinition>;

/**
 * x - 1 - ln x, without the cancellation near x = 1: with r = x - 1, given apart because it has more
 * digits, and s = r / (2 + r), ln(1 + r) is 2 (s + s^3/3 + s^5/5 + ...) and r - 2 s is r s.
 */
function excessOverLog(x: number, r: number): number {
  if (Math.abs(r) > 0.25) return r - Math.log(x);
  const s = r / (2 + r);
  const q = s * s;
  return r * s - 2 * s * q * logSeries(q);
}

/** 1/3 + q/5 + q^2/7 + ... + q^7/17. */
function logSeries(q: number): number {
  const upper = 1 / 11 + q * (1 / 13 + q * (1 / 15 + q * (1 / 17)));
  return 1 / 3 + q * (1 / 5 + q * (1 / 7 + q * (1 / 9 + q * upper)));
}

function poisson(prediction: number, target: number): number {
  if (!(prediction > 0 && target >= 0)) return Number.NaN;
  if (target === 0) return 2 * prediction;
  return 2 * target * excessOverLog(prediction / target, (prediction - target) / target);
}

function gamma(prediction: number, target: number): number {
  if (!(prediction > 0 && target > 0)) return Number.NaN;
  return 2 * excessOverLog(target / prediction, (target - prediction) / prediction);
}

/** Any power but 0, 1 and 2. At 1.5 the three terms are a square, which keeps its digits near 0. */
function tweediePower(prediction: number, target: number, power: number): number {
  const allowed = prediction > 0 && (power < 0 || (power < 2 ? target >= 0 : target > 0));
  if (!allowed) return Number.NaN;
  if (power === 1.5)
    return (4 * (Math.sqrt(target) - Math.sqrt(prediction)) ** 2) / Math.sqrt(prediction);
  const ofTarget = Math.max(target, 0) ** (2 - power) / ((1 - power) * (2 - power));
  const mixed = (target * prediction ** (1 - power)) / (1 - power);
  return 2 * (ofTarget - mixed + prediction ** (2 - power) / (2 - power));
}

const tweedie: NumberLoss = (prediction, target, { tweediePower: power }) => {
  if (power === 0) return (prediction - target) ** 2;
  if (power === 1) return poisson(prediction, target);
  if (power === 2) return gamma(prediction, target);
  return tweediePower(prediction, target, power);
};

const positive = (column: DomainRule['column']): DomainRule => ({ column, zero: 'forbidden' });

const notNegative: DomainRule = { column: 'target', zero: 'allowed' };

function tweedieDomain(power: number): readonly DomainRule[] {
  if (power === 0) return [];
  if (power < 0) return [positive('prediction')];
  return power < 2
    ? [notNegative, positive('prediction')]
    : [positive('target'), positive('prediction')];
}

const poissonBlock: BlockLoss = (prediction, target, _, out) => {
  for (let i = 0; i < out.length; i++) out[i] = poisson(prediction[i]!, target[i]!);
};

const gammaBlock: BlockLoss = (prediction, target, _, out) => {
  for (let i = 0; i < out.length; i++) out[i] = gamma(prediction[i]!, target[i]!);
};

const tweedieBlock: BlockLoss = (prediction, target, parameters, out) => {
  for (let i = 0; i < out.length; i++) out[i] = tweedie(prediction[i]!, target[i]!, parameters);
};

function measured(loss: BlockLoss, domain: (parameters: Parameters) => readonly DomainRule[]) {
  const measure = meanLoss(loss);
  return (view: ErrorView, parameters: Parameters): Measured =>
    within(view, domain(parameters), () => measure(view, parameters));
}

/** Losses of counts and amounts: distances in the exponential family. */
export const devianceMetrics: Family<'poisson_deviance' | 'gamma_deviance' | 'tweedie_deviance'> = {
  poisson_deviance: {
    ...shared,
    measures: 'numbers',
    name: 'Poisson deviance',
    formula: 'mean of 2 (target ln(target / prediction) + prediction - target)',
    tex: String.raw`\frac{1}{n} \sum 2 \left(y \ln \frac{y}{\hat y} + \hat y - y\right)`,
    parameters: [],
    measure: measured(poissonBlock, () => tweedieDomain(1)),
    sample: {
      name: 'Poisson deviance',
      reduction: 'mean',
      dependsOn: 'pair',
      loss: poisson,
      block: poissonBlock,
      derivative: (prediction, target) => 2 * (1 - target / prediction),
    },
    kind: 'mean',
    interval: 'mean',
    code: sklearnPair('mean_poisson_deviance'),
    note: 'Keras Poisson and PyTorch PoissonNLLLoss are likelihoods, not deviances: not 0 for a perfect prediction; PyTorch takes the logarithm of the prediction unless log_input=False.',
    source: 'scikit-learn mean_poisson_deviance',
  },
  gamma_deviance: {
    ...shared,
    measures: 'numbers',
    name: 'Gamma deviance',
    formula: 'mean of 2 (ln(prediction / target) + target / prediction - 1)',
    tex: String.raw`\frac{1}{n} \sum 2 \left(\ln \frac{\hat y}{y} + \frac{y}{\hat y} - 1\right)`,
    parameters: [],
    measure: measured(gammaBlock, () => tweedieDomain(2)),
    sample: {
      name: 'gamma deviance',
      reduction: 'mean',
      dependsOn: 'pair',
      loss: gamma,
      block: gammaBlock,
      derivative: (prediction, target) => (2 * (prediction - target)) / prediction ** 2,
    },
    kind: 'mean',
    interval: 'mean',
    code: sklearnPair('mean_gamma_deviance'),
    note: 'Only for targets and predictions above 0.',
    source: 'scikit-learn mean_gamma_deviance',
  },
  tweedie_deviance: {
    ...shared,
    measures: 'numbers',
    name: 'Tweedie deviance',
    formula:
      'mean of 2 (target^(2-p) / ((1-p)(2-p)) - target prediction^(1-p) / (1-p) + prediction^(2-p) / (2-p))',
    tex: String.raw`\frac{1}{n} \sum 2 \left(\frac{y^{2 - p}}{(1 - p)(2 - p)} - \frac{y\,\hat y^{1 - p}}{1 - p} + \frac{\hat y^{2 - p}}{2 - p}\right)`,
    parameters: ['tweediePower'],
    measure: measured(tweedieBlock, ({ tweediePower: power }) => tweedieDomain(power)),
    sample: {
      name: 'Tweedie deviance',
      reduction: 'mean',
      dependsOn: 'pair',
      loss: tweedie,
      block: tweedieBlock,
      derivative: (prediction, target, { tweediePower: power }) =>
        2 * (prediction - target) * prediction ** -power,
    },
    kind: 'mean',
    interval: 'mean',
    code: context => [
      sklearn(
        'mean_tweedie_deviance',
        `${pair}, power=${context.parameters.tweediePower}`,
        context,
      ),
    ],
    note: 'Power 0 is the squared error, 1 the Poisson and 2 the gamma deviance.',
    source: 'scikit-learn mean_tweedie_deviance',
  },
};
