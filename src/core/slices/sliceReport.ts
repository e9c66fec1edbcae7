import type { SliceReport } from '../../shared/sliceReport';
import { linesAt } from '../places';
import type { PredictionData } from '../predictionData';
import type { ModelSamples } from '../samples/modelSamples';
import { whereWords } from './conditionText';
import { sliceCondition } from './sliceCondition';
import type { ModelSlice } from './slicesOf';

/** A slice as reports hold it. */
export function sliceReport(
  data: PredictionData,
  model: ModelSamples,
  { where, n, loss, rest, excess, p, samples }: ModelSlice,
): SliceReport {
  return {
    where: where.map(sliceCondition),
    n,
    loss,
    rest,
    excess,
    p,
    confirmed: true,
    lines: linesAt(data, model, samples),
    text: whereWords(where),
  };
}
