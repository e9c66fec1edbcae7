import type { Headline } from '../../shared/headline';
import type { ModelReport } from '../../shared/lossReport';
import { comparedModels } from '../comparison/comparedModels';
import type { PredictionData } from '../predictionData';
import type { ModelSamples } from '../samples/modelSamples';
import { oneModel } from './oneModel';
import { perspectivesOf } from './perspectives';
import { severalModels } from './severalModels';
import { tileOf } from './tile';

/** Splits by how much they say of new rows. */
const splitOrder: readonly RegExp[] = [/^(test|holdout|hold.out)/i, /^(val|dev|eval|oof)/i];

/**
 * The answer of a report on predictions; `reports` hold the values and, once known, the intervals of `data.models`.
 * Rows of different splits are never compared: it is about the test rows where there are some. Undefined where no
 * model has rows.
 */
export function headlineOf(
  data: PredictionData,
  reports: readonly ModelReport[],
): Headline | undefined {
  const used = data.models.filter(({ n }) => n > 0);
  const split = tellingSplit(used);
  const models = used.filter(model => model.split === split);
  const [first] = models;
  if (first === undefined) return undefined;
  const perspectives = perspectivesOf(models);
  const reportOf = (model: ModelSamples) =>
    reports.find(one => one.name === model.name && one.split === model.split);
  const own = reportOf(first);
  const said =
    models.length > 1
      ? severalModels(data, comparedModels(data, isOf(models), split ?? ''), perspectives)
      : own && oneModel(first, own, perspectives);
  if (said === undefined) return undefined;
  const tiles = models.flatMap(model => {
    const report = reportOf(model);
    const tile = report && perspectives[0] && tileOf(report, perspectives[0]);
    return tile ? [tile] : [];
  });
  const isOne = new Set(used.map(model => model.split)).size < 2;
  return { ...said, detail: isOne ? said.detail : withSplit(said.detail, split), tiles };
}

const isOf =
  (models: readonly ModelSamples[]) =>
  (model: ModelSamples): model is ModelSamples =>
    models.includes(model);

function withSplit(detail: string, split: string | null): string {
  return `${detail} Said of the ${split === null ? 'rows without a split' : `${split} rows`} alone.`.trim();
}

function tellingSplit(models: readonly ModelSamples[]): string | null {
  const splits = [...new Set(models.map(({ split }) => split))];
  for (const pattern of splitOrder) {
    const found = splits.find(split => split !== null && pattern.test(split));
    if (found !== undefined) return found;
  }
  return splits[0] ?? null;
}

/** Losses that a headline is made of. */
export const headlineMetrics = ['mae', 'medae', 'mse', 'log_loss', 'accuracy'] as const;

/** Up to so many samples of all models, several models are compared with the report itself. */
const comparedAtOnce = 20_000;

/** Whether the headline waits for the intervals: pairs of models take longer than their losses. */
export function waitsForIntervals({ models }: PredictionData): boolean {
  const isAlone = new Set(models.map(({ split }) => split)).size === models.length;
  return !isAlone && models.reduce((sum, { n }) => sum + n, 0) > comparedAtOnce;
}
