import {
  classProbability,
  positiveProbability,
  type WithProbability,
} from '../../core/measures/trueProbability';
import { shortened } from '../../core/modelTitle';

/** Probabilities and whether what they speak of happened. */
export interface CalibrationEvents {
  readonly probability: Float64Array;
  readonly event: Uint8Array;
  /** What the probability is of. */
  readonly of: string;
}

/** The positive class for two classes, the class with the largest probability for more. */
export function calibrationEvents(model: WithProbability): CalibrationEvents {
  if (model.task === 'binary') {
    return {
      probability: positiveProbability(model),
      event: new Uint8Array(model.target),
      of: shortened(model.classes[1]),
    };
  }
  const top = topCodes(model.probabilities ?? model.logits!, model.n);
  return {
    probability: classProbability(model, top),
    event: Uint8Array.from(top, (code, i) => (code === model.target[i] ? 1 : 0)),
    of: 'the most probable class',
  };
}

/** Code of the largest entry of each row, the first of equals. */
function topCodes(columns: readonly Float64Array[], n: number): Int32Array {
  const codes = new Int32Array(n);
  const best = Float64Array.from(columns[0] ?? []);
  for (const [code, column] of columns.entries()) {
    for (let i = 0; i < n; i++) {
      if (column[i]! <= best[i]!) continue;
      best[i] = column[i]!;
      codes[i] = code;
    }
  }
  return codes;
}
