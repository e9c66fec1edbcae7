import { errorReader, type WithErrors } from '../../core/measures/errorsOf';
import type { PredictionData } from '../../core/predictionData';
import { rowOf } from '../../core/samples/modelSamples';
import type { DataTable } from '../../shared/figure';
import { lineAt } from '../drawing/drawnSamples';
import { largestErrors } from './largestErrors';

const maxRows = 100;

/** The samples with the largest |error|, worst first, for the table behind a chart of errors. */
export function worstErrorsTable(data: PredictionData, model: WithErrors): DataTable {
  const worst = largestErrors(model, maxRows);
  const errorAt = errorReader(model);
  const values =
    model.task === 'regression'
      ? (i: number) => [model.target[i]!, model.prediction[i]!]
      : () => [];
  const labels = model.task === 'regression' ? ['target', 'prediction'] : [];
  return {
    caption: 'Samples, the largest errors first',
    columns: ['row', ...labels, 'error'].map(label => ({ label, numeric: true })),
    rows: worst.map(i => ({
      cells: [rowOf(model, i), ...values(i), errorAt(i)],
      ...lineAt(data, model, i),
    })),
    omitted: model.n - worst.length,
  };
}
