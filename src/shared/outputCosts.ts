import { groupedBy } from './groupedBy';
import type { ModelReport } from './lossReport';
import { metricValue } from './lossRows';
import type { MetricId } from './metricId';

/** What every output costs every model, the costliest output first. */
export interface OutputCosts {
  /** The loss that the outputs have in common; null where they have none, so that they cannot be ranked. */
  readonly metric: MetricId | null;
  /** The models, as far as they are told apart by name and split. */
  readonly models: readonly Pick<ModelReport, 'name' | 'split'>[];
  readonly rows: readonly OutputCost[];
}

export interface OutputCost {
  readonly output: string;
  /** One for each model; undefined where it has no such value. */
  readonly reports: readonly (ModelReport | undefined)[];
  readonly values: readonly (number | undefined)[];
  /** Share of the sum over all outputs of the mean of the models' losses; null where that is not finite. */
  readonly share: number | null;
}

/** By these losses outputs are ranked: the first that all of them have. */
const ranking: readonly MetricId[] = ['mse', 'log_loss', 'zero_one'];

/** Ranks the outputs of a report by what they cost; ties keep the order of the table. */
export function outputCosts(reports: readonly ModelReport[]): OutputCosts {
  const single = reports.filter(
    ({ output = null, fold = null }) => output !== null && fold === null,
  );
  const metric = ranking.find(id => single.every(one => id in one.values)) ?? null;
  const models = unique(
    single.map(({ name, split }) => ({ name, split })),
    keyOf,
  );
  const byOutput = groupedBy(single, ({ output }) => output!);
  const rows = [...byOutput].map(([output, own]) => {
    const byModel = new Map(own.map(one => [keyOf(one), one]));
    const found = models.map(model => byModel.get(keyOf(model)));
    const values = found.map(one =>
      one && metric !== null ? metricValue(one, metric) : undefined,
    );
    return { output, reports: found, values, cost: meanOf(values) };
  });
  const total = rows.reduce((sum, { cost }) => sum + cost, 0);
  const ranked = metric === null ? rows : rows.toSorted((a, b) => rankOf(b.cost) - rankOf(a.cost));
  return {
    metric,
    models,
    rows: ranked.map(({ cost, ...row }) => ({
      ...row,
      share: Number.isFinite(total) && total > 0 ? cost / total : null,
    })),
  };
}

function rankOf(cost: number): number {
  return Number.isNaN(cost) ? Number.NEGATIVE_INFINITY : Math.min(cost, Number.MAX_VALUE);
}

function meanOf(values: readonly (number | undefined)[]): number {
  const known = values.filter(value => value !== undefined);
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

function keyOf({ name, split }: Pick<ModelReport, 'name' | 'split'>): string {
  return JSON.stringify([name, split]);
}

function unique<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.map(item => [key(item), item])).values()];
}
