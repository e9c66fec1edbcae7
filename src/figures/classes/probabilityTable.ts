import { regionAt } from '../../core/measures/region';
import { trueProbabilityAt, type WithProbability } from '../../core/measures/trueProbability';
import type { PredictionData } from '../../core/predictionData';
import { rowOf } from '../../core/samples/modelSamples';
import type { DataTable } from '../../shared/figure';
import { regionNames } from '../../shared/regionNames';
import { lineAt } from '../drawing/drawnSamples';
import { truthsOf } from './truths';

/** Samples by the probability given to their true class, the costliest first. */
export function probabilityTable(data: PredictionData, model: WithProbability): DataTable {
  const worst = truthsOf(model).lowest;
  const probabilityAt = trueProbabilityAt(model);
  const region = regionAt(model);
  return {
    caption: 'Samples, the costliest first',
    columns: [
      { label: 'row', numeric: true },
      { label: 'true class', numeric: false },
      { label: 'probability of the true class', numeric: true },
      { label: '-ln p', numeric: true },
      { label: 'region', numeric: false },
    ],
    rows: worst.map(i => {
      const p = probabilityAt(i);
      const truth = model.classes[model.target[i]!] ?? '';
      return {
        cells: [rowOf(model, i), truth, p, 0 - Math.log(p), regionNames[region(i)]],
        ...lineAt(data, model, i),
      };
    }),
    omitted: model.n - worst.length,
  };
}
