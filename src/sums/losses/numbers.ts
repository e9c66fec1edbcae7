import type { MetricId, Parameters } from '../../shared/metricId';
import { plural } from '../../shared/text';
import { tolerances } from '../layouts/numbers';
import type { Cell } from '../result/cell';
import { evenLoss, huberLoss, logCoshOf, pseudoHuberOf } from './evenLoss';
import { between, cancelled, exact, type Found, missing, rising } from './found';
import { medianOfSizes } from './medianOfSizes';
import { total, totalOf } from './totals';

export interface Judged {
  readonly cells: readonly Cell[];
  readonly parameters: Parameters;
  readonly isWeighted: boolean;
  readonly classes: readonly string[];
}

/** What the sums say of one loss; null where it is none of this task. */
export type Losses = Readonly<Partial<Record<MetricId, (judged: Judged) => Found>>>;

const mean =
  (name: string) =>
  ({ cells }: Judged): Found =>
    exact(total(cells, name) / total(cells, 'w'));

const absolute = (cells: readonly Cell[]) => totalOf(cells, ({ of }) => Math.abs(of['e']!));

/** Losses of the error alone. */
export const errorLosses: Losses = {
  sum_error: ({ cells }) => exact(total(cells, 'e')),
  sum_absolute_error: ({ cells }) => exact(absolute(cells)),
  sum_squared_error: ({ cells }) => exact(total(cells, 'ee')),
  mean_error: mean('e'),
  mae: ({ cells }) => exact(absolute(cells) / total(cells, 'w')),
  mse: mean('ee'),
  rmse: judged => rising(mean('ee')(judged), Math.sqrt),
  medae: ({ cells, isWeighted }) => medianOfSizes(cells, isWeighted),
  max_error: ({ cells }) => exact(cells.reduce((most, { of }) => Math.max(most, of['hi']!), 0)),
  huber: ({ cells, parameters }) => huberLoss(cells, parameters.huberDelta),
  smooth_l1: judged => {
    const { smoothL1Beta: beta } = judged.parameters;
    if (beta === 0) return errorLosses.mae!(judged);
    return rising(huberLoss(judged.cells, beta), value => value / beta);
  },
  log_cosh: ({ cells }) => evenLoss(cells, logCoshOf),
};

/** A mean that rows of a wrong sign forbid; `bad` counts them. */
const ofSigns =
  (name: string, bad: string, what: string) =>
  ({ cells }: Judged): Found => {
    const rows = total(cells, bad);
    if (rows > 0) return missing(`${plural(rows, 'row')} with a target or prediction ${what}`);
    return exact(total(cells, name) / total(cells, 'w'));
  };

const squaredLog = ofSigns('log', 'nlog', 'below 0');
const poisson = ofSigns(
  'poi',
  'npoi',
  'for which it is not defined: the prediction has to be above 0, the target not below',
);
const gamma = ofSigns('gam', 'ngam', 'that is not above 0');

function tweedie(judged: Judged): Found {
  const { tweediePower: power } = judged.parameters;
  if (power === 0) return mean('ee')(judged);
  if (power === 1) return poisson(judged);
  if (power === 2) return gamma(judged);
  if (power === 1.5) return ofSigns('twe', 'npoi', 'for which it is not defined')(judged);
  return missing(`the sums hold the powers 0, 1, 1.5 and 2, not ${power}`);
}

/** Sums of squares about the means of the targets, and of the errors; how much larger the sums were that they come from. */
function spreads(cells: readonly Cell[]) {
  const w = total(cells, 'w');
  const y = total(cells, 'y');
  const yy = total(cells, 'yy');
  const ofTargets = Math.max(0, yy - (y * y) / w);
  const ee = total(cells, 'ee');
  const bias = total(cells, 'e') / w;
  const inBins = totalOf(cells, ({ of }) => {
    const own = of['w']!;
    return own === 0 ? 0 : Math.max(0, of['ee']! - (of['e']! * of['e']!) / own);
  });
  const amongBins = totalOf(cells, ({ of }) => {
    const own = of['w']!;
    return own === 0 ? 0 : own * (of['e']! / own - bias) ** 2;
  });
  const ofErrors = inBins + amongBins;
  return { ofTargets, ofErrors, ee, lostTargets: yy / ofTargets, lostErrors: ee / ofErrors };
}

/** 1 - unexplained / total. */
function explained(judged: Judged, of: 'ee' | 'ofErrors'): Found {
  const { cells } = judged;
  if (totalOf(cells, ({ n }) => n) < 2) return missing('needs at least two rows');
  const found = spreads(cells);
  if (found.ofTargets === 0) return missing('the target is constant');
  const share = found[of] / found.ofTargets;
  const lost = Math.max(found.lostTargets, of === 'ee' || share === 0 ? 0 : found.lostErrors);
  return cancelled(1 - share, share, lost);
}

function percentage({ cells }: Judged): Found {
  const kept = total(cells, 'w') - total(cells, 'yz');
  const zeros = total(cells, 'nz');
  if (totalOf(cells, ({ n }) => n) === zeros || kept <= 0) return missing('every target is zero');
  const note = `left out: ${plural(zeros, 'row')} whose target is zero`;
  return exact(total(cells, 'rel') / kept, zeros === 0 ? undefined : note);
}

/** Exact at the fractions that the statement counts, between its neighbours at others. */
function withinTolerance({ cells, parameters: { tolerance } }: Judged): Found {
  const w = total(cells, 'w');
  const none = totalOf(
    cells.filter(({ of }) => of['hi'] === 0),
    ({ of }) => of['w']!,
  );
  const counts = [
    { at: 0, hits: none },
    ...tolerances.map((at, i) => ({ at, hits: total(cells, `tol${i + 1}`) })),
  ];
  const below = counts.findLast(({ at }) => at <= tolerance)?.hits ?? 0;
  const above = counts.find(({ at }) => at >= tolerance)?.hits ?? w;
  return between(below / w, above / w);
}

export const regressionLosses: Losses = {
  ...Object.fromEntries(Object.entries(errorLosses).filter(([id]) => !id.startsWith('sum_'))),
  mape: percentage,
  smape: mean('sym'),
  wape: ({ cells }) => {
    const size = total(cells, 'ya');
    return size === 0 ? missing('every target is zero') : exact(absolute(cells) / size);
  },
  msle: squaredLog,
  rmsle: judged => rising(squaredLog(judged), Math.sqrt),
  pseudo_huber: ({ cells, parameters }) =>
    evenLoss(cells, pseudoHuberOf(parameters.pseudoHuberDelta)),
  pinball: ({ cells, parameters: { quantile } }) => {
    const high = totalOf(cells, ({ of }) => Math.max(0, of['e']!));
    const low = totalOf(cells, ({ of }) => Math.max(0, -of['e']!));
    return exact(((1 - quantile) * high + quantile * low) / total(cells, 'w'));
  },
  r2: judged => explained(judged, 'ee'),
  explained_variance: judged => explained(judged, 'ofErrors'),
  d2_absolute: () => missing('the median of the targets does not follow from the sums'),
  poisson_deviance: poisson,
  gamma_deviance: gamma,
  tweedie_deviance: tweedie,
  within_tolerance: withinTolerance,
};
