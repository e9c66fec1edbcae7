import { listed } from '../../shared/text';
import type { RegressionModelSamples } from '../samples/modelSamples';
import { sumOf } from '../statistics/sum';
import { atSamples, type Beside } from './beside';
import type { Quantity } from './quantity';

/** Pinball losses of the columns that are quantiles, each by its own level, and what averages over them print. */
export function quantileQuantities(
  model: RegressionModelSamples,
  { columns }: Beside,
): readonly Quantity[] {
  const { n, target, weight } = model;
  const mean = (term: (i: number) => number) =>
    weight === undefined
      ? sumOf(n, term) / n
      : sumOf(n, i => weight[i]! * term(i)) / sumOf(n, i => weight[i]!);
  const losses = columns.flatMap(column => {
    const { level, name } = column;
    const values = level === undefined ? null : atSamples(model, column);
    if (level === undefined || values === null) return [];
    const pinball = (i: number) =>
      Math.max(level * (target[i]! - values[i]!), (level - 1) * (target[i]! - values[i]!));
    return [{ name, level, loss: mean(pinball) }];
  });
  const each = losses.map(
    ({ name, level, loss }): Quantity => ({
      text: `Pinball loss of "${name}" as the ${level} quantile`,
      value: loss,
      kind: 'mean',
      cost: 1,
    }),
  );
  if (losses.length < 2) return each;
  const over = `the quantiles ${listed(losses.map(({ level }) => String(level)))}`;
  const average = losses.reduce((sum, { loss }) => sum + loss, 0) / losses.length;
  const size = mean(i => Math.abs(target[i]!));
  return [
    ...each,
    { text: `Mean pinball loss over ${over}`, value: average, kind: 'mean', cost: 1 },
    {
      text: `Mean quantile loss over ${over}, twice the pinball loss (GluonTS)`,
      value: 2 * average,
      kind: 'mean',
      cost: 1,
    },
    {
      text: `Mean weighted quantile loss over ${over}: twice the pinball loss divided by mean |target|`,
      value: (2 * average) / size,
      kind: 'mean',
      cost: 1,
    },
  ];
}
