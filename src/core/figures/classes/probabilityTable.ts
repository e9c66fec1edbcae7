import type { DataTable } from '../../figure';
import { rowOf } from '../../usable';
import { regionOf } from '../../worstRows';
import { lineAt } from '../drawing/drawnSamples';
import type { FigureData } from '../figureData';
import { regionNames } from './region';
import { trueProbabilityAt, type WithProbability } from './trueProbability';
import { truthsOf } from './truths';

/** Samples by the probability given to their true class, the costliest first. */
export function probabilityTable(data: FigureData, model: WithProbability): DataTable {
  const worst = truthsOf(model).lowest;
  const probabilityAt = trueProbabilityAt(model);
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
        cells: [rowOf(model, i), truth, p, 0 - Math.log(p), regionNames[regionOf(p)]],
        ...lineAt(data, model, i),
      };
    }),
    omitted: model.n - worst.length,
  };
}
