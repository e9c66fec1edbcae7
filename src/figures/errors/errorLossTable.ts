import { lossOfError } from '../../core/catalogue/errorLosses';
import { sampleLossName } from '../../core/catalogue/sampleLossName';
import { errorReader, type WithErrors } from '../../core/measures/errorsOf';
import type { PredictionData } from '../../core/predictionData';
import { rowOf } from '../../core/samples/modelSamples';
import type { DataTable } from '../../shared/figure';
import type { MetricId, Parameters } from '../../shared/metricId';
import { lineAt } from '../drawing/drawnSamples';
import { largestErrors } from './largestErrors';

const maxRows = 200;

/** Error and losses of each sample, the largest errors first, with the derivative of each loss. */
export function errorLossTable(
  data: PredictionData,
  model: WithErrors,
  losses: readonly MetricId[],
  parameters: Parameters,
): DataTable {
  const worst = largestErrors(model, maxRows);
  const errorAt = errorReader(model);
  const curves = losses.flatMap(loss => [
    lossOfError(loss, parameters, false),
    lossOfError(loss, parameters, true),
  ]);
  const labels = losses.flatMap(loss => [sampleLossName(loss), `pull of ${sampleLossName(loss)}`]);
  return {
    caption: 'Loss of each sample and its pull on training, the largest errors first',
    columns: ['row', 'error', ...labels].map(label => ({ label, numeric: true })),
    rows: worst.map(i => ({
      cells: [rowOf(model, i), errorAt(i), ...curves.map(curve => curve(errorAt(i)))],
      ...lineAt(data, model, i),
    })),
    omitted: model.n - worst.length,
  };
}
