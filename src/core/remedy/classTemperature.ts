import { significant } from '../../shared/text';
import type { MulticlassModelSamples } from '../samples/modelSamples';
import { minimum } from './minimum';
import type { Remedy } from './remedy';

/** The logits of several classes, or the logarithms of their probabilities, divided by a temperature. */
export function classTemperature(model: MulticlassModelSamples): Remedy | null {
  const logits = model.logits ?? model.probabilities?.map(column => column.map(Math.log));
  if (logits === undefined) return null;
  const { n, target, weight } = model;
  const lossAt = (i: number, b: number) => {
    const own = logits[target[i]!]![i]!;
    const sum = logits.reduce((all, column) => all + Math.exp(b * (column[i]! - own)), 0);
    return Math.log(sum);
  };
  const slopesAt = (i: number, b: number): readonly [number, number] => {
    const top = logits.reduce(
      (most, column) => Math.max(most, column[i]!),
      Number.NEGATIVE_INFINITY,
    );
    let [sum, first, second] = [0, 0, 0];
    for (const column of logits) {
      const x = column[i]! - top;
      const e = Math.exp(b * x);
      if (e === 0) continue;
      sum += e;
      first += e * x;
      second += e * x * x;
    }
    const mean = first / sum;
    return [mean - (logits[target[i]!]![i]! - top), second / sum - mean * mean];
  };
  return {
    id: 'temperature',
    name: 'a temperature',
    loss: 'log loss',
    before: Float64Array.from({ length: n }, (_, i) => lossAt(i, 1)),
    fit: isUsed => {
      const b = minimum(1, [0, 50], at => {
        let [first, second] = [0, 0];
        for (let i = 0; i < n; i++) {
          if (!isUsed(i)) continue;
          const slopes = slopesAt(i, at);
          const w = weight?.[i] ?? 1;
          first += w * slopes[0];
          second += w * slopes[1];
        }
        return [first, second];
      });
      return {
        lossAt: i => lossAt(i, b),
        text: `a temperature of ${significant(1 / b, 4)}`,
        code: `p = p ** ${b}; p = p / p.sum(axis=1, keepdims=True)`,
      };
    },
  };
}
