import type { SliceCondition, SliceReport } from '../../shared/lossReport';
import { linesAt } from '../places';
import type { PredictionData } from '../predictionData';
import type { ModelSamples } from '../samples/modelSamples';
import { numberWords, whereWords } from './conditionText';
import type { Condition } from './feature';
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

function sliceCondition({ feature, test }: Condition): SliceCondition {
  const { column, part } = feature;
  const place = { column, ...(part !== null && { part }) };
  if ('is' in test) return { ...place, is: test.is };
  return { ...place, from: bound(feature, test.from), below: bound(feature, test.below) };
}

/** Times are told as texts. */
function bound(feature: Condition['feature'], x: number | null): number | string | null {
  const isTime = feature.kind === 'number' && feature.isTime === true;
  return x === null || !isTime ? x : numberWords(feature, x);
}
