import { definitionOf } from '../core/catalogue/catalogue';
import { overFolds } from '../core/report/foldReports';
import { rankingMetric } from '../core/report/perSample';
import type { ModelSamples } from '../core/samples/modelSamples';
import type { ModelReport } from '../shared/lossReport';
import { significant } from '../shared/text';

/** For each model the loss that ranks its rows: pooled, and as a mean over the folds with its spread. */
export function foldNotes(
  models: readonly ModelSamples[],
  folds: readonly ModelReport[],
): readonly string[] {
  return models.flatMap(model => {
    const id = rankingMetric(model);
    const found = overFolds(folds, model.name)?.[id];
    if (found === undefined) return [];
    const count = folds.filter(({ name }) => name === model.name).length;
    return [
      `${model.name} over ${count} folds: ${definitionOf(id).name} ${significant(found.mean)} on average, standard deviation ${significant(found.deviation)}; the table has all rows pooled.`,
    ];
  });
}
