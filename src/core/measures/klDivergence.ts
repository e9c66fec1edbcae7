import { commonRows, picked } from '../comparison/commonRows';
import type { ModelSamples } from '../samples/modelSamples';
import { type Fill, fillLength, sumOfFilled, weighted } from '../statistics/fill';
import { negativeLogs } from '../statistics/logarithms';
import { sumOf } from '../statistics/sum';
import { classView } from './classView';
import type { Measured } from './measured';
import type { Outputs } from './outputs';

/** Mean over the common rows of sum over classes of p ln(p / q): p of `model`, q of `first`, 0 ln 0 = 0. */
export function klDivergence(model: ModelSamples, first: ModelSamples): Measured {
  const p = probabilityOf(model);
  const q = probabilityOf(first);
  if (p === undefined || q === undefined) return null;
  const classes = 'classes' in model ? model.classes.length : 0;
  const { n, samples } = commonRows([model, first]);
  if (n === 0) return { undefined: 'no rows in common with the first model' };
  const [ofModel, ofFirst] = samples;
  const weight = model.weight && picked(model.weight, ofModel!);
  const total = weight === undefined ? n : sumOf(n, j => weight[j]!);
  if (total === 0) return { undefined: 'all weights are zero' };
  const divergence = divergenceOf(classes, at(p, ofModel!), at(q, ofFirst!));
  return { value: sumOfFilled(n, weighted(divergence, weight)) / total };
}

type Probability = NonNullable<Outputs['probability']>;

function probabilityOf(model: ModelSamples): Outputs['probability'] {
  if (model.task !== 'binary' && model.task !== 'multiclass') return undefined;
  return classView(model, () => null).outputs.probability;
}

function at(probability: Probability, samples: Int32Array | null): Probability {
  return samples === null ? probability : (k, j) => probability(k, samples[j]!);
}

/** Sum over classes of p ln(p / q) of each common row. */
function divergenceOf(classes: number, p: Probability, q: Probability): Fill {
  const shares = new Float64Array(fillLength);
  const ratios = new Float64Array(fillLength);
  return (from, out) => {
    const logs = ratios.subarray(0, out.length);
    out.fill(0);
    for (let k = 0; k < classes; k++) {
      for (let i = 0; i < out.length; i++) {
        const share = p(k, from + i);
        shares[i] = share;
        logs[i] = share > 0 ? share / q(k, from + i) : 1;
      }
      negativeLogs(logs);
      for (let i = 0; i < out.length; i++) out[i]! -= shares[i]! * logs[i]!;
    }
  };
}
