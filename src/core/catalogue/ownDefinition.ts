import type { OwnLossId, Parameters } from '../../shared/metricId';
import { plainMetricId } from '../../shared/ownLoss';
import { plural } from '../../shared/text';
import { compiledFormula } from '../formula/compiledFormula';
import { type Dual, formulaDual } from '../formula/evaluateFormula';
import type { ErrorView } from '../measures/errorView';
import { lossFill } from '../measures/lossFill';
import type { Measured } from '../measures/measured';
import type { BlockLoss } from '../measures/sampleLoss';
import { meanOfSum } from '../measures/totalWeight';
import { type Fill, forEachFilled, sumOfTerms, weighted } from '../statistics/fill';
import type { NumberMetric } from './metricDefinition';

/** The entry of a loss of the person's own; what it computes stands in the parameters. */
export function ownDefinition(id: OwnLossId): NumberMetric {
  const name = plainMetricId(id);
  const block = ownBlock(name);
  return {
    id,
    measures: 'numbers',
    tasks: ['regression', 'errors'],
    name,
    formula: 'mean of a formula of your own',
    tex: '',
    direction: 'lower',
    range: 'any number',
    perfect: null,
    parameters: [],
    baseline: null,
    kind: 'mean',
    interval: 'mean',
    measure: (view, parameters) => meanOfFormula(view, parameters, block),
    sample: {
      name,
      reduction: 'mean',
      dependsOn: 'pair',
      loss: (prediction, target, parameters) => dualOf(name, prediction, target, parameters).value,
      block,
      derivative: (prediction, target, parameters) =>
        dualOf(name, prediction, target, parameters).slope,
    },
    code: () => [],
    note: 'The mean over the samples of what the formula gives for each, weighted where there are weights.',
    source: 'your own formula',
  };
}

function formulaNamed(name: string, { ownLosses = [] }: Parameters) {
  const loss = ownLosses.find(one => one.name === name);
  return loss && compiledFormula(loss);
}

function ownBlock(name: string): BlockLoss {
  return (prediction, target, parameters, out, columnOf) => {
    const formula = formulaNamed(name, parameters);
    if (formula === undefined || 'mistake' in formula) return void out.fill(Number.NaN);
    const error = () => prediction.map((p, i) => p - target[i]!);
    const ones = () => new Float64Array(out.length).fill(1);
    formula.block(column => {
      if (column === 'error') return error();
      if (column === 'prediction') return prediction;
      if (column === 'target') return target;
      const other = columnOf(column);
      return (
        other ?? (column === 'weight' ? ones() : new Float64Array(out.length).fill(Number.NaN))
      );
    }, out);
  };
}

/** At one sample of weight 1 without other columns, with its derivative by the prediction. */
function dualOf(name: string, prediction: number, target: number, parameters: Parameters): Dual {
  const formula = formulaNamed(name, parameters);
  if (formula === undefined || 'mistake' in formula)
    return { value: Number.NaN, slope: Number.NaN };
  const known: Readonly<Record<string, Dual>> = {
    error: { value: prediction - target, slope: 1 },
    prediction: { value: prediction, slope: 1 },
    target: { value: target, slope: 0 },
    weight: { value: 1, slope: 0 },
  };
  return formulaDual(formula.tree, column => known[column] ?? { value: Number.NaN, slope: 0 });
}

/** The weighted mean, or why there is none: a mistake in the formula, or samples that it has no value for. */
function meanOfFormula(view: ErrorView, parameters: Parameters, block: BlockLoss): Measured {
  const fill = lossFill(view, block, parameters);
  const { missing, infinite } = oddRows(view, fill);
  if (missing.count > 0) return { undefined: `no value on ${rowsText(view, missing)}` };
  const mean = meanOfSum(view, () => sumOfTerms(view.n, weighted(fill, view.weight)));
  if (infinite.count === 0 || mean === null || 'undefined' in mean) return mean;
  return { ...mean, note: `infinite on ${rowsText(view, infinite)}` };
}

/** How many samples, and the first of them. */
interface Rows {
  count: number;
  first: number;
}

/** The samples that count and that the formula has no value for, or an infinite one. */
function oddRows(
  { n, weight }: ErrorView,
  fill: Fill,
): Readonly<Record<'missing' | 'infinite', Rows>> {
  const missing: Rows = { count: 0, first: -1 };
  const infinite: Rows = { count: 0, first: -1 };
  forEachFilled(n, fill, (values, from) => {
    for (const [i, value] of values.entries()) {
      if (Number.isFinite(value) || weight?.[from + i] === 0) continue;
      const rows = Number.isNaN(value) ? missing : infinite;
      if (rows.count === 0) rows.first = from + i;
      rows.count += 1;
    }
  });
  return { missing, infinite };
}

function rowsText(view: ErrorView, { count, first }: Rows): string {
  const line = view.lineOf(first);
  return `${plural(count, 'row')}${line === null ? '' : `, first on line ${line}`}`;
}
