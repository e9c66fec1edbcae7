import type { DataTable } from '../../figure';
import type { Parameters } from '../../metricId';
import { rowOf } from '../../usable';
import { lineAt } from '../drawing/drawnSamples';
import type { FigureData } from '../figureData';
import { sampleLossName } from '../sampleLossName';
import { type ErrorLoss, lossOfError } from './errorLosses';
import { errorReader, type WithErrors } from './errorsOf';
import { largestErrors } from './largestErrors';

const mostRows = 200;

/** Error and losses of each sample, the largest errors first, with the derivative of each loss. */
export function errorLossTable(
  data: FigureData,
  model: WithErrors,
  losses: readonly ErrorLoss[],
  parameters: Parameters,
): DataTable {
  const worst = largestErrors(model, mostRows);
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
